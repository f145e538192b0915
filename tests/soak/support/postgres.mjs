// A PostgreSQL cluster of our own that keeps what it says it keeps (fsync on), and can be stopped as a
// power cut would stop it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../../browser/support/server.mjs';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** @returns a cluster: `url` of its database, `ask(sql)`, `crash()`, `start()`, `remove()`, `copy()` */
export async function cluster() {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-soak-postgres-'));
  const as = await keeper(folder);
  const data = join(folder, 'data');
  await program(as, folder, 'initdb', '-D', data, '-U', 'maillage', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8');
  const server = await started(as, folder, data);
  await server.ask('CREATE DATABASE maillage', 'postgres');
  return { ...server, copy: () => copyOf(server), caughtUpBy: (copy) => caughtUp(server, copy) };
}

/** Another server that follows the first one by streaming replication. */
async function copyOf(server) {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-soak-copy-'));
  const as = await keeper(folder);
  const data = join(folder, 'data');
  const { hostname, port } = new URL(server.url);
  await program(as, folder, 'pg_basebackup', '-D', data, '-R', '-X', 'stream', '-h', hostname, '-p', port, '-U', 'maillage');
  return started(as, folder, data);
}

/** Waits until a copy has heard of all that its server has written. */
async function caughtUp(server, copy) {
  const written = await server.ask('SELECT pg_current_wal_lsn()');
  const heard = () => copy.ask(`SELECT pg_last_wal_replay_lsn() >= '${written}'`).catch(() => 'f');
  for (let tries = 0; (await heard()) !== 't'; tries += 1) {
    assert.ok(tries < 300, 'the copy does not catch up');
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

/** A server on a folder of data, at a port of its own. */
async function started(as, folder, data) {
  const port = await freePort();
  const words = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200`;
  const control = (...rest) => program(as, folder, 'pg_ctl', '-D', data, '-w', ...rest);
  const start = () => control('-o', words, '-l', join(folder, 'log'), 'start');
  const server = `postgres://maillage@127.0.0.1:${port}`;
  const ask = async (sql, database = 'maillage') => {
    const said = await program(as, folder, 'psql', '-X', '-A', '-t', '-q', '-F', '\t', '-c', sql, `${server}/${database}`);
    return said.stdout.trimEnd();
  };
  await start();
  return {
    url: `${server}/maillage`,
    ask,
    start,
    /** Every process of it ends at once; what memory held is gone. */
    crash: () => control('-m', 'immediate', 'stop'),
    remove: async () => {
      await control('-m', 'immediate', 'stop').catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function program(as, folder, name, ...rest) {
  return run(...as(join(newest(), name), rest), { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

function newest() {
  const versions = readdirSync(DEBIAN).map(Number).filter(Boolean);
  assert.ok(versions.length > 0, 'install postgresql first');
  return join(DEBIAN, String(Math.max(...versions)), 'bin');
}

/** PostgreSQL refuses to run as root, and Debian's package brings a user for it. */
async function keeper(folder) {
  if (userInfo().uid !== 0) return (program, words) => [program, words];
  const { stdout } = await run('id', ['-u', 'postgres']);
  await chown(folder, Number(stdout), Number(stdout));
  return (program, words) => ['runuser', ['-u', 'postgres', '--', program, ...words]];
}
