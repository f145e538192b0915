// One Chromium for a test file; each visit has a context of its own and ends with no fault seen.

import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.MAILLAGE_CHROMIUM ?? '/usr/bin/chromium';
const LONGEST_VISIT = 180_000;
const LOCALES = { fr: 'fr-FR', en: 'en-GB' };
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: QUIET });
}

/**
 * Opens a page as somebody would have it, hands it to `tour`, and fails if the page broke our rules
 * meanwhile: an error in the console, a request to another origin, a missing file, a broken server.
 *
 * Without `scripts` the browser runs none; axe cannot run there either, so that `blocked` scripts
 * show the same page, as when their files do not arrive.
 *
 * `providers` are the origins people are sent to, to sign in there; they follow rules of their own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{url: string}} server
 * @param {{lang?: 'fr'|'en', scripts?: boolean|'blocked', dark?: boolean, width?: number, height?: number, providers?: string[]}} wishes
 * @param {(page: import('playwright-core').Page) => Promise<void>} tour
 */
export async function visit(browser, server, wishes, tour) {
  const { lang = 'fr', scripts = true, dark = false, width = 1280, height = 900, providers = [] } = wishes;
  const context = await browser.newContext({
    baseURL: server.url,
    locale: LOCALES[lang],
    javaScriptEnabled: scripts !== false,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: { width, height },
  });
  context.setDefaultTimeout(15_000);
  try {
    if (scripts === 'blocked') await context.route('**/*.js', (route) => route.abort());
    const page = await context.newPage();
    const faults = watch(page, [server.url, ...providers]);
    await Promise.race([tour(page), tooLong()]);
    assert.deepEqual(faults, [], 'the page broke a rule');
  } finally {
    await context.close();
  }
}

function tooLong() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the visit did not end')), LONGEST_VISIT).unref();
  });
}

/** Collects what must not happen on a page; the array grows while it is used. */
export function watch(page, origins) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A page's own status is judged below; a refused form is answered 422 and is no fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const isOurs = [origins].flat().some((origin) => request.url().startsWith(`${origin}/`)) || /^(data|blob):/.test(request.url());
    if (!isOurs) faults.push(`request to another origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    const isPage = response.request().resourceType() === 'document';
    if (response.status() >= (isPage ? 500 : 400)) {
      faults.push(`${response.status()} for ${response.url()}`);
    }
  });
  return faults;
}
