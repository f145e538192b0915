// Every kind of page that a role comes to by following links, in the demonstration, in French by day and
// in English in the dark: nothing for axe, nothing that scrolls sideways at 320 pixels. The loop's test
// knows the pages behind forms.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nothingNewForAxe } from './support/axe.mjs';
import { fitsItsWidth, NARROW } from './support/narrow.mjs';
import { ACCOUNTS, signIn } from './support/sign-in.mjs';
import { demonstration } from './support/stage.mjs';

const DESK = { width: 1280, height: 900 };
/** Not pages: what is downloaded, and what other programs read. */
const IS_NO_PAGE = /\.(csv|geojson|ics|json|pdf|toml|txt|xlsx|zip)$|^\/(api\/|assets|healthz)/;
/** The letters of the demonstration were written to everybody: a link may lead to another's page. */
const MAY_BE_OF_OTHERS = /^\/(mes-patients|reponse|invitation|personnes|demandes|etudes)\//;

/** What each role reaches at the least, so that a menu that is gone does not pass for a clean page. */
const PATTERNS = {
  visitor: [
    '/', '/connexion', '/se-reperer', '/demander', '/signaler', '/ressources', '/ressources/{id}', '/ressources/{id}/erreur',
    '/organisations/{id}', '/api', '/territoires/{id}', '/territoires/{id}/guide', '/demo/temps', '/demo/courriels', '/reponse/{id}',
    '/vos-donnees', '/vos-donnees/{id}', '/vos-donnees/{id}/facile',
  ],
  prescriber: ['/consultation', '/prescrire', '/mes-patients', '/mes-patients/{id}', '/mes-patients/{id}/feuille'],
  linkWorker: [
    '/ma-journee', '/ma-journee/appels', '/personnes', '/personnes/{id}', '/personnes/{id}/carnet', '/demandes', '/demandes/papier', '/demandes/{id}',
    '/personnes/{id}/point', '/personnes/{id}/plan', '/personnes/{id}/trouver',
    '/personnes/{id}/mesures', '/personnes/{id}/bilan', '/personnes/{id}/liens/{id}',
    '/personnes/{id}/cloture', '/personnes/{id}/temps', '/personnes/{id}/consultations', '/chiffres/cout', '/ponderation', '/feuille',
  ],
  coordinator: ['/equipe', '/chiffres', '/annuaire/a-verifier', '/annuaire/campagnes', '/annuaire/signalements', '/annuaire/doublons', '/annuaire/import', '/annuaire/calendrier/{id}', '/annuaire/quartiers', '/quartiers/{id}', '/quartiers/{id}/guide', '/equipe/equite', '/personnes', '/personnes/{id}',
    '/donnees', '/donnees/registre', '/donnees/analyse', '/donnees/analyse/texte', '/donnees/emporter',
    '/equipe/questionnaires', '/equipe/questionnaires/apporter', '/equipe/questionnaires/trames/who5', '/equipe/couts', '/equipe/couts/consultations', '/chiffres/cout', '/rapports',
    '/etudes', '/etudes/{id}', '/etudes/{id}/suivi', '/etudes/{id}/ecarts', '/etudes/{id}/deroulement', '/etudes/{id}/variables', '/etudes/{id}/exports'],
  administrator: ['/comptes', '/connexions', '/compte/connexions', '/journal', '/donnees', '/donnees/responsable', '/donnees/emporter'],
};

const metBySomebody = new Set();

const stage = demonstration();

const TOURS = [
  { name: 'in French by day', wishes: { lang: 'fr' } },
  { name: 'in English in the dark', wishes: { lang: 'en', dark: true } },
];

for (const { name, wishes } of TOURS) {
  for (const [role, patterns] of Object.entries(PATTERNS)) {
    test(`every page that the ${role} comes to, ${name}, is clean and narrow enough`, () =>
      stage.see(wishes, async (page) => {
        if (role !== 'visitor') await signIn(page, ACCOUNTS[role], stage.server.phrase);
        const met = await crawl(page, patterns);
        const missing = patterns.filter((pattern) => !met.has(pattern));
        assert.deepEqual(missing, [], `the ${role} met only: ${[...met].sort().join(' ')}`);
        assert.equal(await page.locator('html').getAttribute('lang'), wishes.lang);
      }));
  }
}

/** Follows links breadth first, a page or two of each kind; the kinds that were met. */
async function crawl(page, patterns) {
  const { origin } = new URL(stage.server.url);
  const [known, kinds, met, faults] = [new Set(), new Map(), new Set(), []];
  const [waiting, spare] = [[], []];
  const note = (url) => {
    if (url.origin !== origin || known.has(url.href) || IS_NO_PAGE.test(url.pathname)) return;
    const kind = kindOf(url);
    const count = kinds.get(kind) ?? 0;
    known.add(url.href);
    kinds.set(kind, count + 1);
    (count < mostOf(kind) ? waiting : spare).push(url);
  };
  note(new URL('/', stage.server.url));
  if (page.url() !== 'about:blank') note(new URL(page.url()));
  for (let url; (url = waiting.shift() ?? oneThatMayLeadOn(spare, patterns, met)); ) {
    if (!(await opens(page, url))) continue;
    // Whoever is not signed in is led to the sign-in page.
    met.add(kindOf(new URL(page.url())).split('?')[0]);
    await judge(page).catch((error) => faults.push(error.message));
    const found = await page.locator('a[href]').evaluateAll((links) => links.map(({ href }) => href));
    found.map(withoutHash).forEach(note);
  }
  kinds.forEach((_, kind) => metBySomebody.add(kind));
  assert.equal(faults.length, 0, faults.join('\n'));
  return met;
}

/** Which records come first is chance: while a kind is missing, more of those on the way to it are opened. */
function oneThatMayLeadOn(spare, patterns, met) {
  const missing = patterns.filter((pattern) => !met.has(pattern));
  const mayLeadOn = (url) => missing.some((pattern) => `${pattern}/`.startsWith(`${kindOf(url)}/`));
  const at = spare.findIndex(mayLeadOn);
  return at < 0 ? undefined : spare.splice(at, 1)[0];
}

/** The address without what names one record, and with the names of what is asked. */
function kindOf({ pathname, searchParams }) {
  const path = pathname
    .replace(/[0-9a-f-]{36}/g, '{id}')
    .replace(/^\/(annuaire\/calendrier|ressources|organisations|territoires|quartiers|reponse|invitation|verification)\/[^/]+/, '/$1/{id}');
  const names = [...new Set(searchParams.keys())].sort();
  return names.length > 0 ? `${path}?${names}` : path;
}

/** Two records of a kind, as they differ by their state; one where another role has been. */
function mostOf(kind) {
  return kind.includes('{id}') && !kind.includes('?') && !metBySomebody.has(kind) ? 2 : 1;
}

async function opens(page, url) {
  await page.setViewportSize(DESK);
  const status = (await page.goto(url.href)).status();
  if (status === 200) return true;
  assert.ok([404, 410].includes(status) && MAY_BE_OF_OTHERS.test(url.pathname), `${status} at ${url}`);
  return false;
}

async function judge(page) {
  await nothingNewForAxe(page);
  await page.setViewportSize(NARROW);
  await fitsItsWidth(page);
}

function withoutHash(href) {
  const url = new URL(href);
  url.hash = '';
  return url;
}
