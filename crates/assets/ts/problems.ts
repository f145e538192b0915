/** What is wrong with a form, taken over from the page that answered it: the list above and the words beside each field. */
export function takeProblems(form: HTMLFormElement, page: Document): void {
  takeList(form, page);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      takeWords(control, page);
    }
  }
}

function takeList(form: HTMLFormElement, page: Document): void {
  const ours = document.querySelector("main > .errors");
  const theirs = page.querySelector("main > .errors");
  ours?.remove();
  if (theirs !== null) {
    (form.closest(".finder") ?? form).before(document.importNode(theirs, true));
  }
}

function takeWords(control: HTMLInputElement | HTMLSelectElement, page: Document): void {
  const twin = control.id === "" ? null : page.getElementById(control.id);
  const ours = control.closest(".field");
  const theirs = twin?.closest(".field");
  if (!twin || !ours || !theirs) {
    return;
  }
  ours.className = theirs.className;
  ours.querySelector(".field__error")?.remove();
  const words = theirs.querySelector(".field__error");
  if (words !== null) {
    (control.closest(".combobox") ?? control).before(document.importNode(words, true));
  }
  for (const name of ["aria-invalid", "aria-describedby"]) {
    const value = twin.getAttribute(name);
    if (value === null) {
      control.removeAttribute(name);
    } else {
      control.setAttribute(name, value);
    }
  }
}
