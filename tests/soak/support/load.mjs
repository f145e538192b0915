// A steady stream of requests that waits for nobody: as many a second as asked for, whatever comes back.

import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const FLOOD = fileURLToPath(new URL('flood.mjs', import.meta.url));
const TICK = 5;
const PATIENCE = 30_000;

/**
 * @param {{rate: number, seconds: number, cookie: string, paths: string[]}} wishes
 * @returns {Promise<{asked: number, status: Map<string, number>, took: number[]}>} how many of each status,
 *   and how long accepted ones took, in milliseconds, sorted
 */
export async function stream(url, { rate, seconds, cookie, paths }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const status = new Map();
  const took = [];
  const under = [];
  const begin = performance.now();
  let asked = 0;
  while (performance.now() - begin < seconds * 1000) {
    const due = ((performance.now() - begin) / 1000) * rate;
    for (; asked < due; asked += 1) {
      under.push(one(`${url}${paths[asked % paths.length]}`, { agent, cookie, status, took }));
    }
    await new Promise((resolve) => {
      setTimeout(resolve, TICK);
    });
  }
  await Promise.all(under);
  agent.destroy();
  return { asked, status, took: took.sort((one, other) => one - other) };
}

/**
 * The same from a process that everybody else goes before, as if it asked from another machine.
 *
 * @returns {Promise<{asked: number, status: Map<string, number>, answered: number}>}
 */
export async function flood(url, wishes) {
  const child = spawn('nice', ['-n', '19', process.execPath, FLOOD], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ url, ...wishes }));
  const said = JSON.parse(await text(child.stdout));
  return { ...said, status: new Map(said.status) };
}

function one(url, { agent, cookie, status, took }) {
  return new Promise((resolve) => {
    const begin = performance.now();
    const end = (what) => {
      status.set(what, (status.get(what) ?? 0) + 1);
      resolve();
    };
    const request = get(url, { agent, headers: { cookie }, timeout: PATIENCE }, (answer) => {
      answer.once('data', () => {
        if (answer.statusCode === 200) took.push(performance.now() - begin);
      });
      answer.resume().once('end', () => end(said(answer)));
    });
    request.once('timeout', () => request.destroy()).once('error', (error) => end(error.code ?? 'cut'));
  });
}

/** 503 is well said only with the time to come back at. */
function said({ statusCode, headers }) {
  return statusCode === 503 && !headers['retry-after'] ? '503 without Retry-After' : String(statusCode);
}

/** The value that so many of a hundred are at most. */
export function percentile(sorted, hundredths) {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))];
}
