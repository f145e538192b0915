// Paper held against what it is a paper of: the copy, to the last column; each page that prints, word for word.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fetched, headingsFollow, inRole, read, said, tight } from './support/pdf.mjs';
import { ACCOUNTS, signIn } from './support/sign-in.mjs';
import { demonstration } from './support/stage.mjs';

const stage = demonstration();

/** The address of somebody's rights: of the person whose file is first in the list. */
async function rights(page, server) {
  await signIn(page, ACCOUNTS.linkWorker, server.phrase);
  await page.goto('/personnes');
  await page.locator('main a[href^="/personnes/"]').first().click();
  await page.locator('main a[href^="/droits/"]').first().click();
  return new URL(page.url()).pathname;
}

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
    const of = (role) => inRole(paper, role);
    assert.ok(of('H1').includes('Qui vous êtes') && of('H1').includes('Qui a ouvert vos données'));
    assert.ok(of('H2').includes('Personnes accompagnées'));
    assert.ok(of('TH').includes('Qui') && of('TD').length >= 4);
    assert.ok(of('Lbl').includes('Téléphone') && of('LBody').length > 20);
    headingsFollow(paper);
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

/** The first page a link of the page in hand leads to. */
async function follow(page, href) {
  const link = page.locator(`main a[href${href}]`).first();
  await page.goto(await link.getAttribute('href'));
}

async function begin(page, way) {
  await follow(page, '$="/mesures"');
  await page.locator('input[name="instrument"][value="ucla3"]').check();
  await page.locator(`button[name="way"][value="${way}"]`).click();
}

/** Somebody's file who goes somewhere: the carnet has something to say. */
async function fileOfSomebodyWhoGoes(page) {
  await page.goto('/personnes');
  const files = await page.locator('main a[href^="/personnes/"]').evaluateAll((links) => links.map((link) => link.pathname));
  for (const file of files) {
    await page.goto(`${file}/carnet`);
    if (await page.locator('.sheet__map').count()) return page.goto(file);
  }
  assert.fail('nobody goes anywhere');
}

/** Each page that prints, and how one comes to it; how many squares and maps are told of. */
const PAPERS = [
  { what: 'the sheet of a referral', who: 'prescriber', pictures: 1, to: async (page) => {
    await page.goto('/mes-patients');
    await follow(page, '^="/mes-patients/"');
    await follow(page, '$="/feuille"');
  } },
  { what: 'questions for nobody in particular', who: 'prescriber', pictures: 0, to: (page) => page.goto('/consultation/feuille?instrument=ucla3&instrument=own_goals') },
  { what: 'the plan', who: 'linkWorker', pictures: 0, to: async (page) => {
    await fileOfSomebodyWhoGoes(page);
    await page.goto(`${page.url()}/plan/imprimer`);
  } },
  { what: 'the carnet', who: 'linkWorker', pictures: 1, to: async (page) => {
    await fileOfSomebodyWhoGoes(page);
    await follow(page, '$="/carnet"');
  } },
  { what: 'the letter', who: 'linkWorker', pictures: 0, to: async (page) => {
    await fileOfSomebodyWhoGoes(page);
    await page.goto(`${page.url()}/lettre`);
  } },
  { what: 'questions with a code', who: 'linkWorker', pictures: 1, to: async (page) => {
    await fileOfSomebodyWhoGoes(page);
    await begin(page, 'paper');
  } },
  { what: 'calls of the day', who: 'linkWorker', pictures: 0, to: (page) => page.goto('/ma-journee/appels') },
  { what: 'calls of the directory', who: 'coordinator', pictures: 0, to: (page) => page.goto('/annuaire/a-verifier/feuille?territoire=69029') },
  { what: 'the guide of a commune', who: 'visitor', pictures: 0, to: (page) => page.goto('/territoires/69029/guide') },
  { what: 'the guide of a neighbourhood', who: 'visitor', pictures: 0, to: (page) => page.goto('/quartiers/DEMO-01/guide') },
];

/** What does not come out of the printer; drawings have their own words. */
const ASIDE = '[aria-hidden=true], .no-print, .visually-hidden, svg';

/** Each text of the page's sheets that stands on paper. */
const onSheets = (page, aside = ASIDE) =>
  page.locator('main').evaluate((main, aside) => {
    const texts = [];
    for (const sheet of main.querySelectorAll('.sheet')) {
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (data.trim() && !parentElement.closest(aside)) texts.push(data);
      }
    }
    return texts;
  }, aside);

for (const { what, who, pictures, to } of PAPERS) {
  for (const lang of ['fr', 'en']) {
    test(`${what} says on paper what its page says, in either size (${lang})`, () =>
      stage.see({ lang }, async (page) => {
        if (who !== 'visitor') await signIn(page, ACCOUNTS[who], stage.server.phrase);
        await to(page);
        const all = await onSheets(page);
        assert.ok(all.length > 4, 'a page with a sheet');
        // What heads a column heads nothing where there are no columns.
        const outsideHeads = await onSheets(page, `${ASIDE}, thead`);
        const files = await page.locator('main a[href*=".pdf"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        assert.equal(files.length, 2);
        for (const [file, isLarge] of [[files[0], false], [files[1], true]]) {
          const paper = await read(await fetched(page, file, lang));
          const text = said(paper);
          for (const one of isLarge ? outsideHeads : all) assert.ok(text.includes(tight(one)), `${JSON.stringify(one)} is not on ${file}`);
          assert.equal(paper.info.Language, lang);
          assert.equal(paper.metadata.get('pdfuaid:part'), '1');
          headingsFollow(paper);
          assert.ok(paper.alts.length >= pictures && (pictures > 0 || paper.alts.length === 0), `${paper.alts}`);
          if (isLarge) assert.ok(paper.steps.every((step) => !step.roles.includes('Table')), 'nothing in narrow columns');
        }
      }));
  }
}
