// What those around see: the coordinator's figures, the administrator's trail.

import assert from 'node:assert/strict';

/** How many persons stand at each step of the path, by its words; a year, as the loop takes months. */
export async function figures(by) {
  await by.menu('Chiffres');
  await by.follow('douze derniers mois');
  const path = by.main.locator('.funnel').first();
  const rows = await path.locator('li').evaluateAll((all) =>
    all.map((row) => [row.querySelector('.funnel__label').textContent, Number(row.querySelector('strong').textContent)]),
  );
  return Object.fromEntries(rows);
}

/** One person more at each step they came to, and nobody more elsewhere. */
export function oneMore(before, after, times) {
  const steps = Object.keys(after);
  assert.equal(steps.length, 8, `${steps}`);
  const reached = { 'A participé trois fois': times >= 3, 'A participé six fois': times >= 6 };
  const expected = steps.map((step) => [step, (before[step] ?? 0) + ((reached[step] ?? true) ? 1 : 0)]);
  assert.deepEqual(after, Object.fromEntries(expected));
}

export async function team(by, worker) {
  await by.menu('Équipe');
  await by.main.getByRole('row', { name: worker }).waitFor();
}

/** Who opened the file and who wrote in it stands in the trail; the file itself is not theirs. */
export async function trail(by, file, worker) {
  await by.menu('Journal');
  const rows = by.main.getByRole('row').filter({ hasText: worker });
  await rows.filter({ hasText: 'a lu' }).filter({ hasText: file.split('/').at(-1) }).first().waitFor();
  await rows.filter({ hasText: 'a changé' }).first().waitFor();
  const answer = await by.page.request.get(file);
  assert.equal(answer.status(), 404);
}
