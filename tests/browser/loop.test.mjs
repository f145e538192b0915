// The whole loop, as four people and an organisation go through it: one person referred,
// called, accompanied to an activity, and everybody who should know told.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { keyboard, mouse } from './loop/hands.mjs';
import { demonstration, installation, plain, written } from './loop/house.mjs';
import * as worker from './loop/link-worker.mjs';
import { alteredLinkIsTold, linkHasServed, linkOf, saysYes } from './loop/organisation.mjs';
import { TELLS } from './loop/person.mjs';
import { refer, screen, seesItClosed } from './loop/prescriber.mjs';
import { figures, oneMore, team, trail } from './loop/team.mjs';
import { launch, visit } from './support/browser.mjs';
import { NARROW } from './support/narrow.mjs';

const DAYS_BETWEEN_TIMES = 10;
const NEWS = {
  accepted: 'a accepté la demande',
  reached: 'se sont parlé',
  tookPart: 'a participé à une activité',
  closed: 'L’accompagnement est terminé.',
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test('the loop on a team’s installation, its e-mails by SMTP, within a day', () =>
  within(installation, (house) => loop(house, { hands: mouse, wishes: {}, times: 1 })));

test('the loop by keyboard at 320 pixels, over two months, and axe finds nothing', () =>
  within(demonstration, (house) => loop(house, { hands: keyboard, wishes: NARROW, times: 6 })));

test('the loop without scripts', () =>
  within(demonstration, (house) => loop(house, { hands: mouse, wishes: { scripts: false }, times: 1 })));

async function within(open, story) {
  const house = await open(browser);
  try {
    await story(house);
  } finally {
    await house.stop();
  }
}

/** Every act in its order; whoever acts comes in anew, as time may have passed. */
async function loop(house, { hands, wishes, times }) {
  const as = (role, acts) => visited(house, wishes, hands, role, acts);
  const figuresBefore = await as('coordinator', figures);
  const referral = await as('prescriber', async (by) => {
    await screen(by);
    return refer(by);
  });
  const file = await as('linkWorker', async (by) => {
    const file = await worker.accept(by);
    await worker.call(by, file);
    await worker.assess(by, file);
    await worker.plan(by);
    return file;
  });
  const tie = await placeFound(house, as, file);
  await comes(house, as, tie, times);
  await as('linkWorker', async (by) => {
    await worker.review(by, file);
    await worker.close(by);
  });
  await as('prescriber', (by) => seesItClosed(by, referral));
  await prescriberHeard(house, referral, times);
  await as('coordinator', async (by) => {
    await team(by, house.worker);
    oneMore(figuresBefore, await figures(by), times);
  });
  await as('administrator', (by) => trail(by, file, house.worker));
}

/** Somebody of the team, or the organisation without an account; what the acts give. */
async function visited(house, wishes, hands, role, acts) {
  let given;
  await visit(browser, house.server, wishes, async (page) => {
    if (role) await house.enter(page, role);
    given = await acts(hands(page)).catch(async (error) => {
      throw new Error(`${role ?? 'organisation'} at ${page.url()}: ${error.message}\n${await onScreen(page)}`);
    });
  });
  return given;
}

/** The beginning of what they saw, for whoever reads the failure. */
async function onScreen(page) {
  const text = await page.locator('main').innerText({ timeout: 2_000 }).catch(() => '(no page)');
  return text.slice(0, 1_000);
}

/** A place asked for, and given by the link of a letter. */
async function placeFound(house, as, file) {
  const tie = await as('linkWorker', (by) => worker.propose(by, file, house.activity));
  const old = new Set((await house.letters()).map(plain).map(({ text }) => text));
  await as('linkWorker', async (by) => {
    await by.open(tie);
    await worker.ask(by);
  });
  await organisationAnswers(house, as, old);
  await as('linkWorker', (by) => worker.prepareTheFirstTime(by, tie));
  return tie;
}

async function organisationAnswers(house, as, old) {
  const about = `Une demande de place pour « ${house.activity} »`;
  const [letter] = await written(house, ({ subject, text }) => subject === about && !old.has(text), 1);
  const link = linkOf(letter);
  await as(undefined, (by) => alteredLinkIsTold(by, link));
  await as(undefined, (by) => saysYes(by, link));
  await as(undefined, (by) => linkHasServed(by, link));
}

/** The person comes, the same day or every ten days. */
async function comes(house, as, tie, times) {
  for (let time = 1; time <= times; time += 1) {
    if (time > 1) await house.pass(DAYS_BETWEEN_TIMES);
    await as('linkWorker', (by) => worker.noteAttendance(by, tie));
  }
}

/** Each moment the prescriber is told of, once, in words that name nobody. */
async function prescriberHeard(house, referral, times) {
  const timesTold = [1, 3, 6].filter((count) => count <= times).length;
  const letters = await written(house, ({ text }) => text.includes(referral), 3 + timesTold);
  const count = (words) => letters.filter(({ text }) => text.includes(words)).length;
  assert.deepEqual(Object.values(NEWS).map(count), [1, 1, timesTold, 1]);
  for (const { subject, text } of letters) {
    assert.doesNotMatch(`${subject}\n${text}`, TELLS);
    assert.match(text, /demandes : [^/]+\.\s+Pour en savoir plus \(après connexion\) :\s+http/);
  }
}
