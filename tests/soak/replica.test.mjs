// Figures are read from a copy that PostgreSQL's streaming replication keeps, while people write; they go
// on being read when the copy stands still, ends, and comes back.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { folder, maillage, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { cluster } from './support/postgres.mjs';
import { signedIn } from './support/sign-in.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered } from './support/stored.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const ENDS = Number(process.env.MAILLAGE_ENDS ?? 10);
const EMAIL = 'coordination@sorbiers.test';
const PHRASE = 'les sorbiers du quai en hiver';
/** Longer than a copy may have heard of nothing new. */
const STILL = 65_000;

test(`figures read from a copy, which ends ${ENDS} times`, async () => {
  const kept = await folder();
  const database = await cluster();
  const copy = await database.copy();
  try {
    const server = await serve({ data: kept.path, store: database.url, reports: copy.url });
    await addSite(server.settings);
    const cookie = await coordinator(server, database.ask);
    const read = () => figures(server.url, cookie);
    const visitors = new Visitors('Voisin');
    const some = () => asked(visitors, server.url, 300);

    await some();
    await database.caughtUpBy(copy);
    const before = await read();
    assert.equal(before, visitors.acknowledged.size);

    await copy.ask('SELECT pg_wal_replay_pause()');
    await some();
    assert.equal(await read(), before, 'it is the copy that is read');
    await pause(STILL);
    await some();
    assert.equal(await read(), visitors.acknowledged.size, 'a copy that stands still is not read any more');
    await copy.ask('SELECT pg_wal_replay_resume()');

    let reads = 0;
    const stop = new AbortController();
    const asking = visitors.ask(server.url, { workers: 3, signal: stop.signal });
    const reading = (async () => {
      while (!stop.signal.aborted) {
        await read();
        reads += 1;
      }
    })();
    for (let round = 0; round < ENDS; round += 1) {
      await pause(500 + Math.random() * 1000);
      await copy.crash();
      await pause(500);
      await copy.start();
    }
    stop.abort();
    await Promise.all([asking, reading]);
    await visitors.finish(server.url);

    await database.caughtUpBy(copy);
    assert.equal(await read(), visitors.acknowledged.size);
    const doctor = await maillage(['doctor', ...server.settings, '--report-store', copy.url]).catch((error) => error.stdout);
    assert.match(doctor, /✓ La copie où les rapports sont lus suit les données/);
    await server.stop();
    await holdsOnceWhatWasAnswered(database.ask, visitors, server.settings);
    await figure('replica', `figures read ${spoken(reads)} times while people wrote and the copy ended ${spoken(ENDS)} times: each was answered; a copy that stood still for a minute was not read any more`);
  } finally {
    await copy.remove();
    await database.remove();
    await kept.remove();
  }
});

/** How many requests the page of figures counts. */
async function figures(url, cookie) {
  const answer = await fetch(`${url}/chiffres`, { headers: { cookie, 'accept-language': 'fr' } });
  const page = await answer.text();
  assert.equal(answer.status, 200, page);
  const text = page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
  const found = text.match(/Demandes reçues ([\d ]*\d)/);
  assert.ok(found, text);
  return Number(found[1].replaceAll(' ', ''));
}

/** So many more requests, all of them answered. */
async function asked(visitors, url, more) {
  const stop = new AbortController();
  const least = visitors.acknowledged.size + more;
  const asking = visitors.ask(url, { workers: 4, signal: stop.signal });
  while (visitors.acknowledged.size < least) await pause(20);
  stop.abort();
  await asking;
  await visitors.finish(url);
}

/** Somebody who may read figures, invited and signed in as anybody is. */
async function coordinator(server, ask) {
  const person = ['--email', EMAIL, '--name', 'Isabelle Tourvieille', '--role', 'coordinator'];
  await maillage(['invite', ...person, ...server.settings]);
  // Nothing leaves without a mail server: the letter waits.
  const letter = await ask('SELECT body FROM outbox');
  const link = letter.match(/http:\S+\/invitation\/\S+/)?.[0];
  assert.ok(link, letter);
  const body = new URLSearchParams({ password: PHRASE });
  const answer = await fetch(link, { method: 'POST', redirect: 'manual', body });
  assert.equal(answer.status, 303, await answer.text());
  return signedIn(server.url, EMAIL, PHRASE);
}
