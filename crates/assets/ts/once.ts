/**
 * A form sent twice by a double click is answered twice: after the first sending its buttons rest.
 * They wake up when the page comes back from the history, or after a while if no page came at all.
 */
const WHILE = 10_000;


export function submitOnce(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") {
      return;
    }
    // The pressed button's own name and value are sent, so it may only rest after the form has left.
    window.setTimeout(() => rest(form, true));
    window.setTimeout(() => rest(form, false), WHILE);
  });
  window.addEventListener("pageshow", () => page.querySelectorAll("form").forEach((form) => rest(form, false)));
}

function rest(form: HTMLFormElement, resting: boolean): void {
  for (const control of form.elements) {
    if (control instanceof HTMLButtonElement && control.type === "submit" && resting !== control.disabled) {
      if (resting) {
        control.dataset["resting"] = "";
        control.disabled = true;
      } else if ("resting" in control.dataset) {
        delete control.dataset["resting"];
        control.disabled = false;
      }
    }
  }
}
