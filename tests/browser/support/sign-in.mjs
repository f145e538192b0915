// Coming in and going out as one of the demonstration's accounts.

import assert from 'node:assert/strict';

export const ACCOUNTS = {
  prescriber: 'prescripteur@demo.example',
  linkWorker: 'agent@demo.example',
  coordinator: 'coordination@demo.example',
  administrator: 'administration@demo.example',
};

/** Signs in through the page people use, and stays on the page that follows. */
export async function signIn(page, email, phrase) {
  await page.goto('/connexion');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(phrase);
  await page.locator('form[action="/connexion"] button').click();
  const out = page.locator('form[action="/deconnexion"]');
  assert.equal(await out.count(), 1, `signing in as ${email}: ${await page.locator('main').innerText()}`);
}

export async function signOut(page) {
  await page.locator('form[action="/deconnexion"] button').click();
  assert.equal(await page.locator('form[action="/deconnexion"]').count(), 0);
}
