// kill -9, many times, while people write: nothing that was answered is lost, nothing happens twice.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { folder, maillage, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const KILLS = Number(process.env.MAILLAGE_KILLS ?? 200);
const WORKERS = 4;
const SITE = [
  ...['--name', 'Maison de santé des Sorbiers', '--address', '2 rue des Sorbiers, 69500 Bron'],
  ...['--phone', '04 65 71 00 09', '--commune', 'Bron', '--consent', 'information'],
];
const STORE = fileURLToPath(new URL('support/store.py', import.meta.url));

test(`${KILLS} times kill -9 under load`, async () => {
  const kept = await folder();
  try {
    const visitors = new Visitors('Visiteuse');
    let server = await serve({ data: kept.path });
    const { port } = server;
    await maillage(['site', 'add', ...SITE, ...server.settings]);
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

    const { stdout } = await promisify(execFile)('python3', [STORE, `${kept.path}/store.db`], {
      maxBuffer: 1 << 28,
    });
    const { named, ...rest } = JSON.parse(stdout);
    const nothing = { without_referral: 0, without_consent: 0, not_once_in_the_trail: 0, dangling: 0 };
    assert.deepEqual(rest, { ...nothing, integrity: 'ok' });
    const lost = [...visitors.acknowledged].filter((name) => !(name in named));
    const twice = Object.keys(named).filter((name) => named[name] > 1);
    assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
    assert.equal(Object.keys(named).length, visitors.acknowledged.size, 'nothing but what was asked');
    const said = await maillage(['audit', 'verify', ...server.settings]);
    const entries = Number(said.match(/audit: (\d+):/)?.[1]);
    assert.ok(entries > visitors.acknowledged.size, said);
    const acts = spoken(visitors.acknowledged.size);
    await figure('kill', `0 of ${acts} answered requests lost, 0 twice, in ${spoken(KILLS)} kills (SQLite)`);
  } finally {
    await kept.remove();
  }
});
