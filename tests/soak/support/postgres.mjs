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

/** @returns a cluster: `url` of its database, `ask(sql)`, `crash()`, `start()`, `remove()` */
export async function cluster() {
  const programs = newest();
  const folder = await mkdtemp(join(tmpdir(), 'maillage-soak-postgres-'));
  const port = await freePort();
  const as = await keeper(folder);
  const data = join(folder, 'data');
  const words = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200`;
  const program = (name, ...rest) => run(...as(join(programs, name), rest), { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const control = (...rest) => program('pg_ctl', '-D', data, '-w', ...rest);
  const start = () => control('-o', words, '-l', join(folder, 'log'), 'start');

  await program('initdb', '-D', data, '-U', 'maillage', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8');
  await start();
  const server = `postgres://maillage@127.0.0.1:${port}`;
  const ask = async (sql, database = 'maillage') => {
    const { stdout } = await program('psql', '-X', '-A', '-t', '-q', '-F', '\t', '-c', sql, `${server}/${database}`);
    return stdout.trimEnd();
  };
  await ask('CREATE DATABASE maillage', 'postgres');
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
