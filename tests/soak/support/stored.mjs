// What a store holds of the requests of a run, on either engine.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { maillage } from '../../browser/support/server.mjs';

const ROWS = fileURLToPath(new URL('rows.py', import.meta.url));

/** Questions whose answer is 0 in a store where nothing happened by halves. */
const NONE = {
  'a person without a referral': `SELECT COUNT(*) FROM person p
     WHERE NOT EXISTS (SELECT 1 FROM referral r WHERE r.person_id = p.id)`,
  'a person without a consent': `SELECT COUNT(*) FROM person p
     WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id)`,
  'a referral that is not once in the trail': `SELECT COUNT(*) FROM referral r
     WHERE (SELECT COUNT(*) FROM audit_entry e WHERE e.subject_id = r.id AND e.action = 'created') <> 1`,
};

/** Asks an SQLite file. */
export function lite(file) {
  return async (sql) => {
    const { stdout } = await promisify(execFile)('python3', [ROWS, file, sql], { maxBuffer: 1 << 28 });
    return stdout.trimEnd();
  };
}

/** Everything that was answered is there once, nothing else is, and the trail is whole. */
export async function holdsOnceWhatWasAnswered(ask, visitors, settings) {
  for (const [what, sql] of Object.entries(NONE)) assert.equal(await ask(sql), '0', what);
  const rows = (await ask('SELECT name, COUNT(*) FROM person GROUP BY name')).split('\n').filter(Boolean);
  const named = new Map(rows.map((row) => row.split('\t')));
  const lost = [...visitors.acknowledged].filter((name) => !named.has(name));
  const twice = [...named].filter(([, count]) => count !== '1');
  assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
  assert.equal(named.size, visitors.acknowledged.size, 'nothing but what was asked');
  const said = await maillage(['audit', 'verify', ...settings]);
  assert.match(said, /^audit: \d+:/m);
  // Sealed or not yet: a server that stops does not wait for its seals.
  const entries = Number(await ask('SELECT COUNT(*) FROM audit_entry'));
  assert.ok(entries > visitors.acknowledged.size, `${entries} entries for ${visitors.acknowledged.size} requests`);
}

/** An SQLite file is whole by its own check. */
export async function isWhole(ask) {
  assert.equal(await ask('PRAGMA integrity_check'), 'ok');
  assert.equal(await ask('PRAGMA foreign_key_check'), '');
}
