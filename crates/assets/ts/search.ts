/**
 * `<form data-live method="get">`: searches while one types. The same address that the button would
 * open is fetched as a page, and its `#results` takes the place of ours, as do its errors; the address
 * bar follows, so that a link can be shared and « back » works. `[data-summary]` in the results is
 * said aloud.
 */
import { afterPause } from "./later.ts";
import { takeProblems } from "./problems.ts";
import { say } from "./status.ts";
import { words } from "./words.ts";

/** Said to the map, which is another bundle: only the type is shared. */
export type PointsChanged = "points-changed";
const POINTS_CHANGED: PointsChanged = "points-changed";

export function searchWhileTyping(form: HTMLFormElement): void {
  let running = new AbortController();
  const search = async (): Promise<void> => {
    running.abort();
    running = new AbortController();
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok && swapResults(page)) {
        takeProblems(form, page);
        takeCounts(form, page);
        history.replaceState(history.state, "", address);
      } else {
        // Signed out meanwhile, or an error page: it says so better than we can.
        location.assign(address);
      }
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) {
        warn();
      }
    }
  };
  const soon = afterPause(300, () => void search());
  form.addEventListener("input", (event) => {
    // A half-written commune means nothing yet: its field says « change » when it is chosen.
    if (!(event.target instanceof HTMLElement && "communeSuggest" in event.target.dataset)) {
      soon();
    }
  });
  form.addEventListener("change", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void search();
  });
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action, location.href);
  address.search = "";
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") {
      address.searchParams.append(name, value);
    }
  }
  return address.href;
}

function swapResults(page: Document): boolean {
  const before = document.getElementById("results");
  const after = page.getElementById("results");
  if (before === null || after === null) {
    return false;
  }
  before.replaceChildren(...Array.from(after.childNodes, (node) => document.importNode(node, true)));
  movePoints(page);
  say(before.querySelector("[data-summary]")?.textContent?.trim() ?? words.searchDone);
  return true;
}

/** What each choice would give, as the new answer counts it; what is chosen stays as it is. */
function takeCounts(form: HTMLFormElement, page: Document): void {
  for (const list of form.querySelectorAll("select")) {
    const after = page.getElementById(list.id);
    for (const option of after?.querySelectorAll("option") ?? []) {
      const ours = Array.from(list.options).find((ours) => ours.value === option.value);
      if (ours !== undefined) {
        ours.textContent = option.textContent;
      }
    }
  }
  for (const count of form.querySelectorAll<HTMLElement>("[data-count]")) {
    const after = page.querySelector(`[data-count="${CSS.escape(count.dataset["count"] ?? "")}"]`);
    count.textContent = after?.textContent ?? "";
  }
}

/** The map, which stays, is told where its new points are, and around what. */
function movePoints(page: Document): void {
  const map = document.querySelector<HTMLElement>("[data-map]");
  const after = page.querySelector<HTMLElement>("[data-map]");
  if (map === null || after === null || map.dataset["tiles"] === after.dataset["tiles"]) {
    return;
  }
  for (const name of ["tiles", "ground", "bounds", "centre", "from", "zoom"]) {
    const value = after.dataset[name];
    if (value === undefined) {
      delete map.dataset[name];
    } else {
      map.dataset[name] = value;
    }
  }
  map.dispatchEvent(new CustomEvent(POINTS_CHANGED));
}

function warn(): void {
  const notice = document.createElement("p");
  notice.className = "notice notice--late";
  notice.textContent = words.searchFailed;
  document.getElementById("results")?.querySelector(":scope > .notice--late")?.remove();
  document.getElementById("results")?.prepend(notice);
  say(words.searchFailed);
}
