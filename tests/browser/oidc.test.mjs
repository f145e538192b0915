// Signing in with ProConnect and Pro Santé Connect, against a provider of another make.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { listen } from './smtp-sink.mjs';
import { nothingNewForAxe } from './support/axe.mjs';
import { launch, visit } from './support/browser.mjs';
import { ACR, CLIENT, provide } from './support/oidc-provider.mjs';
import { folder, freePort, maillage, serve } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

const ALINE = 'premiere@sorbiers.example';
const ZOE = 'deuxieme@sorbiers.example';
const PHRASE = 'quatre mots sous le tilleul';
const SITE = [
  ...['--name', 'Maison de santé des Sorbiers', '--address', '2 rue des Sorbiers, 69500 Bron'],
  ...['--phone', '04 65 71 00 09', '--commune', 'Bron', '--consent', 'information'],
];

let browser;
let kept;
let sink;
let server;
let providers;
let wishes;
const mails = [];

before(async () => {
  [browser, kept] = await Promise.all([launch(), folder()]);
  sink = await listen({ onMail: (mail) => mails.push(mail) });
  const port = await freePort();
  const ours = `http://127.0.0.1:${port}`;
  const kinds = ['proconnect', 'pro-sante-connect'];
  providers = await Promise.all(
    kinds.map((like) =>
      provide({
        like,
        back: `${ours}/connexion/retour/${like}`,
        signedOut: `${ours}/deconnexion/retour`,
        told: `${ours}/connexion/fournisseur/${like}/deconnexion`,
      }),
    ),
  );
  const config = join(kept.path, 'maillage.toml');
  await writeFile(config, settings(providers.map(({ issuer }) => issuer)));
  wishes = { data: kept.path, smtp: `smtp://127.0.0.1:${sink.port}`, port, config };
  server = await serve(wishes);
  await maillage(['site', 'add', ...SITE, ...server.settings]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await Promise.all((providers ?? []).map((provider) => provider.stop()));
  await sink?.stop();
  await kept?.remove();
});

function settings([proconnect, sante]) {
  const block = (key, name, issuer, userinfo) => `
[[provider]]
key = "${key}"
name = "${name}"
issuer = "${issuer}"
client_id = "${CLIENT.id}"
client_secret = "${CLIENT.secret}"
scopes = ["openid", "email"]
acr = ["${ACR}"]
userinfo = "${userinfo}"
`;
  return block('proconnect', 'ProConnect', proconnect, 'signed') + block('pro-sante-connect', 'Pro Santé Connect', sante, 'json');
}

function tour(story) {
  return visit(browser, server, { providers: providers.map(({ issuer }) => issuer) }, story);
}

async function mailTo(email, holding) {
  const found = () => mails.find(({ envelope, text }) => envelope.to.includes(email) && text.includes(holding));
  for (let tries = 0; tries < 600 && !found(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(found(), `no message to ${email} holds « ${holding} »`);
  return found();
}

async function invitation(email, name, role) {
  await maillage(['invite', '--email', email, '--name', name, '--role', role, ...server.settings]);
  const { text } = await mailTo(email, '/invitation/');
  return text.match(/http:\/\/\S+/)[0];
}

/** On the provider's page: says who one is, and comes back. */
async function saying(page, who) {
  await page.getByLabel('Identité').fill(who);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await page.waitForURL(`${server.url}/**`);
  assert.doesNotMatch(page.url(), /code=|state=/, 'nothing of the exchange stays in the address');
}

function isIn(page) {
  return page.locator('form[action="/deconnexion"]').count();
}

test('an identity is linked on « Mon compte », opens it, and signing out ends at the provider too', async () => {
  const link = await invitation(ALINE, 'Aline Première', 'administrator');
  await tour(async (page) => {
    await page.goto(link);
    await nothingNewForAxe(page);
    await page.getByLabel('Phrase de passe').fill(PHRASE);
    await page.getByRole('button', { name: 'Choisir cette phrase' }).click();
    await page.waitForURL((url) => url.href !== link);
    await page.goto('/compte');
    await nothingNewForAxe(page);
    await page.locator('a[href="/compte/identites"]').click();
    await nothingNewForAxe(page);
    await page.getByRole('button', { name: 'Lier mon identité ProConnect' }).click();
    await saying(page, 'aline');
    await page.getByText('cette identité ouvre désormais votre compte').waitFor();
    await nothingNewForAxe(page);
    const { text } = await mailTo(ALINE, 'ProConnect');
    assert.doesNotMatch(text, /aline|Première/i);

    // Signed in there already: no question is asked.
    await page.locator('form[action="/deconnexion"] button').click();
    await page.goto('/connexion');
    await nothingNewForAxe(page);
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    // What whoever administers sees first.
    await page.waitForURL(`${server.url}/comptes`);
    assert.equal(await isIn(page), 1);

    await page.locator('form[action="/deconnexion"] button').click();
    await page.getByRole('button', { name: 'Quitter' }).click();
    await page.waitForURL(`${server.url}/`);
    assert.equal(await isIn(page), 0);

    // Signed out there: the question comes again.
    await page.goto('/connexion?suite=/compte');
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    await saying(page, 'aline');
    assert.equal(new URL(page.url()).pathname, '/compte');
    assert.equal(await isIn(page), 1);
  });
});

test('an invitation is followed with Pro Santé Connect, without a phrase, also without scripts', async () => {
  const link = await invitation(ZOE, 'Zoé Deuxième', 'link_worker');
  const wish = { scripts: false, providers: providers.map(({ issuer }) => issuer) };
  await visit(browser, server, wish, async (page) => {
    await page.goto(link);
    await page.getByRole('button', { name: 'Continuer avec Pro Santé Connect' }).click();
    await saying(page, 'zoe');
    assert.equal(await isIn(page), 1);
    await page.goto('/compte');
    await page.getByText('Votre compte n’a pas de phrase de passe').waitFor();
    await page.goto('/compte/identites');
    await page.getByRole('button', { name: /^Délier/ }).click();
    await page.getByText('votre seule façon d’entrer').waitFor();
    // The same person again, asked anew by their provider although they are signed in there.
    await page.goto('/compte/confirmer?suite=/compte/identites');
    await page.getByRole('button', { name: 'Confirmer avec Pro Santé Connect' }).click();
    await saying(page, 'zoe');
    assert.equal(new URL(page.url()).pathname, '/compte/identites');
    await page.getByText('Vos autres façons d’entrer').first().waitFor();
  });
});

test('whoever signs out at the provider is out here, in that browser and no other', async () => {
  const wish = { providers: providers.map(({ issuer }) => issuer) };
  const comeIn = async (page) => {
    await page.goto('/connexion?suite=/compte');
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    await saying(page, 'aline');
    await page.getByText('Aline Première').first().waitFor();
  };
  await visit(browser, server, wish, async (home) => {
    await comeIn(home);
    await visit(browser, server, wish, async (office) => {
      await comeIn(office);
      // There, and not here: the provider says so to our server.
      await office.goto(`${providers[0].issuer}/session/end`);
      await office.getByRole('button', { name: 'Quitter' }).click();
      await office.getByText('Au revoir').waitFor();
      for (let tries = 0; tries < 50 && (await office.goto('/compte'), await isIn(office)); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.equal(await isIn(office), 0);
    });
    await home.goto('/compte');
    assert.equal(await isIn(home), 1);
  });
});

test('an identity nobody linked is told what to do, though its e-mail is somebody’s', async () => {
  await tour(async (page) => {
    await page.goto('/connexion');
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    await saying(page, 'somebody else');
    await page.getByRole('alert').getByText('aucun compte d’ici n’est lié').waitFor();
    await nothingNewForAxe(page);
    assert.equal(await isIn(page), 0);
  });
});

test('whoever declines there is told so, and may try again', async () => {
  await tour(async (page) => {
    await page.goto('/connexion');
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    await page.getByRole('button', { name: 'Renoncer' }).click();
    await page.getByRole('alert').getByText('a été interrompu').waitFor();
    assert.doesNotMatch(page.url(), /error|state|Aline/);
    assert.equal(await isIn(page), 0);
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    await saying(page, 'aline');
    assert.equal(await isIn(page), 1);
  });
});

test('a provider that is down keeps neither the server from starting nor anybody from their phrase', async () => {
  await providers[0].stop();
  await server.stop();
  server = await serve(wishes);
  await tour(async (page) => {
    await page.goto('/connexion');
    await page.getByRole('button', { name: 'Continuer avec ProConnect' }).click();
    await page.getByRole('alert').getByText('ne répond pas comme il faut').waitFor();
    await signIn(page, ALINE, PHRASE);
    assert.equal(await isIn(page), 1);
  });
  const told = await maillage(['doctor', ...server.settings, '--config', wishes.config]).catch(({ stdout }) => stdout);
  assert.match(told, /✗ ProConnect ne répond pas/);
});
