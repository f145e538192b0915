// A plain proxy before several servers: each connection goes to the next one that is there.

import { connect, createServer } from 'node:net';

/** Between two tries while no server is there. */
const AGAIN = 100;

/**
 * @param {() => number[]} ports of the servers, read anew for each connection
 * @param {number} patience how long a connection waits for one of them to be there, in milliseconds
 */
export async function proxy(ports, patience = 0) {
  let turn = 0;
  const open = new Set();
  const server = createServer((client) => {
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => client.destroy());
    lead(client, ports, (turn += 1), Date.now() + patience);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      open.forEach((client) => client.destroy());
      return new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function lead(client, ports, turn, until, tries = ports().length) {
  if (client.destroyed) return;
  if (tries === 0) {
    if (Date.now() >= until) client.destroy();
    else setTimeout(lead, AGAIN, client, ports, turn, until);
    return;
  }
  const upstream = connect(ports()[turn % ports().length], '127.0.0.1');
  let isThere = false;
  upstream.once('connect', () => {
    isThere = true;
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => {
    if (isThere) client.destroy();
    else lead(client, ports, turn + 1, until, tries - 1);
  });
  upstream.on('close', () => isThere && client.destroy());
}
