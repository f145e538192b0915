// A PDF as somebody else's program reads it (pdf.js): what is said, in which order, as what.

import assert from 'node:assert/strict';

// pdf.js wants what a browser draws with before it reads; nothing is drawn here.
globalThis.DOMMatrix ??= class {};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** Without the room between words: lines are broken anew on paper. */
export const tight = (text) => text.replace(/\s/gu, '');

/** A file of this address, for whoever is signed in on the page. */
export async function fetched(page, path, lang = 'fr') {
  const response = await page.request.get(path, { headers: { 'accept-language': lang } });
  assert.equal(response.status(), 200, path);
  return response.body();
}

/** The file as pdf.js understands it. */
export async function read(bytes) {
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number)));
  }
  const { info, metadata } = await pdf.getMetadata();
  const [steps, alts] = [pages.flatMap((one) => one.steps), pages.flatMap((one) => one.alts)];
  return { info, metadata, mark: await pdf.getMarkInfo(), pages, steps, alts };
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
  const [steps, alts] = [[], []];
  const walk = (node, roles) => {
    if (node.type === 'content') steps.push({ roles, text: texts.get(node.id) ?? '' });
    if (node.alt) alts.push(node.alt);
    for (const child of node.children ?? []) walk(child, node.role ? [...roles, node.role] : roles);
  };
  const tree = await page.getStructTree();
  if (tree) walk(tree, []);
  return { steps, alts, aside: texts.get(ASIDE) ?? '', links: await page.getAnnotations() };
}

/** All that is read, in one. */
export const said = (paper) => tight(paper.steps.map((step) => step.text).join(''));

/** What elements of a role say. */
export const inRole = (paper, role) =>
  paper.steps.filter((step) => step.roles.includes(role)).map((step) => step.text.trim());

/** Nobody who goes from heading to heading misses a level. */
export function headingsFollow(paper) {
  let before = 1;
  for (const { roles } of paper.steps) {
    const heading = roles.find((role) => /^H\d$/.test(role));
    if (!heading) continue;
    const level = Number(heading.slice(1));
    assert.ok(level <= before + 1, `${heading} after H${before}`);
    before = level;
  }
}
