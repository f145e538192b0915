// kill -9, many times, while people write: nothing that was answered is lost, nothing happens twice.

import { test } from 'node:test';

import { folder, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered, isWhole, lite } from './support/stored.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const KILLS = Number(process.env.MAILLAGE_KILLS ?? 200);
const WORKERS = 4;

test(`${KILLS} times kill -9 under load`, async () => {
  const kept = await folder();
  try {
    const visitors = new Visitors('Visiteuse');
    let server = await serve({ data: kept.path });
    const { port } = server;
    await addSite(server.settings);
    for (let round = 0; round < KILLS; round += 1) {
      const stop = new AbortController();
      const asking = visitors.ask(server.url, { workers: WORKERS, signal: stop.signal });
      // Of any length, so that it falls anywhere.
      await pause(100 + Math.random() * 500);
      await server.kill();
      stop.abort();
      await asking;
      server = await serve({ data: kept.path, port });
    }
    await visitors.finish(server.url);
    await pause(6_000);
    await server.stop();

    const ask = lite(`${kept.path}/store.db`);
    await isWhole(ask);
    await holdsOnceWhatWasAnswered(ask, visitors, server.settings);
    const acts = spoken(visitors.acknowledged.size);
    await figure('kill', `0 of ${acts} answered requests lost, 0 twice, in ${spoken(KILLS)} kills (SQLite)`);
  } finally {
    await kept.remove();
  }
});
