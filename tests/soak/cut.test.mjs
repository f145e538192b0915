// The connection is cut at any point of a form on its way, and the form is sent again five times, at once:
// it counts once.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';

import { folder, serve } from '../browser/support/server.mjs';
import { figure, spoken } from './support/figures.mjs';
import { addSite } from './support/site.mjs';
import { holdsOnceWhatWasAnswered, lite } from './support/stored.mjs';
import { Visitors, form, keyOf, pause, words } from './support/visitors.mjs';

const AGAIN = 5;

test('a connection cut at each byte', async () => {
  const kept = await folder();
  try {
    const server = await serve({ data: kept.path });
    await addSite(server.settings);
    const visitors = new Visitors('Passager');
    let cuts = 0;
    for (let at = 0, length = 1; at <= length; at += 1) {
      const name = `Passager ${words(cuts)}`;
      const request = post(server, form(name, await keyOf(server.url)));
      ({ length } = request);
      // After the last byte, sometimes with the answer on its way.
      await cutAfter(server.port, request.subarray(0, at), at === length ? Math.random() * 10 : 0);
      const answers = await Promise.all(Array.from({ length: AGAIN }, () => answered(server.port, request)));
      assert.deepEqual(new Set(answers), new Set(['303']), `cut at ${at} of ${length}`);
      visitors.acknowledged.add(name);
      cuts += 1;
    }
    await pause(6_000);
    await server.stop();
    await holdsOnceWhatWasAnswered(lite(`${kept.path}/store.db`), visitors, server.settings);
    await figure('cut', `cut at each of ${spoken(cuts)} points and sent again ${AGAIN} times at once: each took effect once`);
  } finally {
    await kept.remove();
  }
});

function post({ port }, fields) {
  const body = new URLSearchParams(fields).toString();
  const head = [
    ...['POST /demander HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Connection: close'],
    ...['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`],
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function cutAfter(port, bytes, patience) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes, async () => {
        await pause(patience);
        socket.resetAndDestroy();
        resolve();
      });
    });
    socket.on('error', reject);
  });
}

function answered(port, bytes) {
  return new Promise((resolve, reject) => {
    const pieces = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (piece) => pieces.push(piece)).on('error', reject);
    socket.on('end', () => resolve(Buffer.concat(pieces).toString('latin1').split(' ')[1]));
  });
}
