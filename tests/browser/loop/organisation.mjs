// What an organisation does: it has no account, it has a letter and the link in it.

import assert from 'node:assert/strict';

import { LIKES, TELLS } from './person.mjs';

/** The link of a letter, which tells nobody who the person is. */
export function linkOf({ subject, text }) {
  assert.doesNotMatch(`${subject}\n${text}`, TELLS);
  const found = text.match(/http:\/\/127\.0\.0\.1:\d+\/reponse\/\S+/);
  assert.ok(found, text);
  return found[0];
}

export async function saysYes(by, link) {
  await by.open(link);
  await by.reads(LIKES);
  assert.doesNotMatch(await by.text(), /Ravinel/);
  await by.write('Heure et lieu', 'Salle des Tilleuls');
  await by.write('Qui demander', 'Armelle');
  await by.press('Répondre oui');
  await by.reads('Vous avez répondu oui');
}

/** The link has served: it says what was answered, and nothing more can be done with it. */
export async function linkHasServed(by, link) {
  await by.open(link);
  await by.reads('Vous avez répondu oui');
  assert.equal(await by.main.getByRole('button').count(), 0);
}

export async function alteredLinkIsTold(by, link) {
  const middle = link.length - 12;
  const other = link[middle] === 'A' ? 'B' : 'A';
  await by.open(link.slice(0, middle) + other + link.slice(middle + 1));
  assert.equal(by.status(), 404);
  await by.reads('Ce lien est incomplet');
}
