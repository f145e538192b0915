// A plain proxy before several servers: each connection goes to the next one that is there.

import { connect, createServer } from 'node:net';

/** @param {() => number[]} ports of the servers, read anew for each connection */
export async function proxy(ports) {
  let turn = 0;
  const open = new Set();
  const server = createServer((client) => {
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => client.destroy());
    lead(client, ports(), (turn += 1));
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

function lead(client, ports, turn, tries = ports.length) {
  if (tries === 0) return client.destroy();
  const upstream = connect(ports[turn % ports.length], '127.0.0.1');
  let isThere = false;
  upstream.once('connect', () => {
    isThere = true;
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => {
    if (isThere) return client.destroy();
    return lead(client, ports, turn + 1, tries - 1);
  });
  return upstream.on('close', () => isThere && client.destroy());
}
