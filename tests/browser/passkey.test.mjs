// Passkeys, with Chromium's own authenticator: added, used at the door and to confirm, removed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { listen } from './smtp-sink.mjs';
import { nothingNewForAxe } from './support/axe.mjs';
import { launch, visit } from './support/browser.mjs';
import { folder, maillage, serve } from './support/server.mjs';
import { signIn, signOut } from './support/sign-in.mjs';

const ALINE = 'premiere@sorbiers.example';
const PHRASE = 'quatre mots sous le tilleul';
const SITE = [
  ...['--name', 'Maison de santé des Sorbiers', '--address', '2 rue des Sorbiers, 69500 Bron'],
  ...['--phone', '04 65 71 00 09', '--commune', 'Bron', '--consent', 'information'],
];
/** A telephone one unlocks by a finger. */
const TELEPHONE = {
  ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
  ...{ isUserVerified: true, automaticPresenceSimulation: true },
};

let browser;
let kept;
let sink;
let server;
const mails = [];

before(async () => {
  [browser, kept] = await Promise.all([launch(), folder()]);
  sink = await listen({ onMail: (mail) => mails.push(mail) });
  // A passkey is for a name, never for a number.
  server = await serve({ data: kept.path, smtp: `smtp://127.0.0.1:${sink.port}`, host: 'localhost' });
  await maillage(['site', 'add', ...SITE, ...server.settings]);
  const person = ['--email', ALINE, '--name', 'Aline Première', '--role', 'administrator'];
  await maillage(['invite', ...person, ...server.settings]);
  const link = (await mailTo('/invitation/')).text.match(/http:\/\/\S+/)[0];
  await visit(browser, server, {}, async (page) => {
    await page.goto(link);
    await page.getByLabel('Phrase de passe').fill(PHRASE);
    await page.getByRole('button', { name: 'Choisir cette phrase' }).click();
    await page.waitForURL((url) => url.href !== link);
  });
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await sink?.stop();
  await kept?.remove();
});

async function mailTo(holding) {
  const found = () => mails.find(({ envelope, text }) => envelope.to.includes(ALINE) && text.includes(holding));
  for (let tries = 0; tries < 600 && !found(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(found(), `no message holds « ${holding} »`);
  return found();
}

/** Gives the page's machine an authenticator; what to do with it. */
async function authenticator(page, options = TELEPHONE) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    credentials: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    verifies: (isUserVerified) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function add(page, name) {
  await page.getByLabel('Son nom').fill(name);
  await page.getByRole('button', { name: 'Ajouter cet appareil' }).click();
}

const byPasskey = (page) => page.getByRole('button', { name: 'Entrer avec une clé d’accès' });
const told = (page) => page.locator('[data-passkey-told]');

test('a passkey is added, comes in without an address, confirms, and is removed', async () => {
  await visit(browser, server, {}, async (page) => {
    const telephone = await authenticator(page);
    await signIn(page, ALINE, PHRASE);
    await page.goto('/compte');
    await nothingNewForAxe(page);
    await page.locator('a[href="/compte/cles"]').click();
    assert.equal(await page.locator('[data-passkey-without]').isVisible(), false);
    await nothingNewForAxe(page);
    await add(page, 'Le téléphone d’Aline');
    await page.getByText('cette clé d’accès ouvre désormais votre compte').waitFor();
    await nothingNewForAxe(page);
    const [credential] = await telephone.credentials();
    assert.equal(credential.rpId, 'localhost');
    assert.equal(credential.isResidentCredential, true);
    const { text, headers } = await mailTo('clé d’accès');
    assert.doesNotMatch(text + headers.subject, /Aline|téléphone d/, 'a letter names nobody');

    // The same device has nothing to add.
    await add(page, 'Encore lui');
    await told(page).getByText('Cet appareil ouvre déjà votre compte').waitFor();
    assert.equal((await telephone.credentials()).length, 1);

    await signOut(page);
    await page.goto('/connexion?suite=/compte');
    await nothingNewForAxe(page);
    await byPasskey(page).click();
    await page.waitForURL(`${server.url}/compte`);
    await page.getByText('Aline Première').first().waitFor();

    await page.goto('/compte/confirmer?suite=/compte/cles');
    await nothingNewForAxe(page);
    await page.getByRole('button', { name: 'Confirmer avec une clé d’accès' }).click();
    await page.waitForURL(`${server.url}/compte/cles`);
    await page.getByText('utilisée le').waitFor();

    await page.getByRole('button', { name: /^Retirer/ }).click();
    await page.getByText('n’ouvre plus votre compte').waitFor();
    await page.getByText('Aucune clé d’accès').waitFor();
    await signOut(page);
    await page.goto('/connexion');
    await byPasskey(page).click();
    await page.getByRole('alert').getByText('n’ouvre pas de compte ici').waitFor();
    assert.equal(await page.locator('form[action="/deconnexion"]').count(), 0);
    await nothingNewForAxe(page);
  });
});

test('a device that does not verify who is there opens nothing, and one is told what to do', async () => {
  await visit(browser, server, {}, async (page) => {
    const telephone = await authenticator(page);
    await signIn(page, ALINE, PHRASE);
    await page.goto('/compte/cles');
    // Without a name there is nothing to ask a device for: the page says so.
    await add(page, ' ');
    await page.getByRole('alert').getByText('Donnez-lui un nom').waitFor();
    await add(page, 'Le téléphone');
    await page.getByText('cette clé d’accès ouvre désormais votre compte').waitFor();
    await signOut(page);
    await telephone.verifies(false);
    await page.goto('/connexion');
    await byPasskey(page).click();
    await told(page).getByText('Rien n’a été fait').waitFor();
    assert.equal(await page.locator('form[action="/deconnexion"]').count(), 0);
    // And one may go on at once.
    await telephone.verifies(true);
    await byPasskey(page).click();
    await page.waitForURL((url) => url.pathname !== '/connexion');
    assert.equal(await page.locator('form[action="/deconnexion"]').count(), 1);
  });
});

test('by keyboard on a narrow screen', async () => {
  await visit(browser, server, { width: 320, height: 640 }, async (page) => {
    await authenticator(page);
    await signIn(page, ALINE, PHRASE);
    await page.goto('/compte/cles');
    await page.getByLabel('Son nom').fill('La tablette');
    await page.keyboard.press('Enter');
    await page.getByText('cette clé d’accès ouvre désormais votre compte').waitFor();
    const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    assert.ok(await page.evaluate(fits), 'nothing runs out of the page');
    await page.locator('.top__fold summary').press('Enter');
    await signOut(page);
    await page.goto('/connexion');
    await byPasskey(page).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/connexion');
    assert.equal(await page.locator('form[action="/deconnexion"]').count(), 1);
  });
});

test('without scripts nothing is shown that does not work, and the page says what is needed', async () => {
  for (const scripts of [false, 'blocked']) {
    await visit(browser, server, { scripts }, async (page) => {
      await page.goto('/connexion');
      assert.equal(await byPasskey(page).count(), 0);
      await signIn(page, ALINE, PHRASE);
      await page.goto('/compte/cles');
      await page.getByText('il faut un navigateur récent').waitFor();
      assert.equal(await page.getByLabel('Son nom').isVisible(), false);
    });
  }
});
