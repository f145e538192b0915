// The public finder while one types: what scripts add to a page that works without them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration } from './support/stage.mjs';

const stage = demonstration();

test('the errors of a commune leave with the answer that finds it', () =>
  stage.see({}, async (page) => {
    await page.goto('/ressources?pres_de=Bronnnn');
    const errors = page.locator('main > .errors, .field__error, .field--bad, [aria-invalid]');
    assert.ok((await errors.count()) >= 3, 'the unknown commune is told above and beside its field');
    await page.locator('#pres_de').fill('Bron');
    await page.locator('.combobox__list [role="option"]').first().click();
    await page.locator('#results').getByText('depuis le centre de Bron').waitFor();
    assert.equal(await errors.count(), 0);
    assert.equal(await page.locator('#pres_de').getAttribute('aria-describedby'), 'pres_de-hint ');
  }));

test('what was chosen stands in the address, and nothing found says what to do', () =>
  stage.see({}, async (page) => {
    await page.goto('/ressources');
    await page.locator('#q').fill('chorale');
    await page.waitForURL('**/ressources?q=chorale*');
    await page.locator('#results').getByRole('link', { name: 'Chorale des Essarts' }).waitFor();
    await page.locator('#q').fill('zzzz');
    await page.getByText('Rien ne répond à tous ces critères').waitFor();
  }));
