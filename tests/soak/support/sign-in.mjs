// Signing in as a browser without scripts does.

import assert from 'node:assert/strict';

/** @returns {Promise<string>} the cookies of a browser somebody is signed in on */
export async function signedIn(url, email, phrase) {
  const page = await fetch(`${url}/connexion`);
  const cookies = new Map();
  const keep = (answer) => {
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';', 1)[0].split(/=(.*)/s);
      cookies.set(name, value);
    }
  };
  keep(page);
  const once = (await page.text()).match(/name="once" value="([^"]+)"/)?.[1];
  const body = new URLSearchParams({ email, password: phrase, ...(once && { once }) });
  const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await fetch(`${url}/connexion`, { method: 'POST', redirect: 'manual', headers: { cookie: cookie() }, body });
  keep(answer);
  assert.equal(answer.status, 303, 'nobody is signed in');
  return cookie();
}
