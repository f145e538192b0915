// A mail server of another make, on this machine only: it keeps what it is given.
//
// As a program: `node smtp-sink.mjs [--refuse N]` prints {"port"} on a line, then one line of JSON
// for each message; the first N are refused for good (550) after they were heard. It ends with its
// standard input.

import { argv, stdin } from 'node:process';
import { fileURLToPath } from 'node:url';

import { SMTPServer } from 'smtp-server';

import { readMail } from './support/mail.mjs';

/**
 * `slow`: milliseconds between what is heard and what is answered.
 *
 * @param {{refuse?: number, slow?: number, onMail: (mail: object) => void}} wishes
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 */
export function listen({ refuse = 0, slow = 0, onMail }) {
  let left = refuse;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const pieces = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        const isRefused = left > 0;
        left -= 1;
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom.address, to: rcptTo.map(({ address }) => address) };
        const raw = Buffer.concat(pieces);
        onMail({ isRefused, envelope, raw: raw.toString('latin1'), ...readMail(raw) });
        const refusal = Object.assign(new Error('mailbox unavailable'), { responseCode: 550 });
        setTimeout(() => (isRefused ? done(refusal) : done()), slow);
      });
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.server.address();
      resolve({ port, stop: () => new Promise((stopped) => server.close(stopped)) });
    });
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const print = (value) => console.log(JSON.stringify(value));
  const asked = argv.indexOf('--refuse');
  const refuse = asked > 0 ? Number(argv[asked + 1]) : 0;
  const { port } = await listen({ refuse, onMail: print });
  print({ port });
  stdin.on('end', () => process.exit(0)).resume();
}
