// Pictures of a fresh demonstration for docs/images: `node screenshots.mjs [FILE…]`.
// The pages are listed in screenshots.json; « as » names an account of support/sign-in.mjs, « at » what
// the screen begins with.

import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

import { launch, visit } from './support/browser.mjs';
import { withDemo } from './support/server.mjs';
import { ACCOUNTS, signIn } from './support/sign-in.mjs';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

const all = JSON.parse(await readFile(new URL('screenshots.json', import.meta.url), 'utf8'));
const asked = argv.slice(2);
const shots = asked.length > 0 ? all.filter(({ file }) => asked.includes(file)) : all;

await mkdir(IMAGES, { recursive: true });
const browser = await launch();
try {
  await withDemo({}, async (server) => {
    for (const shot of shots) {
      for (const size of SIZES) await take(server, shot, size);
    }
  });
} finally {
  await browser.close();
}

/** One file: as much of the page as one screen shows. */
function take(server, { file, path, as, at }, size) {
  const target = `${IMAGES}${file}-${size.width}.png`;
  return visit(browser, server, size, async (page) => {
    if (as) await signIn(page, ACCOUNTS[as], server.phrase);
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    assert.equal(answer.status(), 200, `${path} answers ${answer.status()}`);
    await page.evaluate(() => document.fonts.ready);
    if (at) await beginWith(page, at);
    await page.screenshot({ path: target });
    console.log(`docs/images/${file}-${size.width}.png  ${path}`);
  });
}

/** Maps are drawn when they come near. */
async function beginWith(page, at) {
  await page.locator(at).first().evaluate((part) => part.scrollIntoView());
  if (at === '[data-map]') await page.locator('.map--drawn').waitFor();
  await page.waitForLoadState('networkidle');
}
