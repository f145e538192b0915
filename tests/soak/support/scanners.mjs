// Scanners of other makes, each until its end or its time, and what each says it found.

import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PYTHON = fileURLToPath(new URL('../../../target/formats/python/bin/', import.meta.url));

/** Scanners still at work; none of them outlives us. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Questions made from the interface's own document: how many, and what is wrong with the answers. */
export async function schemathesis(url, { examples, seconds, folder }) {
  const said = await run(`${PYTHON}schemathesis`, [
    ...['run', `${url}/api/v1/openapi.json`, '--no-color', '--continue-on-failure', '--seed', '1'],
    ...['--phases', 'examples,coverage,fuzzing', '--max-examples', String(examples)],
    // A commune's code can have the right shape and be no commune: see tests/formats.
    ...['--exclude-checks', 'positive_data_acceptance', '--max-time', String(Math.round(seconds * 1.5))],
    ...['--report', 'json', '--report-json-path', join(folder, 'schemathesis.json')],
  ], { seconds: seconds * 2 + 60, folder });
  const made = Number(said.text.match(/(\d[\d,]*) generated/)?.[1]?.replaceAll(',', ''));
  return { made, found: said.code === 0 ? [] : [said.text.slice(-4_000)] };
}

/** Pages and their forms, with what breaks databases. */
export async function sqlmap(url, { start, seconds, folder }) {
  const said = await run('sqlmap', [
    ...['-u', `${url}${start}`, '--batch', '--forms', '--crawl=2', '--technique=BEUS'],
    ...['--disable-coloring', '--flush-session', '--timeout=10', '--retries=0', `--output-dir=${folder}/sqlmap`],
  ], { seconds, folder });
  return { found: said.text.match(/^.*(is vulnerable|injection point|appears to be '.*injectable).*$/gm) ?? [] };
}

/** Which of Wapiti's ways in are tried: none that asks another machine for help (ssrf, xxe), nor measures time
 * on a machine that has other things to do (blindsql). */
const MODULES = 'backup,crlf,csp,exec,file,htaccess,methods,permanentxss,redirect,shellshock,sql,xss';

/** Everything a visitor of links reaches, with what breaks pages. */
export async function wapiti(url, { start, seconds, folder }) {
  const report = join(folder, 'wapiti.json');
  // Without this list of products, which no way in of ours uses, it would ask for it elsewhere.
  await writeFile(join(folder, 'apps.json'), '{}');
  const said = await run('wapiti', [
    ...['-u', `${url}${start}`, '--scope', 'domain', '-m', MODULES, '--no-bugreport', '--flush-session'],
    // Its own times bound a way in only between two pages: a few hundred pages are enough of each kind.
    ...['-d', '3', '--max-links-per-page', '30', '--max-files-per-dir', '8'],
    ...['--max-scan-time', String(Math.round(seconds / 4)), '--max-attack-time', String(Math.round(seconds / 10))],
    ...['--store-session', folder, '--store-config', folder, '-f', 'json', '-o', report],
  ], { seconds: seconds * 4, folder });
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (!text) return { found: [`wapiti wrote no report: ${said.text.slice(-1_000)}`] };
  const told = JSON.parse(text);
  const all = { ...told.vulnerabilities, ...told.anomalies };
  return { found: Object.values(all).flat().map(({ info, path, parameter }) => `${info} ${path} ${parameter ?? ''}`) };
}

function run(program, words, { seconds, folder }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } });
    running.add(child);
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      running.delete(child);
      resolve({ code, text: Buffer.concat(parts).toString('utf8') });
    });
  });
}
