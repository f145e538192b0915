// What every page shares, on the two anybody may open: languages, no scripts, axe, narrow, dark.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { nothingForAxe } from './support/axe.mjs';
import { press, type } from './support/keyboard.mjs';
import { fitsItsWidth, NARROW } from './support/narrow.mjs';
import { ACCOUNTS, signIn, signOut } from './support/sign-in.mjs';
import { demonstration } from './support/stage.mjs';

const PAGES = [
  { name: 'the home page', path: '/', says: { fr: 'Se connecter', en: 'Sign in' } },
  { name: 'the sign-in page', path: '/connexion', says: { fr: 'Se connecter', en: 'Sign in' } },
];
const WISHES = [
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
  { name: 'whose scripts do not arrive', scripts: 'blocked' },
  { name: 'in the dark', dark: true },
  { name: 'on a narrow screen', ...NARROW },
  { name: 'on a narrow screen in the dark', dark: true, ...NARROW },
];

const stage = demonstration();

for (const { name, path, says } of PAGES) {
  describe(name, () => {
    for (const lang of ['fr', 'en']) {
      for (const wishes of WISHES) {
        test(`${name}, ${lang}, ${wishes.name}`, () =>
          stage.see({ lang, ...wishes }, async (page) => {
            const answer = await page.goto(path);
            assert.equal(answer.status(), 200);
            assert.equal(await page.locator('html').getAttribute('lang'), lang);
            await page.locator('header').getByText(says[lang]).first().waitFor();
            await fitsItsWidth(page);
            if (wishes.scripts !== false) await nothingForAxe(page);
          }));
      }
    }
  });
}

test('everybody comes in and goes out, without scripts too', async () => {
  for (const [role, email] of Object.entries(ACCOUNTS)) {
    await stage.see({ scripts: role !== 'coordinator' }, async (page) => {
      await signIn(page, email, stage.server.phrase);
      await signOut(page);
    });
  }
});

test('one comes in by keyboard alone', () =>
  stage.see({}, async (page) => {
    await page.goto('/');
    await press(page, 'link', 'Se connecter');
    await page.waitForURL('**/connexion*');
    await type(page, 'Adresse de courriel', ACCOUNTS.linkWorker);
    await type(page, 'Phrase de passe', stage.server.phrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
  }));

for (const scripts of [true, false]) {
  test(`on a telephone the menu is folded, and unfolds ${scripts ? 'with' : 'without'} scripts`, () =>
    stage.see({ scripts, ...NARROW }, async (page) => {
      await signIn(page, ACCOUNTS.linkWorker, stage.server.phrase);
      const place = page.getByRole('navigation').getByRole('link', { name: 'Personnes' });
      assert.ok(!(await place.isVisible()), 'many places leave room for the page');
      await page.locator('header summary').click();
      await place.click();
      await page.waitForURL('**/personnes');
    }));
}

test('the first stop of the keyboard leads past the menu', () =>
  stage.see({}, async (page) => {
    await page.goto('/connexion');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/);
  }));

test('the language is chosen by hand and kept', () =>
  stage.see({ lang: 'fr' }, async (page) => {
    await page.goto('/connexion');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  }));

test('a page that is not there is a page, for axe too', () =>
  stage.see({}, async (page) => {
    const answer = await page.goto('/nulle-part');
    assert.equal(answer.status(), 404);
    await page.getByRole('heading', { level: 1, name: 'Cette page n’existe pas' }).waitFor();
    await nothingForAxe(page);
  }));

test('a wrong phrase is told and the address is kept', () =>
  stage.see({}, async (page) => {
    await page.goto('/connexion');
    await page.locator('#email').fill(ACCOUNTS.linkWorker);
    await page.locator('#password').fill('pas la bonne phrase');
    await page.locator('main form button').click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('#email').inputValue(), ACCOUNTS.linkWorker);
    await nothingForAxe(page);
  }));
