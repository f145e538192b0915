// The yearly report: a day passes in the demonstration, the year is there, its coordinator types what they
// have to say and the accounts, and what everybody may read of it is clean and narrow enough.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nothingNewForAxe } from './support/axe.mjs';
import { fitsItsWidth, NARROW } from './support/narrow.mjs';
import { ACCOUNTS, signIn } from './support/sign-in.mjs';
import { demonstration } from './support/stage.mjs';

const stage = demonstration();

const YEAR = 'Année 2025';
const TYPED = { moral: 'Une année de départ.\n\nUne autre vient.', 'compte-74': '48 000', 'compte-64': '39 600,50' };
const PATIENCE = 20_000;

test('a year is read beside its quarters, with its words and its accounts', () =>
  stage.see({ lang: 'fr' }, async (page) => {
    await signIn(page, ACCOUNTS.coordinator, stage.server.phrase);
    await aDayPasses(page);
    const year = await theYear(page);
    await page.goto(`${year}/mots`);
    for (const [field, text] of Object.entries(TYPED)) await page.locator(`#${field}`).fill(text);
    await page.locator('main form button').last().click();
    const main = await page.locator('main').innerText();
    for (const said of ['Une année de départ.\n\nUne autre vient.', '39 600,50 €', 'Résultat de l’année']) {
      assert.ok(main.replaceAll('\u00a0', ' ').includes(said), `${said} is not in:\n${main}`);
    }
    for (const path of [year, `${year}?publie=oui`, `${year}/mots`]) {
      await page.goto(path);
      await nothingNewForAxe(page);
      await page.setViewportSize(NARROW);
      await fitsItsWidth(page);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  }));

async function aDayPasses(page) {
  await page.goto('/demo/temps');
  await page.locator('main form button').first().click();
}

/** What is ripe is frozen by a job: the list has it soon. */
async function theYear(page) {
  const link = page.locator('main a', { hasText: YEAR }).first();
  const end = Date.now() + PATIENCE;
  do {
    await page.goto('/rapports');
    if (await link.count()) return link.getAttribute('href');
    await page.waitForTimeout(500);
  } while (Date.now() < end);
  return assert.fail(`no « ${YEAR} » among the reports`);
}
