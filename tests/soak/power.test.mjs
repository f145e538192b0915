// The power fails while people write. All that the server writes is recorded, and the disk's state after
// a cut is made again from the record, 300 times: nothing that was answered is lost, nothing is damaged.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { folder, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { addSite } from './support/site.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const CUTS = Number(process.env.MAILLAGE_CUTS ?? 300);
const LOAD = 12_000;
const REPLAY = fileURLToPath(new URL('support/power.py', import.meta.url));
const CALLS = 'openat,close,accept4,recvfrom,read,sendto,write,writev,pwrite64,ftruncate,fsync,fdatasync';

test(`${CUTS} power cuts`, async () => {
  const kept = await folder();
  try {
    const [data, before, record] = ['data', 'before', 'record'].map((name) => `${kept.path}/${name}`);
    await Promise.all([mkdir(data), mkdir(before)]);
    const first = await serve({ data });
    await addSite(first.settings);
    await first.stop();
    await cp(data, before, { recursive: true });

    // A tracer beside the program, which stays ours to stop.
    const under = ['strace', '-D', '-f', '-xx', '-s', '1048576', '-o', record, '-e', `trace=${CALLS}`, '-e', 'signal=none'];
    const server = await serve({ data, under });
    const visitors = new Visitors('Riveraine');
    const stop = new AbortController();
    const asking = visitors.ask(server.url, { workers: 3, signal: stop.signal });
    await pause(LOAD);
    stop.abort();
    await asking;
    await server.stop();

    const told = await replayed(record, before);
    assert.ok(told.answers > 100, JSON.stringify(told));
    assert.equal(told.answers, visitors.acknowledged.size, 'every answer is in the record');
    assert.deepEqual(told.flaws, [], `seed ${told.seed}`);
    const lied = await replayed(record, before, '--lying');
    assert.ok(lied.bad > CUTS / 4, 'a disk that keeps nothing is found out');
    await figure(
      'power',
      `0 of ${spoken(told.cuts)} power cuts lost an answered request or damaged the store, over ${spoken(told.answers)} answers ` +
        `(on a disk that only says it keeps what it is given, ${spoken(lied.bad)} of ${spoken(lied.cuts)} do)`,
    );
  } finally {
    await kept.remove();
  }
});

async function replayed(...words) {
  const { stdout } = await promisify(execFile)('python3', [REPLAY, '--cuts', String(CUTS), ...words], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}
