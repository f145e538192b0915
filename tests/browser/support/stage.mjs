// What a test file opens once for all its tests: a browser, and the demonstration to visit.

import { after, before } from 'node:test';

import { launch, visit } from './browser.mjs';
import { demo } from './server.mjs';

/**
 * Called at the head of a test file; what it gives is there once the tests run.
 *
 * @returns {{server: {url: string, phrase: string}, see: (wishes: object, tour: Function) => Promise<void>}}
 */
export function demonstration() {
  let browser;
  const stage = { see: (wishes, tour) => visit(browser, stage.server, wishes, tour) };
  before(async () => {
    [browser, stage.server] = await Promise.all([launch(), demo()]);
  });
  after(async () => {
    await browser?.close();
    await stage.server?.stop();
  });
  return stage;
}
