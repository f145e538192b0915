// Ten times as much as this machine can do, for a minute: whoever is answered is answered nearly as fast as
// ever, the others are told when to come back, and all is as before a few seconds later. The crowd is a
// process that gives way to everybody (`nice`); waits are those of somebody else who asks meanwhile.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withDemo } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { flood, percentile, stream } from './support/load.mjs';
import { signedIn } from './support/sign-in.mjs';
import { pause } from './support/visitors.mjs';

const SECONDS = Number(process.env.MAILLAGE_OVERLOAD_SECONDS ?? 60);
/** How often somebody asks, a second, whose waits are measured. */
const WITNESS = 60;
const PATHS = ['/personnes', '/chiffres', '/demander'];
/** More than it can do, whatever the machine. */
const TOO_MUCH = 4_000;

test('ten times too much', async () => {
  await withDemo({}, async ({ url, phrase }) => {
    const cookie = await signedIn(url, 'agent@demo.example', phrase);
    const wishes = (rate, seconds) => ({ rate, seconds, cookie, paths: PATHS });
    const ask = (seconds) => stream(url, wishes(WITNESS, seconds));
    await ask(2);
    const full = await flood(url, wishes(TOO_MUCH, 5));
    const capacity = full.answered / 5;
    await pause(2_000);
    const calm = await ask(10);
    assert.deepEqual([...calm.status.keys()], ['200']);
    const [over, witness] = await Promise.all([flood(url, wishes(capacity * 10, SECONDS)), ask(SECONDS)]);
    const after = await ask(5);

    const p99 = { calm: percentile(calm.took, 99), over: percentile(witness.took, 99) };
    const told = { capacity, asked: over.asked / SECONDS, status: Object.fromEntries(over.status), witness: Object.fromEntries(witness.status), p99, after: Object.fromEntries(after.status) };
    console.log(JSON.stringify(told));
    assert.ok(witness.took.length >= 100, 'enough waits to speak of the slowest of a hundred');
    assert.deepEqual([...over.status.keys()].sort(), ['200', '503']);
    assert.deepEqual([...after.status.keys()], ['200'], 'as before within five seconds');
    await figure(
      'overload',
      `${spoken(Math.round(over.asked / SECONDS))} requests a second where ${spoken(Math.round(capacity))} can be answered, for ${SECONDS} s: ` +
        `${spoken(over.status.get('200'))} answered, ${spoken(over.status.get('503'))} told to come back, nothing else; ` +
        `p99 of ${spoken(witness.took.length)} waits of somebody who asks meanwhile ${Math.round(p99.over)} ms, ${Math.round(p99.calm)} ms when calm; no refusal in the five seconds after`,
    );
  });
});
