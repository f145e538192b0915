// PostgreSQL stopped at once, as a power cut stops it, while people write: the server waits for it, and
// nothing that was answered is lost or happens twice.

import { test } from 'node:test';

import { folder, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { cluster } from './support/postgres.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered } from './support/stored.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const STOPS = Number(process.env.MAILLAGE_STOPS ?? 20);
const WORKERS = 4;

test(`PostgreSQL stopped at once, ${STOPS} times`, async () => {
  const kept = await folder();
  const database = await cluster();
  try {
    const visitors = new Visitors('Voisin');
    const server = await serve({ data: kept.path, store: database.url });
    await addSite(server.settings);
    const stop = new AbortController();
    const asking = visitors.ask(server.url, { workers: WORKERS, signal: stop.signal });
    for (let round = 0; round < STOPS; round += 1) {
      await pause(500 + Math.random() * 1000);
      await database.crash();
      await pause(Math.random() * 500);
      await database.start();
    }
    await pause(500);
    stop.abort();
    await asking;
    await visitors.finish(server.url);
    await pause(6_000);
    await server.stop();

    await holdsOnceWhatWasAnswered(database.ask, visitors, server.settings);
    const acts = spoken(visitors.acknowledged.size);
    await figure('postgres', `0 of ${acts} answered requests lost, 0 twice, PostgreSQL stopped at once ${spoken(STOPS)} times`);
  } finally {
    await database.remove();
    await kept.remove();
  }
});
