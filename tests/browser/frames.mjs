// How long the map's frames take while somebody moves it: `node frames.mjs http://127.0.0.1:8080`,
// against an installation that has imported a large directory. Chromium draws without a graphics
// card here; a real one is faster.

import { argv } from 'node:process';

import { launch } from './support/browser.mjs';

const address = argv[2];
if (!address) throw new Error('node frames.mjs http://127.0.0.1:PORT');

/** Wheel turns: closer to one spot, step by step, then away again. */
const TURNS = [...Array(24).fill(-240), ...Array(24).fill(240)];
/** Pulls of the map, in pixels, at each of two zooms. */
const PULLS = [[160, 0], [0, 120], [-160, -120], [-120, 60], [120, -60]];

const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${address}/ressources`);
  const map = page.locator('[data-map]');
  await map.scrollIntoViewIfNeeded();
  await page.locator('.map--drawn').waitFor();
  await page.waitForTimeout(1_000);
  const box = await map.boundingBox();
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(...middle);
  say('still', await frames(page, () => page.waitForTimeout(2_000)));
  say('pulled at the country’s zoom', await frames(page, () => pull(page, middle)));
  say('zoomed in and out', await frames(page, () => turn(page)));
  for (const _ of Array(10)) await wheel(page, -240);
  await page.waitForTimeout(1_500);
  say('pulled at a town’s zoom', await frames(page, () => pull(page, middle)));
} finally {
  await browser.close();
}

/** Milliseconds between frames while something is done. */
async function frames(page, act) {
  await page.evaluate(() => {
    window.frameTimes = [];
    let before = performance.now();
    const note = (now) => {
      window.frameTimes?.push(now - before);
      before = now;
      if (window.frameTimes) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await act();
  return page.evaluate(() => {
    const times = window.frameTimes;
    delete window.frameTimes;
    return times;
  });
}

async function pull(page, [x, y]) {
  for (const [right, down] of PULLS) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + right, y + down, { steps: 20 });
    await page.mouse.up();
    await page.waitForTimeout(300);
  }
}

async function turn(page) {
  for (const turned of TURNS) {
    await wheel(page, turned);
    await page.waitForTimeout(60);
  }
}

/** The map leaves the wheel to the page unless Control is held. */
async function wheel(page, turned) {
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, turned);
  await page.keyboard.up('Control');
}

function say(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0);
  console.log(`${what}: ${times.length} frames, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
}
