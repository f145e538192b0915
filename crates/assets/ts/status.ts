/** Says a sentence to those who listen to the page, without moving them. */
export function say(sentence: string): void {
  region ??= addRegion();
  region.textContent = sentence;
}

let region: HTMLElement | undefined;

function addRegion(): HTMLElement {
  const element = document.createElement("p");
  element.className = "visually-hidden";
  element.setAttribute("role", "status");
  document.querySelector("main")?.append(element);
  return element;
}
