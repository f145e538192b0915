// Scanners of other makes, as nobody and as each role, each on a demonstration of its own: none finds
// anything, and the server says of nothing that it broke.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { folder, withDemo } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { schemathesis, sqlmap, wapiti } from './support/scanners.mjs';
import { signedIn } from './support/sign-in.mjs';
import { witness } from './support/witness.mjs';

const DOERS = {
  nobody: { start: '/ressources?q=chorale&pres_de=Bron' },
  prescripteur: { start: '/prescrire' },
  agent: { start: '/ma-journee' },
  coordination: { start: '/equipe' },
  administration: { start: '/comptes' },
};
/** So that scanners kept at the door are not taken for scanners that found nothing. */
const FEWEST_FORMS = 10;
/** Of each scanner, for each doer; all doers at once. */
const SECONDS = Number(process.env.MAILLAGE_SCAN_SECONDS ?? 120);
const CASES = Number(process.env.MAILLAGE_SCAN_CASES ?? 10_000);

test('hostile scanners', { concurrency: true }, async (t) => {
  const scanned = [];
  const one = ([name, doer]) => t.test(name, async () => scanned.push(await scan(name, doer)));
  await Promise.all(Object.entries(DOERS).map(one));
  assert.equal(scanned.length, Object.keys(DOERS).length, 'each of them ended well');
  const cases = sum(scanned.map(({ made }) => made));
  const asked = sum(scanned.flatMap(({ status }) => [...status.values()]));
  const forms = new Set(scanned.flatMap((one) => [...one.forms]));
  assert.ok(cases >= CASES, `${cases} cases`);
  assert.ok(forms.size >= FEWEST_FORMS, `forms sent: ${[...forms]}`);
  await figure(
    'scanners',
    `${spoken(asked)} requests as nobody and in four roles (${spoken(cases)} cases of schemathesis, the rest by sqlmap and wapiti, to ${forms.size} addresses of forms among others): ` +
      '0 answers of 500 and more, 0 findings',
  );
});

async function scan(name, { start }) {
  const own = await folder();
  let scanned;
  try {
    await withDemo({}, async ({ url, phrase }) => {
      const cookie = name === 'nobody' ? undefined : await signedIn(url, `${name}@demo.example`, phrase);
      const seen = await witness(url, cookie);
      try {
        assert.equal((await fetch(`${seen.url}${start}`, { redirect: 'manual' })).status, 200, `${name}: ${start}`);
        const wishes = { start, seconds: SECONDS, examples: Math.ceil(CASES / 40), folder: own.path };
        const { made, found } = await schemathesis(seen.url, wishes);
        const others = [await sqlmap(seen.url, wishes), await wapiti(seen.url, wishes)];
        const again = await fetch(`${seen.url}${start}`, { redirect: 'manual' });
        console.log(JSON.stringify({ name, made, status: Object.fromEntries(seen.status), forms: [...seen.forms].sort() }));
        assert.deepEqual([...found, ...others.flatMap((other) => other.found)], [], `${name}: findings`);
        assert.deepEqual(seen.failures, [], `${name}: what broke`);
        assert.equal(again.status, 200, `${name} is still signed in`);
        scanned = { made, status: seen.status, forms: seen.forms };
      } finally {
        await seen.stop();
      }
    });
  } finally {
    await own.remove();
  }
  return scanned;
}

function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}
