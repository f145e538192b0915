// Three servers on one PostgreSQL behind a plain proxy, one of them killed at random now and then, while
// people write, jobs fall due and letters leave: nothing answered is lost or happens twice, each job has
// its effect once, and each letter arrives once or is said to be doubtful.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { test } from 'node:test';

import { folder, serve } from '../browser/support/server.mjs';
import { listen } from '../browser/smtp-sink.mjs';
import { figure, spoken } from './support/figures.mjs';
import { cluster } from './support/postgres.mjs';
import { proxy } from './support/proxy.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered } from './support/stored.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const SERVERS = 3;
const KILLS = Number(process.env.MAILLAGE_SERVER_KILLS ?? 30);
const JOBS = 400;
const WORKERS = 6;

/** Jobs whose effect can be counted, due one after the other while servers end: each run of the daily upkeep writes one letter, the trail's mark. */
const DUE = `INSERT INTO job (id, kind, payload, run_at)
  SELECT gen_random_uuid(), 'platform.upkeep', '', EXTRACT(EPOCH FROM now())::BIGINT + n * ${KILLS} / ${JOBS}
  FROM generate_series(1, ${JOBS}) n`;
/** What a server that ended had claimed is let go at once, not five minutes later. */
const LET_GO = 'UPDATE outbox SET next_try_at = 0 WHERE sent_at IS NULL AND next_try_at < EXTRACT(EPOCH FROM now()) + 600';

test(`${SERVERS} servers on one store, one killed ${KILLS} times`, async () => {
  const kept = await folder();
  const database = await cluster();
  const arrived = new Map();
  const count = ({ headers }) => arrived.set(headers['message-id'], (arrived.get(headers['message-id']) ?? 0) + 1);
  const sink = await listen({ slow: 20, onMail: count });
  const config = `${kept.path}/maillage.toml`;
  await writeFile(config, 'anchor_to = "dpo@sorbiers.example"\n');
  const start = (port) => serve({ data: kept.path, store: database.url, smtp: `smtp://127.0.0.1:${sink.port}`, config, port });
  const servers = [];
  let door;
  try {
    while (servers.length < SERVERS) servers.push(await start());
    await addSite(servers[0].settings);
    door = await proxy(() => servers.map((server) => server.port));
    await database.ask(DUE);

    const visitors = new Visitors('Passante');
    const stop = new AbortController();
    const asking = visitors.ask(door.url, { workers: WORKERS, signal: stop.signal });
    for (let round = 0; round < KILLS; round += 1) {
      await pause(1000 + Math.random() * 1000);
      const which = Math.floor(Math.random() * SERVERS);
      await servers[which].kill();
      await pause(Math.random() * 1000);
      servers[which] = await start(servers[which].port);
    }
    stop.abort();
    await asking;
    await visitors.finish(door.url);
    await until(async () => (await database.ask('SELECT COUNT(*) FROM job WHERE done_at IS NULL AND run_at < EXTRACT(EPOCH FROM now())')) === '0');
    await database.ask(LET_GO);
    await until(async () => (await database.ask('SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL')) === '0');
    await pause(6_000);
    const [{ settings }] = servers;
    await Promise.all(servers.splice(0).map((server) => server.stop()));

    await holdsOnceWhatWasAnswered(database.ask, visitors, settings);
    const done = await database.ask("SELECT COUNT(*) FROM job WHERE kind = 'platform.upkeep' AND done_at IS NOT NULL");
    const written = await database.ask("SELECT COUNT(*) FROM outbox WHERE recipient = 'dpo@sorbiers.example'");
    assert.ok(Number(done) >= JOBS, `${done} jobs done`);
    assert.equal(written, done, 'each job has had its effect once');
    const letters = await database.ask('SELECT id, doubtful_at IS NOT NULL FROM outbox');
    const doubtful = new Set();
    for (const [id, isDoubtful] of letters.split('\n').map((line) => line.split('\t'))) {
      const times = [...arrived].filter(([name]) => name.includes(id)).map(([, count]) => count)[0] ?? 0;
      assert.ok(times >= 1, `${id} did not arrive`);
      if (isDoubtful === 't') doubtful.add(id);
      else assert.equal(times, 1, `${id} arrived ${times} times and nobody doubts it`);
    }
    const acts = spoken(visitors.acknowledged.size);
    await figure(
      'servers',
      `${SERVERS} servers, one killed ${KILLS} times: 0 of ${acts} answered requests lost, 0 twice; ${spoken(Number(done))} jobs each once; ` +
        `${spoken(letters.split('\n').length)} letters arrived, ${doubtful.size} of them said to be doubtful, no other twice`,
    );
  } finally {
    await Promise.allSettled(servers.map((server) => server.kill()));
    await door?.stop();
    await sink.stop();
    await database.remove();
    await kept.remove();
  }
});

async function until(isSo) {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await isSo()) return;
    await pause(1_000);
  }
  assert.fail('it does not come to an end');
}
