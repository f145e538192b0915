// A team's first hour: a site, an invitation that travels by real SMTP, a first sign-in.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { listen } from './smtp-sink.mjs';
import { nothingForAxe } from './support/axe.mjs';
import { launch, visit } from './support/browser.mjs';
import { folder, maillage, serve } from './support/server.mjs';
import { signIn } from './support/sign-in.mjs';

const EMAIL = 'premiere@sorbiers.example';
const PHRASE = 'quatre mots sous le tilleul';
const SITE = [
  ...['--name', 'Maison de santé des Sorbiers', '--address', '2 rue des Sorbiers, 69500 Bron'],
  ...['--phone', '04 65 71 00 09', '--commune', 'Bron', '--consent', 'information'],
];

let browser;
let kept;
before(async () => {
  [browser, kept] = await Promise.all([launch(), folder()]);
});
after(async () => {
  await browser?.close();
  await kept?.remove();
});

test('an invitation leaves by SMTP and opens the first account', async () => {
  const mails = [];
  const sink = await listen({ onMail: (mail) => mails.push(mail) });
  const server = await serve({ data: kept.path, smtp: `smtp://127.0.0.1:${sink.port}` });
  try {
    await maillage(['site', 'add', ...SITE, ...server.settings]);
    const person = ['--email', EMAIL, '--name', 'Aline Première', '--role', 'administrator'];
    await maillage(['invite', ...person, ...server.settings]);
    const link = linkOf(await first(mails), server.url);
    await visit(browser, server, {}, async (page) => {
      await page.goto(link);
      await nothingForAxe(page);
      await page.getByLabel('Phrase de passe').fill(PHRASE);
      await page.locator('main form button').click();
      await page.waitForURL((url) => url.href !== link);
    });
    await visit(browser, server, {}, async (page) => {
      await signIn(page, EMAIL, PHRASE);
      assert.equal(await page.getByText('sont inventées').count(), 0, 'this is no demonstration');
    });
  } finally {
    await server.stop();
    await sink.stop();
  }
});

/** The link of the one message, which went to the one person and names nobody in its subject. */
function linkOf({ envelope, headers, text }, url) {
  assert.deepEqual(envelope.to, [EMAIL]);
  assert.doesNotMatch(headers.subject, /Aline|Première|sorbiers/i);
  const found = text.match(/http:\/\/\S+/);
  assert.ok(found?.[0].startsWith(`${url}/`), text);
  return found[0];
}

async function first(mails) {
  for (let tries = 0; tries < 600 && mails.length === 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(mails.length, 1, 'one message was to arrive within a minute');
  return mails[0];
}
