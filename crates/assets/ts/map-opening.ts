/**
 * The map weighs a hundred times the rest: it is fetched when its place on the page comes near, and
 * only if the device can draw it.
 */
import { words } from "./words.ts";

export function openMapWhenNear(place: HTMLElement): void {
  if (document.createElement("canvas").getContext("webgl2") === null) {
    explain(place, words.mapAbsent);
    return;
  }
  const watch = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        watch.disconnect();
        void open(place);
      }
    },
    { rootMargin: "300px" },
  );
  watch.observe(place);
}

async function open(place: HTMLElement): Promise<void> {
  try {
    const { showMap } = await import("./map.ts");
    await showMap(place, words);
  } catch {
    explain(place, words.mapFailed);
  }
}

function explain(place: HTMLElement, sentence: string): void {
  const text = document.createElement("p");
  text.textContent = sentence;
  place.classList.add("map--absent");
  place.replaceChildren(text);
}
