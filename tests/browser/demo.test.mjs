// `maillage demo` as somebody tries it: what it prints, what it keeps, how it begins anew.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { demo, folder, maillage, withDemo } from './support/server.mjs';
import { ACCOUNTS } from './support/sign-in.mjs';

let browser;
let kept;
before(async () => {
  browser = await launch();
});
beforeEach(async () => {
  kept = await folder();
});
afterEach(() => kept.remove());
after(() => browser?.close());

/** What the program says of its present: « nous y sommes le … ». */
const present = (server) => server.lines.find((line) => line.includes('nous y sommes'));

test('the address, every account and the phrase are printed', () =>
  withDemo({}, (server) => {
    assert.match(server.lines[0], /http:\/\/127\.0\.0\.1:\d+$/);
    for (const email of Object.values(ACCOUNTS)) {
      assert.equal(server.lines.filter((line) => line.includes(email)).length, 1, email);
    }
    assert.ok(server.phrase.length >= 12);
  }));

test('Ctrl-C stops it well, even at once', async () => {
  const server = await demo();
  await server.stop('SIGINT');
});

test('a second start goes on, and --fresh begins anew', async () => {
  let beginning;
  await withDemo({ data: kept.path }, async (server) => {
    beginning = present(server);
    await visit(browser, server, {}, async (page) => {
      await page.goto('/demo/temps');
      await page.locator('button[name="days"][value="10"]').click();
      await page.locator('main').getByRole('status').first().waitFor();
    });
  });
  await withDemo({ data: kept.path }, (server) => {
    assert.notEqual(present(server), beginning, 'ten days were forgotten');
  });
  await withDemo({ data: kept.path, fresh: true }, (server) => {
    assert.equal(present(server), beginning, 'it did not begin anew');
  });
});

test('every page says that persons are invented', () =>
  withDemo({}, async (server) => {
    for (const [lang, words] of [['fr', 'sont inventées'], ['en', 'are invented']]) {
      await visit(browser, server, { lang }, async (page) => {
        for (const path of ['/', '/connexion', '/demo/temps', '/demo/courriels', '/nulle-part']) {
          await page.goto(path);
          await page.getByText(words).first().waitFor();
        }
      });
    }
  }));

test('two demonstrations do not share a folder, and others are not let in unasked', () =>
  withDemo({ data: kept.path }, async () => {
    const again = ['demo', '--listen', '127.0.0.1:0', '--data', kept.path];
    await assert.rejects(maillage(again), /Une autre démonstration tourne déjà/);
    const open = ['demo', '--listen', '0.0.0.0:0', '--data', kept.path];
    await assert.rejects(maillage(open), /n’écoute que cette machine/);
  }));
