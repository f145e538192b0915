/** `<button data-print hidden>`: shown only where it can work. */
export function printOnDemand(button: HTMLButtonElement): void {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
