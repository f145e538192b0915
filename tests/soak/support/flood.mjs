// A stream of requests from a process of its own: its wishes come on the standard input, what became of
// them goes to the standard output.

import { text } from 'node:stream/consumers';

import { stream } from './load.mjs';

const { url, ...wishes } = JSON.parse(await text(process.stdin));
const { asked, status, took } = await stream(url, wishes);
console.log(JSON.stringify({ asked, status: [...status], answered: took.length }));
