// Every page works without this file. Each line below adds one comfort where the page asks for it.
import { suggestCommunes } from "./commune.ts";
import { submitOnce } from "./once.ts";
import { usePasskey } from "./passkey.ts";
import { printOnDemand } from "./print.ts";
import { searchWhileTyping } from "./search.ts";
import { openMapWhenNear } from "./map-opening.ts";

const each = <E extends Element>(selector: string, enhance: (element: E) => void): void => {
  document.querySelectorAll<E>(selector).forEach(enhance);
};

each<HTMLInputElement>("input[data-commune-suggest]", suggestCommunes);
each<HTMLFormElement>("form[data-live]", searchWhileTyping);
each<HTMLElement>("[data-map]", openMapWhenNear);
each<HTMLFormElement>("form[data-passkey]", usePasskey);
each<HTMLButtonElement>("[data-print]", printOnDemand);
submitOnce(document);
