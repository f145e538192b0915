// What somebody does to a page, whatever they have to do it with. The acts of the loop are written
// once, in these few verbs; controls are found as people find them, by the words beside them.

import { nothingNewForAxe } from '../support/axe.mjs';
import { chooseThe, tabOnto } from '../support/keyboard.mjs';
import { fitsItsWidth } from '../support/narrow.mjs';

/** A mouse and a keyboard on a desk. */
export function mouse(page) {
  return hands(page, {
    activate: (control) => control.click(),
    write: (field, text) => field.fill(text),
    pick: (radio) => radio.check(),
    tick: (box) => box.check(),
    look: async () => {},
  });
}

/** The keyboard alone; each page met is judged, as the loop meets pages that no link leads to. */
export function keyboard(page) {
  return hands(page, {
    activate: async (control, told) => {
      await tabOnto(page, control, told);
      await page.keyboard.press('Enter');
    },
    write: async (field, text, told) => {
      await tabOnto(page, field, told);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    pick: (radio, told) => chooseThe(page, radio, told),
    tick: async (box, told) => {
      await tabOnto(page, box, told);
      await page.keyboard.press('Space');
    },
    look: async () => {
      await fitsItsWidth(page);
      await nothingNewForAxe(page);
    },
  });
}

function hands(page, way) {
  let status;
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'document') status = answer.status();
  });
  const main = page.locator('main');

  /** Acts, and waits for the page this leads to: a form that is refused leads to one as well. */
  async function leave(act) {
    const landed = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await Promise.all([landed, act()]);
    await page.waitForLoadState();
    await way.look();
  }
  const control = (role, name, within) => within.getByRole(role, { name }).first();
  const activate = (role, name, within = main) =>
    leave(() => way.activate(control(role, name, within), `the ${role} « ${name} »`));

  // A commune's field has a list of proposals beside it, under the same label.
  const isField = page.locator('input, textarea');
  const field = (label, within) => within.getByLabel(label, { exact: true }).and(isField);

  return {
    page,
    main,
    /** The answer to the last page asked for, behind redirections. */
    status: () => status,
    open: (path) => leave(() => page.goto(path)),
    menu: async (name) => {
      const fold = page.locator('header summary');
      if (await fold.isVisible()) await way.activate(fold, 'the menu');
      await activate('link', name, page.getByRole('navigation').first());
    },
    follow: (name) => activate('link', name),
    press: (name) => activate('button', name),
    unfold: (words) => way.activate(main.locator('summary', { hasText: words }).first(), words),
    field: (label, within = main) => field(label, within),
    write: (label, text, within = main) => way.write(field(label, within), text, label),
    pick: (group, name) =>
      way.pick(main.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }), name),
    tick: (name) => way.tick(main.getByRole('checkbox', { name }).first(), name),
    group: (name) => main.getByRole('group', { name }),
    /** What a part of the page says, its non-breaking spaces as spaces. */
    text: async (part = main) => (await part.innerText()).replace(/[\u00a0\u202f]/g, ' '),
    /** Waits for words on the page. */
    reads: (words) => main.getByText(words).first().waitFor(),
  };
}
