/**
 * `<form data-passkey="/…/debut" hidden>`: shown only where the browser knows passkeys. Pressing its
 * button asks the server what to sign, the device to sign it, and sends what it signed in the field
 * `answer`. A form with a name to give makes a passkey; another uses one.
 */
import { words } from "./words.ts";

interface Question {
  challenge: string;
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: { id: string }[];
  allowCredentials?: { id: string }[];
}

export function usePasskey(form: HTMLFormElement): void {
  const answer = form.elements.namedItem("answer");
  const start = form.dataset["passkey"];
  if (!window.isSecureContext || !("PublicKeyCredential" in window) || !start || !(answer instanceof HTMLInputElement)) {
    return;
  }
  form.hidden = false;
  document.querySelectorAll<HTMLElement>("[data-passkey-without]").forEach((words) => (words.hidden = true));
  form.addEventListener("submit", (event) => {
    // Without a name there is nothing to begin: the page says so.
    if (answer.value === "" && nameOf(form) !== "") {
      event.preventDefault();
      void ask(form, answer, start);
    }
  });
  // Come back to by the history: what was signed has served.
  window.addEventListener("pageshow", () => (answer.value = ""));
}

function nameOf(form: HTMLFormElement): string | undefined {
  const name = form.elements.namedItem("name");
  return name instanceof HTMLInputElement ? name.value.trim() : undefined;
}

async function ask(form: HTMLFormElement, answer: HTMLInputElement, start: string): Promise<void> {
  const tell = (sentence: string): void => {
    const place = form.querySelector("[data-passkey-told]");
    if (place) {
      place.textContent = sentence;
    }
  };
  const buttons = form.querySelectorAll<HTMLButtonElement>("button");
  buttons.forEach((button) => (button.disabled = true));
  tell("");
  try {
    const response = await fetch(start, { method: "POST", redirect: "error" });
    if (!response.ok) {
      throw new Error("refused");
    }
    const question = (await response.json()) as Question;
    answer.value = JSON.stringify(nameOf(form) === undefined ? await used(question) : await made(question));
  } catch (error) {
    tell(sentenceFor(error));
  }
  buttons.forEach((button) => (button.disabled = false));
  if (answer.value !== "") {
    form.requestSubmit();
  }
}

async function made(question: Question): Promise<object> {
  const asked = {
    ...question,
    challenge: bytes(question.challenge),
    user: question.user && { ...question.user, id: bytes(question.user.id) },
    excludeCredentials: question.excludeCredentials?.map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const publicKey = asked as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return { id: made.id, client: text(clientDataJSON), attestation: text(attestationObject) };
}

async function used(question: Question): Promise<object> {
  const asked = {
    ...question,
    challenge: bytes(question.challenge),
    allowCredentials: question.allowCredentials?.map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const publicKey = asked as unknown as PublicKeyCredentialRequestOptions;
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response as AuthenticatorAssertionResponse;
  return {
    id: used.id,
    client: text(clientDataJSON),
    data: text(authenticatorData),
    signature: text(signature),
    user: userHandle && text(userHandle),
  };
}

function sentenceFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") {
    return words.passkeyDeclined;
  }
  return name === "InvalidStateError" ? words.passkeyKnown : words.passkeyFailed;
}

/** Bytes as base64url (RFC 4648), and back. */
function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
