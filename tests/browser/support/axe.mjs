// What axe-core finds on a page: nothing.

import assert from 'node:assert/strict';

import { AxeBuilder } from '@axe-core/playwright';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with each finding: its rule, what to read about it, and where on the page. */
export async function nothingForAxe(page) {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary}`),
  );
  assert.equal(found.length, 0, `axe on ${page.url()}:\n${found.join('\n')}`);
  // A page that axe could not read at all would have no findings either.
  assert.ok(passes.length > 10, `axe passed only ${passes.length} rules on ${page.url()}`);
}

/** Pages judged already, by their address without names of records and by what they are made of. */
const judged = new Set();

/** The same for a page not met yet in this file; axe takes a second or two, and journeys come back. */
export async function nothingNewForAxe(page) {
  const elements = await page.locator('main *').evaluateAll((all) => all.map((one) => one.tagName + one.className));
  const { pathname } = new URL(page.url());
  const made = `${pathname.replace(/[0-9a-f-]{36}/g, '{id}')} ${elements.join()}`;
  if (judged.has(made)) return;
  judged.add(made);
  await nothingForAxe(page);
}
