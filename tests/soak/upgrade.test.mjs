// The program of each release gives way to this one while people write: on a file it ends and the new one
// starts, while a proxy keeps who comes waiting; on PostgreSQL the two serve side by side for a while.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { folder, freePort, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { cluster } from './support/postgres.mjs';
import { proxy } from './support/proxy.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered, lite } from './support/stored.mjs';
import { Visitors, pause } from './support/visitors.mjs';

/** Stores brought up to date on each engine, for each release. */
const TIMES = Number(process.env.MAILLAGE_UPGRADES ?? 10);
const WORKERS = 4;
/** As long as the example's proxy waits for a server that starts. */
const PATIENCE = 30_000;
/** By then every entry of the trail is sealed. */
const SEALED = 6_000;
const FOLDER = process.env.MAILLAGE_RELEASED;

test('every release gives way to this program under load', async () => {
  const releases = readdirSync(FOLDER).filter((name) => /^\d/.test(name));
  assert.ok(releases.length > 0, 'no release');
  let acts = 0;
  let cut = 0;
  for (const release of releases) {
    const program = join(FOLDER, release, 'maillage');
    for (let time = 0; time < TIMES; time += 1) {
      for (const engine of [onAFile, onPostgres]) {
        const visitors = await engine(program);
        assert.deepEqual([...visitors.failures], [], `${release}: nobody is told that something failed`);
        acts += visitors.acknowledged.size;
        cut += visitors.cut;
      }
    }
  }
  await figure(
    'upgrade',
    `${releases.join(', ')} gave way to this version ${TIMES} times on each engine: 0 of ${spoken(acts)} answered requests lost, 0 twice, 0 answers of 500 and more, ${spoken(cut)} sent again for a connection that had just closed`,
  );
});

/** One after the other: the store is a file. */
async function onAFile(program) {
  const kept = await folder();
  const port = await freePort();
  const door = await proxy(() => [port], PATIENCE);
  try {
    const old = await serve({ data: kept.path, port, program });
    await addSite(old.settings);
    const visitors = new Visitors('Voisine');
    let current;
    await meanwhile(visitors, door.url, async () => {
      await pause(1500);
      await old.stop();
      current = await serve({ data: kept.path, port });
      await pause(1500);
    });
    await pause(SEALED);
    await current.stop();
    await holdsOnceWhatWasAnswered(lite(`${kept.path}/store.db`), visitors, current.settings);
    return visitors;
  } finally {
    await door.stop();
    await kept.remove();
  }
}

/** Side by side, then the old one goes. */
async function onPostgres(program) {
  const kept = await folder();
  const database = await cluster();
  const servers = [];
  const door = await proxy(() => servers.map((server) => server.port), PATIENCE);
  try {
    const old = await serve({ data: kept.path, store: database.url, program });
    servers.push(old);
    await addSite(old.settings);
    const visitors = new Visitors('Voisine');
    let current;
    await meanwhile(visitors, door.url, async () => {
      await pause(1500);
      current = await serve({ data: kept.path, store: database.url });
      servers.push(current);
      await pause(2000);
      servers.shift();
      await old.stop();
      await pause(1000);
    });
    await pause(SEALED);
    await current.stop();
    await holdsOnceWhatWasAnswered(database.ask, visitors, current.settings);
    return visitors;
  } finally {
    await door.stop();
    await database.remove();
    await kept.remove();
  }
}

/** People write meanwhile, and what was cut is sent again at the end. */
async function meanwhile(visitors, url, story) {
  const stop = new AbortController();
  const asking = visitors.ask(url, { workers: WORKERS, signal: stop.signal });
  await story();
  stop.abort();
  await asking;
  await visitors.finish(url);
}
