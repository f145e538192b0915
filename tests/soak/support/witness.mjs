// Stands between a scanner and the server: lends it somebody's session, gives each form a key that has not
// served, says it comes from many places, and keeps what the server answered. A scanner then needs to know
// nothing of ours, and is held back neither by the pace of one client nor by a form that counts once.

import { randomBytes, randomInt } from 'node:crypto';
import { createServer, request } from 'node:http';

/** What would end the session lent, or move the demonstration's clock. */
const LEFT_ALONE = /^\/(deconnexion|compte|demonstration|demo)(\/|$|\?)/;
const FORM = 'application/x-www-form-urlencoded';

/** @returns {Promise<{url: string, status: Map<number, number>, failures: string[], stop: () => Promise<void>}>} */
export async function witness(server, cookie) {
  const status = new Map();
  const failures = [];
  const kept = { status, failures };
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

function hand(where, asked, body, cookie, answer, { status, failures }) {
  const headers = { ...asked.headers, 'x-forwarded-for': somewhere(), connection: 'close' };
  delete headers['transfer-encoding'];
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
    if (told.statusCode >= 500) failures.push(`${told.statusCode} ${said} ${body.subarray(0, 500)}`);
    answer.writeHead(told.statusCode, told.headers);
    told.pipe(answer);
  });
  return upstream.end(body);
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
