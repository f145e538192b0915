// People who ask to be called, as fast as the server lets them, and never give up: a request that was
// cut is sent again with the same key, as a browser's user would press the button again.

const PATIENCE = 30_000;

/** Requests that were answered, and those still to be sent, by the name in each. */
export class Visitors {
  acknowledged = new Set();
  /** How often each failure of the server's side was answered. */
  failures = new Map();
  /** How many connections ended without an answer. */
  cut = 0;
  #pending = new Map();
  #count = 0;
  #marks;

  /** @param {string} mark what names of this run begin with */
  constructor(mark) {
    this.#marks = mark;
  }

  get pending() {
    return this.#pending.size;
  }

  /** Asks again and again until told to stop; cut requests wait for the next time. */
  async ask(url, { workers, signal }) {
    const one = async () => {
      while (!signal.aborted) {
        const name = this.#next();
        if (!(await this.#send(url, name))) await pause(20);
      }
    };
    await Promise.all(Array.from({ length: workers }, one));
  }

  /** Sends what was cut, until all of it is answered. */
  async finish(url) {
    for (const name of [...this.#pending.keys()]) {
      if (!(await this.#send(url, name))) throw new Error(`${name} is still not answered`);
    }
  }

  #next() {
    const [waiting] = this.#pending.keys();
    if (waiting && !this.#pending.get(waiting).busy) return waiting;
    this.#count += 1;
    return `${this.#marks} ${words(this.#count)}`;
  }

  /** True once the server has said yes. */
  async #send(url, name) {
    const request = this.#pending.get(name) ?? {};
    if (request.busy) return false;
    this.#pending.set(name, { ...request, busy: true });
    let { key } = request;
    try {
      key ??= await keyOf(url);
      this.#pending.set(name, { key, busy: true });
      const answer = await fetch(`${url}/demander`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form(name, key)),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const said = await answer.text();
      if (answer.status === 303) {
        this.#pending.delete(name);
        this.acknowledged.add(name);
        return true;
      }
      this.failures.set(answer.status, (this.failures.get(answer.status) ?? 0) + 1);
      if (answer.status < 500 && answer.status !== 429) throw new Refused(`${answer.status}: ${said}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
      this.cut += 1;
    }
    this.#pending.set(name, { key, busy: false });
    return false;
  }
}

class Refused extends Error {}

/** The key of a form that is shown. */
export async function keyOf(url) {
  const page = await fetch(`${url}/demander`, { signal: AbortSignal.timeout(PATIENCE) });
  const key = (await page.text()).match(/name="once" value="([^"]+)"/)?.[1];
  if (!key) throw new Error('no form');
  return key;
}

export function form(name, once) {
  return {
    ...{ once, name, commune: 'Bron', phone: '04 65 71 00 12', birth_year: '1950' },
    ...{ reasons: 'feels_alone', consent: 'yes' },
  };
}

/** A number as letters: names have no digits. */
export function words(number) {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

export function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
