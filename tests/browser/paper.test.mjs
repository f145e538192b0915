// Paper as somebody else's program reads it (pdf.js): what is said, in which order, as what.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACCOUNTS, signIn } from './support/sign-in.mjs';
import { demonstration } from './support/stage.mjs';

// pdf.js wants what a browser draws with before it reads; nothing is drawn here.
globalThis.DOMMatrix ??= class {};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const stage = demonstration();

/** Without the room between words: lines are broken anew on paper. */
const tight = (text) => text.replace(/\s/gu, '');

/** The address of somebody's rights: of the person whose file is first in the list. */
async function rights(page, server) {
  await signIn(page, ACCOUNTS.linkWorker, server.phrase);
  await page.goto('/personnes');
  await page.locator('main a[href^="/personnes/"]').first().click();
  await page.locator('main a[href^="/droits/"]').first().click();
  return new URL(page.url()).pathname;
}

async function fetched(page, path, lang = 'fr') {
  const response = await page.request.get(path, { headers: { 'accept-language': lang } });
  assert.equal(response.status(), 200, path);
  return response.body();
}

/** The file as pdf.js understands it. */
async function read(bytes) {
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number)));
  }
  const { info, metadata } = await pdf.getMetadata();
  return { info, metadata, mark: await pdf.getMarkInfo(), pages, steps: pages.flatMap((one) => one.steps) };
}

/** What is in no element: head and foot of each page. */
const ASIDE = 'aside';

/** What a screen reader meets: each element with its own text, in the order of the structure. */
async function readPage(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map();
  const open = [];
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = open.at(-1) ?? ASIDE;
      texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''));
    }
  }
  const steps = [];
  const walk = (node, roles) => {
    if (node.type === 'content') steps.push({ roles, text: texts.get(node.id) ?? '' });
    for (const child of node.children ?? []) walk(child, node.role ? [...roles, node.role] : roles);
  };
  const tree = await page.getStructTree();
  if (tree) walk(tree, []);
  return { steps, aside: texts.get(ASIDE) ?? '', links: await page.getAnnotations() };
}

const said = (paper) => tight(paper.steps.map((step) => step.text).join(''));

/** Every text, number and yes or no of the copy. */
function* leaves(value) {
  if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) yield* leaves(inner);
  } else yield value;
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** As French clocks show it. */
function moment(text) {
  const wishes = { timeZone: 'Europe/Paris', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' };
  const parts = new Intl.DateTimeFormat('fr-FR', wishes).formatToParts(new Date(text));
  const part = (type) => parts.find((one) => one.type === type).value;
  const day = part('day') === '1' ? '1er' : part('day');
  return `${day} ${part('month')} ${part('year')} à ${Number(part('hour'))} h ${part('minute')}`;
}

function onPaper(value) {
  if (value === null) return '(rien)';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  if (value.startsWith('left out:')) return '(laissé de côté : concerne une autre personne)';
  return MOMENT.test(value) ? moment(value) : value;
}

test('all that the copy holds is read aloud from paper, in either size', () =>
  stage.see({}, async (page) => {
    const here = await rights(page, stage.server);
    const name = await page.locator('main .kicker').innerText();
    const copy = JSON.parse(await fetched(page, `${here}/copie.json`));
    for (const size of ['', '?taille=grande']) {
      const paper = await read(await fetched(page, `${here}/copie.pdf${size}`));
      const text = said(paper);
      assert.ok(text.startsWith(tight(`Vos données${name}`)), text.slice(0, 80));
      const values = [...leaves(copy.held)];
      assert.ok(values.length > 40, 'somebody of whom much is held');
      for (const value of values) {
        assert.ok(text.includes(tight(onPaper(value))), `${JSON.stringify(value)} is not on paper`);
      }
      for (const look of copy.trail) {
        assert.ok(text.includes(tight(moment(look.at))), look.at);
      }
    }
  }));

test('paper says its language, its title and what each part is', () =>
  stage.see({}, async (page) => {
    const here = await rights(page, stage.server);
    const paper = await read(await fetched(page, `${here}/copie.pdf`));
    assert.equal(paper.info.Language, 'fr');
    assert.equal(paper.info.Title, 'Vos données');
    assert.equal(paper.mark.Marked, true);
    assert.equal(paper.metadata.get('pdfuaid:part'), '1');
    const of = (role) => paper.steps.filter((step) => step.roles.includes(role)).map((step) => step.text.trim());
    assert.ok(of('H1').includes('Qui vous êtes') && of('H1').includes('Qui a ouvert vos données'));
    assert.ok(of('H2').includes('Personnes accompagnées'));
    assert.ok(of('TH').includes('Qui') && of('TD').length >= 4);
    assert.ok(of('Lbl').includes('Téléphone') && of('LBody').length > 20);
    let before = 1;
    for (const { roles } of paper.steps) {
      const heading = roles.find((role) => /^H\d$/.test(role));
      if (!heading) continue;
      const level = Number(heading.slice(1));
      assert.ok(level <= before + 1, `${heading} after H${before}`);
      before = level;
    }
    paper.pages.forEach(({ aside, links }, index) => {
      assert.equal(links.length, 0, 'leads nowhere');
      const page = tight(`Page ${index + 1} sur ${paper.pages.length}`);
      assert.ok(tight(aside).includes(page), `the foot is no part of what is read: ${aside}`);
    });
  }));

test('in English it is English', () =>
  stage.see({ lang: 'en' }, async (page) => {
    const here = await rights(page, stage.server);
    const paper = await read(await fetched(page, `${here}/copie.pdf?taille=grande`, 'en'));
    assert.equal(paper.info.Language, 'en');
    assert.equal(paper.info.Title, 'Your data');
    assert.ok(said(paper).includes(tight('All that is held, word for word')));
    assert.ok(paper.steps.every((step) => !step.roles.includes('Table')), 'nothing in narrow columns');
    assert.ok(tight(paper.pages.at(-1).aside).includes(tight(`of ${paper.pages.length}`)));
  }));
