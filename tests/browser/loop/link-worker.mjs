// What a link worker does, from the referral received to the end.

import assert from 'node:assert/strict';

import { ANSWERS, GOAL, LIKES, PERSON } from './person.mjs';
import { answer } from './prescriber.mjs';

/** Finds the new request from the day's page and accepts it; the address of the file. */
export async function accept(by) {
  await by.menu('Ma journée');
  await by.follow(/demandes? atten/);
  await by.follow(PERSON.addressed);
  assert.match(await by.text(), new RegExp(`04 65 71 63 63[^]*${PERSON.note}`));
  await by.press('Accepter et commencer l’accompagnement');
  const file = new URL(by.page.url()).pathname;
  assert.match(file, /^\/personnes\/[0-9a-f-]{36}$/);
  return file;
}

/** Two calls, one click each. */
export async function call(by, file) {
  await by.menu('Ma journée');
  await by.press(/^Sans réponse .*Ravinel/);
  await by.open(file);
  await by.reads('Appel sans réponse');
  await by.press('On s’est parlé');
  await by.reads('Premier contact');
}

export async function assess(by, file) {
  await by.menu('Ma journée');
  await by.follow(/^Faire le point .*Ravinel/);
  assert.equal(new URL(by.page.url()).pathname, `${file}/point`);
  await by.write('Ce qui compte pour la personne', 'La musique, et sa sœur de Lyon.');
  await by.tick('Des liens');
  await by.write('Ce qui l’arrête', 'Y aller seule la première fois.');
  await by.tick('Rencontrer du monde');
  await by.tick('chant');
  await by.tick('Gratuit ou presque');
  await by.write('Distance depuis chez elle, en kilomètres', '6');
  await by.pick('Comment', 'en bus, tram ou métro');
  await by.press('Enregistrer');
  await by.reads('C’est enregistré.');
}

/** A plan in the person's words, and the sheet they take home. */
export async function plan(by) {
  await by.follow('Écrire le plan ensemble');
  await by.write('Souhait 1', GOAL);
  const step = by.group('Étape 1');
  await by.write('Quoi', 'Appeler la chorale', step);
  await by.write('Qui', 'L’agent de liaison', step);
  await by.press('Enregistrer le plan');
  await by.follow('Imprimer la feuille de la personne');
  assert.match(await by.text(by.main.getByRole('article')), new RegExp(`${GOAL}[^]*Appeler la chorale`));
  await by.follow('Revenir au plan');
}

/** Looks for an activity and proposes the one the house knows; the address of the tie. */
export async function propose(by, file, activity) {
  await by.open(file);
  await by.follow('Trouver une activité');
  const result = by.main.locator('.result', { hasText: activity }).first();
  const reasons = await result.locator('.reasons li').allInnerTexts();
  assert.ok(reasons.length >= 2, `« ${activity} » is proposed for reasons: ${reasons}`);
  await by.press(`Proposer : ${activity}`);
  const tie = new URL(by.page.url()).pathname;
  assert.match(tie, /\/liens\/[0-9a-f-]{36}$/);
  return tie;
}

/** Asks for a place; without the person's agreement for this organisation nothing leaves. */
export async function ask(by) {
  const sends = 'Envoyer la demande';
  await by.follow('Demander une place');
  await by.tick(/^Ce qui lui plaît/);
  await by.write('Ce qui lui plaît, avec ses mots', LIKES);
  await by.press(sends);
  assert.equal(by.status(), 422);
  await by.main.getByRole('alert').getByText('Sans l’accord de la personne, rien n’est envoyé').waitFor();
  assert.equal(await by.field('Ce qui lui plaît, avec ses mots').inputValue(), LIKES);
  await by.tick('La personne a entendu ces mots');
  await by.press(sends);
}

export async function prepareTheFirstTime(by, tie) {
  await by.open(tie);
  await by.pick('Comment y va-t-elle', 'Avec quelqu’un');
  await by.press('La rencontre est préparée');
  await by.reads('La première rencontre est préparée');
}

export async function noteAttendance(by, tie) {
  await by.open(tie);
  await by.press('Est venue aujourd’hui');
}

/** The same questions as at first, and what changed. */
export async function review(by, file) {
  await by.open(file);
  await by.follow('Faire le bilan ensemble');
  await answer(by, ANSWERS.review);
  await by.press('Enregistrer le bilan');
  await by.reads('Moins de solitude');
  await by.reads('Ils ne disent pas ce qui l’a fait.');
}

export async function close(by) {
  await by.follow('Terminer l’accompagnement');
  await by.press('Terminer');
  assert.equal(by.status(), 422, 'how it ends is to be said');
  await by.pick('Comment cela se termine', 'Participe par soi-même');
  await by.press('Terminer');
  await by.reads('cette page se lit, elle ne se modifie plus');
}
