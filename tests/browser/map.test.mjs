// The map of what was found: the same places as the list, with a pointer and by keyboard.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration } from './support/stage.mjs';

const stage = demonstration();

/** The map once it is drawn, and the tiles asked for until then. */
async function drawn(page, address) {
  const tiles = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/map/points/')) tiles.push(answer.status());
  });
  await page.goto(address);
  const map = page.locator('[data-map]');
  await map.scrollIntoViewIfNeeded();
  await page.locator('.map--drawn').waitFor();
  return { canvas: map.locator('canvas'), tiles };
}

test('what is chosen on the map by keyboard is said and leads to its page', () =>
  stage.see({}, async (page) => {
    const { canvas, tiles } = await drawn(page, '/ressources?pres_de=Bron&rayon=2&q=jardin');
    const names = await page.locator('.result h3').allInnerTexts();
    await page.waitForTimeout(500);
    await canvas.focus();
    await canvas.press('Enter');
    await page.locator('.map-popup__name').first().waitFor();
    for (const name of await page.locator('.map-popup__name').allInnerTexts()) {
      assert.ok(names.includes(name), `${name} is in the list`);
    }
    assert.ok(tiles.length > 0 && tiles.every((status) => status === 200), tiles.join());
    await page.locator('.map-popup a').first().click();
    await page.waitForURL('**/ressources/*');
  }));

test('the map follows what is asked', () =>
  stage.see({}, async (page) => {
    await drawn(page, '/ressources?pres_de=Bron');
    const asked = page.waitForResponse((answer) => answer.url().includes('/map/points/') && answer.url().includes('q=chorale'));
    await page.locator('#q').fill('chorale');
    assert.equal((await asked).status(), 200);
  }));

test('a neighbourhood’s map draws its outline and looks at it closely', () =>
  stage.see({}, async (page) => {
    const zooms = [];
    page.on('response', (answer) => {
      const zoom = /\/map\/points\/(\d+)\//.exec(answer.url());
      if (zoom) zooms.push(Number(zoom[1]));
    });
    const outline = page.waitForResponse((answer) => answer.url().endsWith('/quartiers/DEMO-01/contour.geojson'));
    await drawn(page, '/quartiers/DEMO-01');
    assert.equal((await outline).status(), 200);
    assert.ok(zooms.length > 0 && zooms.every((zoom) => zoom >= 13), `its own squares, not the town’s: ${zooms}`);
  }));
