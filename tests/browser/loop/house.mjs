// Where the loop is gone through: a team's installation, whose e-mails travel by SMTP, or the
// demonstration, where time can pass. Both say who works there and what was written to whom.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { listen } from '../smtp-sink.mjs';
import { visit } from '../support/browser.mjs';
import { demo, folder, maillage, serve } from '../support/server.mjs';
import { ACCOUNTS, signIn } from '../support/sign-in.mjs';

const PHRASE = 'quatre mots sous le tilleul';
const SITE = [
  ...['--name', 'Maison de santé des Sorbiers', '--address', '2 rue des Sorbiers, 69500 Bron'],
  ...['--phone', '04 65 71 00 09', '--commune', 'Bron', '--consent', 'information'],
];
const TEAM = {
  administrator: { email: 'andree@sorbiers.example', name: 'Andrée Martel', label: 'Administration' },
  prescriber: { email: 'paule@sorbiers.example', name: 'Paule Estournel', label: 'Prescripteur' },
  linkWorker: { email: 'jeanne@sorbiers.example', name: 'Jeanne Lacombaz', label: 'Agent de liaison' },
  coordinator: { email: 'claire@sorbiers.example', name: 'Claire Vauplane', label: 'Coordination' },
};
const STRUCTURE = {
  ...{ source: 'essai', id: 'essai--maison', nom: 'Maison de quartier des Tilleuls', date_maj: '2026-03-01' },
  ...{ adresse: '4 place des Tilleuls', code_postal: '69500', commune: 'Bron', code_insee: '69029' },
  ...{ latitude: 45.7339, longitude: 4.9116, telephone: '0465710042', courriel: 'maison@tilleuls.example' },
};
const SERVICE = {
  ...STRUCTURE,
  ...{ id: 'essai--chorale', structure_id: 'essai--maison', nom: 'Chorale des Tilleuls', frais: 'gratuit' },
  description: 'On chante ensemble le jeudi après-midi, sans rien savoir d’avance.',
  ...{ thematiques: [], modes_accueil: ['en-presentiel'], publics: ['tous-publics'], zone_eligibilite: ['69029'] },
};

/** A team on its first day: everybody comes in through the link they were sent. */
export async function installation(browser) {
  const [kept, letters] = [await folder(), []];
  const keep = ({ envelope, headers, text }) => letters.push({ to: envelope.to[0], subject: headers.subject, text });
  const sink = await listen({ onMail: keep });
  const server = await serve({ data: kept.path, smtp: `smtp://127.0.0.1:${sink.port}` });
  const house = {
    ...{ server, activity: SERVICE.nom, worker: TEAM.linkWorker.name, patience: 300 },
    letters: async () => letters,
    enter: (page, role) => signIn(page, TEAM[role].email, PHRASE),
    stop: async () => {
      await server.stop();
      await sink.stop();
      await kept.remove();
    },
  };
  try {
    await furnish(kept.path, server);
    await gather(browser, house);
    return house;
  } catch (error) {
    await house.stop();
    throw error;
  }
}

async function furnish(path, { settings }) {
  const files = { structures: join(path, 'structures.ndjson'), services: join(path, 'services.ndjson') };
  await writeFile(files.structures, `${JSON.stringify(STRUCTURE)}\n`);
  await writeFile(files.services, `${JSON.stringify(SERVICE)}\n`);
  await maillage(['site', 'add', ...SITE, ...settings]);
  const words = ['--structures', files.structures, '--services', files.services];
  const told = await maillage(['import', 'data-inclusion', ...words, ...settings]);
  assert.match(told, /services: 1 read, 1 created/);
}

async function gather(browser, house) {
  const { administrator, ...others } = TEAM;
  const first = ['--email', administrator.email, '--name', administrator.name, '--role', 'administrator'];
  await maillage(['invite', ...first, ...house.server.settings]);
  await accept(browser, house, administrator);
  await visit(browser, house.server, {}, async (page) => {
    await house.enter(page, 'administrator');
    for (const { email, name, label } of Object.values(others)) {
      await page.goto('/comptes');
      await page.getByLabel('Nom', { exact: true }).fill(name);
      await page.getByLabel('Adresse de courriel').fill(email);
      await page.getByLabel('Rôle').selectOption(label);
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
      await page.getByRole('rowheader', { name }).waitFor();
    }
  });
  for (const one of Object.values(others)) await accept(browser, house, one);
}

async function accept(browser, house, { email }) {
  const [{ text }] = await written(house, (letter) => letter.to === email, 1);
  await visit(browser, house.server, {}, async (page) => {
    await page.goto(text.match(/http:\/\/\S+/)[0]);
    await page.getByLabel('Phrase de passe').fill(PHRASE);
    await page.locator('main form button').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/invitation'));
  });
}

/** The demonstration: nothing leaves it, its letters are read on a page. */
export async function demonstration(browser) {
  const server = await demo();
  return {
    ...{ server, activity: 'Chorale des Essarts', worker: 'Nadia Belhassine', patience: 0 },
    letters: () => shown(browser, server),
    enter: (page, role) => signIn(page, ACCOUNTS[role], server.phrase),
    pass: (days) => pass(browser, server, days),
    stop: () => server.stop(),
  };
}

async function shown(browser, server) {
  let letters;
  await visit(browser, server, {}, async (page) => {
    await page.goto('/demo/courriels');
    letters = await page.locator('.letter').evaluateAll((all) =>
      all.map((letter) => ({
        to: letter.querySelector('.kicker').textContent.split(' · ').at(-1).trim(),
        subject: letter.querySelector('h2').textContent,
        text: letter.querySelector('.letter__body').textContent,
      })),
    );
  });
  return letters;
}

async function pass(browser, server, days) {
  await visit(browser, server, {}, async (page) => {
    await page.goto('/demo/temps');
    await page.locator(`button[name="days"][value="${days}"]`).click();
    await page.locator('main').getByRole('status').first().waitFor();
  });
}

/** As many letters as a reader looks for, and not one more; by SMTP they take their time. */
export async function written(house, isLookedFor, count) {
  const look = async () => (await house.letters()).map(plain).filter(isLookedFor);
  let found = await look();
  for (let tries = 0; tries < house.patience && found.length < count; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    found = await look();
  }
  assert.equal(found.length, count, `letters: ${JSON.stringify(found.map(({ to, text }) => [to, text]))}`);
  return found;
}

/** Non-breaking spaces are spaces to whoever reads. */
export function plain({ to, subject, text }) {
  const spaced = (words) => words.replace(/[\u00a0\u202f]/g, ' ');
  return { to, subject: spaced(subject), text: spaced(text) };
}
