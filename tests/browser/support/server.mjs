// The program itself, started on a free port of this machine with a folder of its own.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROGRAM =
  process.env.MAILLAGE_PROGRAM ?? fileURLToPath(new URL('../../../target/debug/maillage', import.meta.url));
// The program speaks French in a terminal whose locale says nothing.
// All our visitors have this machine's address: the ceiling of what they send together is not tried here.
const ENVIRONMENT = { MAILLAGE_VISITOR_FORMS: '1000000', ...process.env, LC_ALL: 'C.UTF-8' };
const PATIENCE = 120_000;

/** Programs still running; none of them outlives us. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** A folder removed by `remove()`. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'maillage-browser-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/**
 * `maillage demo`. `data` names a folder to keep; without it one is made and removed.
 *
 * @returns {Promise<{url: string, phrase: string, lines: string[], stop: (signal?: string) => Promise<void>}>}
 */
export async function demo({ data, fresh = false } = {}) {
  const own = data ? undefined : await folder();
  const words = ['demo', '--listen', '127.0.0.1:0', '--data', data ?? own.path];
  const program = start(fresh ? [...words, '--fresh'] : words);
  try {
    await program.said('Ctrl-C');
  } catch (error) {
    await own?.remove();
    throw error;
  }
  // After a colon and its non-breaking space.
  const phrase = program.lines.find((line) => line.startsWith('Phrase de passe'))?.split(/\s:\s/)[1];
  assert.ok(phrase, `no pass phrase in:\n${program.lines.join('\n')}`);
  return {
    url: address(program.lines),
    phrase,
    lines: program.lines,
    stop: async (signal) => {
      await program.stop(signal);
      await own?.remove();
    },
  };
}

/** A demonstration for as long as a story lasts. */
export async function withDemo(wishes, story) {
  const server = await demo(wishes);
  try {
    await story(server);
  } finally {
    await server.stop();
  }
}

/**
 * `maillage serve`, a team's installation on an SQLite file in `data`, or in `store`; `config` names a
 * file of further settings, for a server whose address stands in them; `host` is what people call this
 * machine; `under` a program and its words that start ours; `reports` the copy that reports are read
 * from; `program` another one than that of today.
 */
export async function serve(wishes) {
  const { data, store = `sqlite://${data}/store.db`, smtp, config, host = '127.0.0.1', under = [] } = wishes;
  const { reports, program: ours = PROGRAM } = wishes;
  const port = wishes.port ?? (await freePort());
  const url = `http://${host}:${port}`;
  const settings = ['--store', store, '--public-url', url];
  if (smtp) settings.push('--smtp', smtp);
  const further = config ? ['--config', config] : [];
  if (reports) further.push('--report-store', reports);
  const program = start(['serve', '--listen', `127.0.0.1:${port}`, ...settings, ...further], [...under, ours]);
  await program.said(url);
  const { lines, stop, kill, pid } = program;
  return { url, port, settings, lines, stop, kill, pid };
}

/** Another command of the program, to its end: what it printed. */
export async function maillage(words) {
  const { stdout } = await promisify(execFile)(PROGRAM, words, { env: ENVIRONMENT });
  return stdout;
}

function start(words, under = [PROGRAM]) {
  const [program, ...rest] = [...under, ...words];
  const child = spawn(program, rest, { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const lines = [];
  const complaints = [];
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));

  /** Waits until the program has printed a text. */
  async function said(text) {
    const found = new Promise((resolve) => {
      const look = () => lines.some((line) => line.includes(text)) && resolve(true);
      reader.on('line', look);
      look();
    });
    const outcome = await Promise.race([found, ended, late(PATIENCE)]);
    if (outcome === true) return;
    child.kill('SIGKILL');
    throw new Error(`maillage ${words.join(' ')}: ${outcome}\n${[...lines, ...complaints].join('\n')}`);
  }

  /** Asks it to stop, as a service's keeper does or as Ctrl-C does, and expects it to end well. */
  async function stop(signal = 'SIGTERM') {
    child.kill(signal);
    const outcome = await Promise.race([ended, late(10_000)]);
    if (outcome !== 0) child.kill('SIGKILL');
    assert.equal(outcome, 0, `the program did not stop well:\n${complaints.join('\n')}`);
  }

  /** Ends it as a power cut or the kernel would: it is told nothing. */
  async function kill() {
    child.kill('SIGKILL');
    assert.equal(await ended, 'SIGKILL', `it had ended by itself:\n${complaints.join('\n')}`);
  }
  return { lines, said, stop, kill, pid: child.pid };
}

function address(lines) {
  const found = lines.join('\n').match(/http:\/\/127\.0\.0\.1:\d+/);
  assert.ok(found, `no address in:\n${lines.join('\n')}`);
  return found[0];
}

function late(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, 'nothing heard in time').unref();
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
