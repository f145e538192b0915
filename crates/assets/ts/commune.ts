/**
 * An address field that suggests communes: `<input data-commune-suggest="/communes?q=">`.
 * The address answers `[{"label": "Bron (69500)"}]`; a pick fills the field with the label.
 * Pattern: ARIA Authoring Practices, editable combobox with list autocomplete.
 */
import { afterPause } from "./later.ts";
import { say } from "./status.ts";
import { words } from "./words.ts";

const SHORTEST = 2;
let count = 0;

export function suggestCommunes(input: HTMLInputElement): void {
  const address = input.dataset["communeSuggest"];
  if (address) {
    new Combobox(input, address);
  }
}

class Combobox {
  private readonly list = document.createElement("ul");
  private readonly id = `communes-${++count}`;
  private active = -1;
  private asked = new AbortController();

  constructor(
    private readonly input: HTMLInputElement,
    private readonly address: string,
  ) {
    this.build();
    input.addEventListener("input", afterPause(150, () => void this.ask()));
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    // A click must not take the focus out of the field before the choice is read.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.onClick(event));
  }

  private build(): void {
    const { input, list } = this;
    const focused = document.activeElement === input;
    const box = document.createElement("div");
    box.className = "combobox";
    input.replaceWith(box);
    box.append(input, list);
    list.id = this.id;
    list.hidden = true;
    list.className = "combobox__list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent?.trim() ?? "");
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.id);
    if (focused) {
      input.focus();
    }
  }

  private async ask(): Promise<void> {
    this.asked.abort();
    const query = this.input.value.trim();
    if (query.length < SHORTEST) {
      this.close();
      return;
    }
    this.asked = new AbortController();
    try {
      const answer = await fetch(this.address + encodeURIComponent(query), { signal: this.asked.signal });
      this.show(answer.ok ? labelsOf(await answer.json()) : []);
    } catch {
      this.close();
    }
  }

  private show(labels: string[]): void {
    if (document.activeElement !== this.input) {
      return;
    }
    this.list.replaceChildren(...labels.map((label, rank) => this.option(label, rank)));
    this.list.hidden = labels.length === 0;
    this.input.setAttribute("aria-expanded", String(labels.length > 0));
    this.activate(-1);
    say(words.suggestions(labels.length));
  }

  private option(label: string, rank: number): HTMLElement {
    const option = document.createElement("li");
    option.id = `${this.id}-${rank}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = label;
    return option;
  }

  private onKey(event: KeyboardEvent): void {
    const open = !this.list.hidden;
    const last = this.list.children.length - 1;
    if (event.key === "ArrowDown" && open) {
      this.activate(this.active >= last ? 0 : this.active + 1);
    } else if (event.key === "ArrowDown") {
      void this.ask();
    } else if (event.key === "ArrowUp" && open) {
      this.activate(this.active <= 0 ? last : this.active - 1);
    } else if (event.key === "Enter" && open && this.active >= 0) {
      this.pick(this.list.children[this.active]);
    } else if (event.key === "Escape" && open) {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  private onClick(event: MouseEvent): void {
    if (event.target instanceof Element) {
      this.pick(event.target.closest("[role=option]") ?? undefined);
    }
  }

  private activate(rank: number): void {
    this.active = rank;
    this.input.removeAttribute("aria-activedescendant");
    Array.from(this.list.children).forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === rank));
      if (place === rank) {
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    });
  }

  private pick(option: Element | undefined): void {
    if (option === undefined) {
      return;
    }
    this.input.value = option.textContent ?? "";
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private close(): void {
    this.asked.abort();
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function labelsOf(answer: unknown): string[] {
  const items: unknown[] = Array.isArray(answer) ? answer : [];
  return items.flatMap((item) =>
    typeof item === "object" && item !== null && "label" in item && typeof item.label === "string"
      ? [item.label]
      : [],
  );
}
