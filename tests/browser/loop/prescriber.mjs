// What a prescriber does: questions, a referral, a look at what became of it.

import assert from 'node:assert/strict';

import { ANSWERS, PERSON, QUESTIONS } from './person.mjs';

/** Asks the questions of a consultation and reads the result. */
export async function screen(by) {
  await by.menu('Consultation');
  await by.press('Poser ces questions');
  await by.pick('Comment', 'Avec la personne');
  await answer(by, ANSWERS.first);
  await by.press('Enregistrer et voir le résultat');
  // Two of three, twice; one of two: eight of nine.
  await by.reads('Vos réponses donnent 8, sur une échelle qui va de 3');
  await by.reads('Sur une échelle de 1 (jamais seul) à 5 (tout le temps), votre réponse est 4.');
  await by.reads('Ce n’est pas un diagnostic.');
}

export async function answer(by, answers) {
  for (const [at, question] of QUESTIONS.entries()) await by.pick(question, answers[at]);
}

/** Refers the person of the consultation; the address of the referral. */
export async function refer(by) {
  await by.follow('Prescrire du lien');
  await fillIn(by);
  await by.press('Envoyer la demande');
  await refusedAndKept(by);
  await by.tick(/Personne informée ce jour|Accord recueilli ce jour/);
  await by.press('Envoyer la demande');
  return readReceipt(by);
}

async function fillIn(by) {
  await by.write('Nom', PERSON.name);
  await by.write('Année de naissance', PERSON.year);
  await by.pick('Comment s’adresser à la personne', 'Madame');
  await by.write('Commune', PERSON.commune);
  await by.write('Téléphone', PERSON.phone);
  await by.write('Quand appeler (facultatif)', PERSON.when);
  await by.tick('Se sent seul ou seule');
  await by.write('Un mot pour l’agent de liaison (facultatif)', PERSON.note);
}

/** Without the person's agreement: what was typed is still there, and nothing was kept. */
async function refusedAndKept(by) {
  assert.equal(by.status(), 422);
  await by.main.getByRole('alert').getByText('Sans cet accord, rien ne peut être envoyé').waitFor();
  const typed = { Nom: PERSON.name, Téléphone: PERSON.phone, Commune: PERSON.commune };
  for (const [label, text] of Object.entries(typed)) {
    assert.equal(await by.field(label).inputValue(), text);
  }
  assert.ok(await by.main.getByRole('radio', { name: 'Madame' }).isChecked());
  assert.ok(await by.main.getByRole('checkbox', { name: 'Se sent seul ou seule' }).isChecked());
  const beside = await by.page.context().newPage();
  await beside.goto('/mes-patients');
  assert.doesNotMatch(await beside.locator('main').innerText(), /Ravinel/);
  await beside.close();
}

/** The receipt, and from it the sheet that is handed over. */
async function readReceipt(by) {
  const path = new URL(by.page.url()).pathname;
  assert.match(path, /^\/mes-patients\/[0-9a-f-]{36}$/);
  assert.match(await by.text(), /^Envoyée[^]*Ravinel[^]*Demande envoyée/i);
  await by.follow('La feuille à remettre à la personne');
  const sheet = by.main.getByRole('article');
  assert.match(await by.text(sheet), /Ravinel[^]*04 65 71[^]*arrêter quand vous voulez/);
  return path;
}

/** Finds the referral in the list, and reads in it what happened and no file. */
export async function seesItClosed(by, referral) {
  await by.menu('Mes patients');
  await by.follow(PERSON.addressed);
  assert.equal(new URL(by.page.url()).pathname, referral);
  assert.match(await by.main.locator('.kicker').innerText(), /^Accompagnement terminé/i);
  for (const step of ['Demande acceptée', 'Premier contact', 'Première participation', 'Accompagnement terminé']) {
    await by.main.locator('.timeline').getByText(step).first().waitFor();
  }
  assert.equal(await by.main.getByRole('link', { name: /dossier/i }).count(), 0);
}
