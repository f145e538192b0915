// What a run measured, kept for docs/trust.md.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps one sentence, under the name the page asks for; shown as well. */
export async function figure(name, sentence) {
  console.log(`${name}: ${sentence}`);
  const folder = process.env.MAILLAGE_FIGURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `${sentence}\n`);
}

/** As people write it: 12,345. */
export function spoken(number) {
  return number.toLocaleString('en-GB');
}
