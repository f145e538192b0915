// The disk fills while people write: they are told so, reading goes on, and when there is room again all is
// as it was; nothing that was answered is lost.

import assert from 'node:assert/strict';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { userInfo } from 'node:os';

import { folder, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered, isWhole, lite } from './support/stored.mjs';
import { Visitors, pause } from './support/visitors.mjs';

const TIMES = Number(process.env.MAILLAGE_FULL_DISKS ?? 10);
const SIZE = 32 * 1024 * 1024;
/** A small disk of memory with the files of another, seen by the program alone. */
const smallDisk = (path, from) => [
  ...['unshare', ...(userInfo().uid === 0 ? ['-m'] : ['-rm'])],
  ...['sh', '-c', `mount -t tmpfs -o size=${SIZE} none ${path} && cp ${from}/* ${path} && exec "$@"`, 'small-disk'],
];

test(`a full disk, ${TIMES} times`, async () => {
  const kept = await folder();
  let server;
  try {
    const [begun, data, after] = ['begun', 'data', 'after'].map((name) => `${kept.path}/${name}`);
    await Promise.all([begun, data, after].map((path) => mkdir(path)));
    const first = await serve({ data: begun });
    await addSite(first.settings);
    await first.stop();
    server = await serve({ data, under: smallDisk(data, begun) });
    // As the program sees it.
    const inside = `/proc/${server.pid}/root${data}`;
    const visitors = new Visitors('Habitante');
    for (let round = 0; round < TIMES; round += 1) {
      await during(500, visitors, server.url);
      await fill(`${inside}/filler`);
      const before = refused(visitors);
      // What the log had already taken of the disk serves a little longer.
      for (let tries = 0; refused(visitors) === before; tries += 1) {
        if (tries > 3) console.log(server.lines.slice(-5).join('\n'));
        assert.ok(tries < 5, `nobody is refused on a full disk: ${visitors.acknowledged.size} answered, ${JSON.stringify([...visitors.failures])}`);
        await during(1_000, visitors, server.url);
      }
      for (const path of ['/', '/demander', '/healthz']) {
        assert.equal((await fetch(server.url + path)).status, 200, `${path} on a full disk`);
      }
      await rm(`${inside}/filler`);
    }
    await visitors.finish(server.url);
    assert.deepEqual([...visitors.failures.keys()], [507]);
    await pause(6_000);
    // Nobody writes any more: its files are copied out of the small disk, which ends with the program.
    for (const name of ['store.db', 'store.db-wal']) await copyFile(`${inside}/${name}`, `${after}/${name}`);
    const ask = lite(`${after}/store.db`);
    await isWhole(ask);
    await holdsOnceWhatWasAnswered(ask, visitors, ['--store', `sqlite://${after}/store.db`]);
    await figure(
      'disk',
      `the disk full ${spoken(TIMES)} times: 0 of ${spoken(visitors.acknowledged.size)} answered requests lost, 0 twice; ` +
        `${spoken(refused(visitors))} refused with « no room left », every page read meanwhile answered`,
    );
  } finally {
    await server?.stop();
    await kept.remove();
  }
});

const refused = (visitors) => visitors.failures.get(507) ?? 0;

async function during(milliseconds, visitors, url) {
  const stop = new AbortController();
  const asking = visitors.ask(url, { workers: 3, signal: stop.signal });
  await pause(milliseconds);
  stop.abort();
  await asking;
}

/** To the last byte: in smaller and smaller pieces. */
async function fill(path) {
  for (let size = 4 * 1024 * 1024; size >= 512; size /= 2) {
    for (let isFull = false; !isFull; ) {
      isFull = await writeFile(path, Buffer.alloc(size), { flag: 'a' }).then(
        () => false,
        (error) => {
          assert.equal(error.code, 'ENOSPC');
          return true;
        },
      );
    }
  }
}
