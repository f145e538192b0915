// A page on the narrowest screen people have, or enlarged four times (WCAG 2.2, 1.4.10).

import assert from 'node:assert/strict';

export const NARROW = { width: 320, height: 640 };

/** Fails when the document scrolls sideways, and names what sticks out. */
export async function fitsItsWidth(page) {
  const { wide, width, out } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element) => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const sticksOut = (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement);
    const out = [...document.body.querySelectorAll('*')].filter(sticksOut).slice(0, 5);
    const name = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    return { wide: document.documentElement.scrollWidth, width, out: out.map(name) };
  });
  assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width}: ${out.join(', ')}`);
}
