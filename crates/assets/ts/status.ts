// The region must be on the page before it speaks, or its first sentence is not heard.
const region = document.createElement("p");
region.className = "visually-hidden";
region.setAttribute("role", "status");
document.body.append(region);

/** Says a sentence to those who listen to the page, without moving them. */
export function say(sentence: string): void {
  region.textContent = sentence;
}
