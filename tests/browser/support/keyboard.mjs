// A page used as somebody without a mouse does: Tab, Enter, Space, letters.

import assert from 'node:assert/strict';

const FAR = 300;

/** Tabs to a control by its role and accessible name; it must show where the focus is. */
export function tabTo(page, role, name) {
  return tabOnto(page, page.getByRole(role, { name }).first(), `the ${role} « ${name} »`);
}

/** Tabs to a control; `told` names it when it is not reached. */
export async function tabOnto(page, control, told) {
  await control.waitFor();
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      assert.ok(await control.evaluate(showsFocus), `nothing shows that ${told} has the focus`);
      return control;
    }
    await page.keyboard.press('Tab');
  }
  return assert.fail(`${FAR} times Tab did not reach ${told} of ${page.url()}`);
}

/** Tabs to a control and presses a key on it. */
export async function press(page, role, name, key = 'Enter') {
  await tabTo(page, role, name);
  await page.keyboard.press(key);
}

/** Tabs to a field and types into it, instead of what was there. */
export async function type(page, name, text) {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Tabs to a group of radio buttons and moves to one of them with the arrows. */
export function choose(page, name) {
  return chooseThe(page, page.getByRole('radio', { name }).first(), name);
}

/** Moves to one radio button, where several groups have buttons of the same name. */
export async function chooseThe(page, wanted, name) {
  const group = await wanted.getAttribute('name');
  const inGroup = () => page.evaluate((name) => document.activeElement?.name === name, group);
  for (let presses = 0; presses < FAR && !(await inGroup()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  assert.ok(await wanted.isChecked(), `the arrows did not reach « ${name} »`);
}

function showsFocus(element) {
  const around = [element, element.closest('label'), element.parentElement].filter(Boolean);
  return around.some((each) => {
    const style = getComputedStyle(each);
    const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return hasOutline || style.boxShadow !== 'none';
  });
}
