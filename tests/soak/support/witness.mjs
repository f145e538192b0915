// Stands between a scanner and the server: lends it somebody's session, gives each form a key that has not
// served, says it comes from many places, and keeps what the server answered. A scanner then needs to know
// nothing of ours, and is held back neither by the pace of one client nor by a form that counts once. Forms
// that stand on every page, or would end the session, are taken off the pages it sees.

import { randomBytes, randomInt } from 'node:crypto';
import { createServer, request } from 'node:http';

/** What would end the session lent, move the demonstration's clock, or is the same everywhere. */
const LEFT_ALONE = /^\/(deconnexion|compte|demo|langue)(\/|$|\?)/;
const FORMS = /<form\b[^>]*\baction="([^"]*)"[^>]*>.*?<\/form>/gs;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const FORM = 'application/x-www-form-urlencoded';

/**
 * @returns {Promise<{url: string, status: Map<number, number>, failures: string[], forms: Set<string>,
 *   stop: () => Promise<void>}>} how often each status was answered, what broke, and to which addresses forms were sent
 */
export async function witness(server, cookie) {
  const status = new Map();
  const failures = [];
  const forms = new Set();
  const kept = { status, failures, forms };
  const { hostname, port } = new URL(server);
  const between = createServer((asked, answer) => {
    const parts = [];
    asked.on('data', (part) => parts.push(part)).on('end', () => {
      if (asked.method !== 'GET' && LEFT_ALONE.test(asked.url)) return answer.writeHead(404).end();
      return hand({ hostname, port }, asked, withKey(asked, Buffer.concat(parts)), cookie, answer, kept);
    });
  });
  await new Promise((resolve) => {
    between.listen(0, '127.0.0.1', resolve);
  });
  return {
    ...kept,
    url: `http://127.0.0.1:${between.address().port}`,
    stop: () => {
      between.closeAllConnections();
      return new Promise((resolve) => {
        between.close(resolve);
      });
    },
  };
}

function hand(where, asked, body, cookie, answer, { status, failures, forms }) {
  const headers = { ...asked.headers, 'x-forwarded-for': somewhere(), connection: 'close' };
  delete headers['transfer-encoding'];
  delete headers['accept-encoding'];
  if (cookie) headers.cookie = cookie;
  if (body.length > 0) headers['content-length'] = body.length;
  const said = `${asked.method} ${asked.url}`;
  const fail = (why) => {
    failures.push(`${why} ${said}`);
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  };
  let upstream;
  try {
    upstream = request({ ...where, method: asked.method, path: asked.url, headers });
  } catch {
    // An address no HTTP client would send on.
    return answer.writeHead(400).end();
  }
  upstream.once('error', (error) => fail(error.code ?? error.message));
  upstream.once('response', (told) => {
    status.set(told.statusCode, (status.get(told.statusCode) ?? 0) + 1);
    const isForm = asked.method === 'POST' && ![404, 405].includes(told.statusCode);
    if (isForm) forms.add(asked.url.split('?', 1)[0].replaceAll(ID, '{id}'));
    if (told.statusCode >= 500) failures.push(`${told.statusCode} ${said} ${body.subarray(0, 500)}`);
    give(told, answer);
  });
  return upstream.end(body);
}

function give(told, answer) {
  const parts = [];
  told.on('data', (part) => parts.push(part)).on('end', () => {
    let body = Buffer.concat(parts);
    const headers = { ...told.headers };
    if (headers['content-type']?.startsWith('text/html')) {
      const page = body.toString('utf8').replace(FORMS, (form, action) => (LEFT_ALONE.test(action) ? '' : form));
      body = Buffer.from(page);
    }
    delete headers['transfer-encoding'];
    headers['content-length'] = body.length;
    answer.writeHead(told.statusCode, headers).end(body);
  });
}

/** A form's key is as good as any other that has not served. */
function withKey(asked, body) {
  if (!asked.headers['content-type']?.startsWith(FORM)) return body;
  const key = randomBytes(16).toString('hex');
  return Buffer.from(body.toString('latin1').replace(/(^|&)once=[^&]*/, `$1once=${key}`), 'latin1');
}

function somewhere() {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}
