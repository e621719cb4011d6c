/** A port that nobody listens on, for a server whose address must be known before it starts. */
import { createServer } from 'node:net';

/**
 * Below what Linux gives to outgoing connections (32768 and up): a port from there may be taken by any call that is
 * made between this question and the server's start. Tests that run side by side ask within ranges of their own.
 */
const LOWEST = 20_000;
const OF_A_WORKER = 1_500;
const WORKERS = 8;

const first = LOWEST + OF_A_WORKER * (Number(process.env['JEST_WORKER_ID'] ?? 1) % WORKERS);
let next = Math.floor(Math.random() * OF_A_WORKER);

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** Never the same twice in one process, until the worker's whole range has been given. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < OF_A_WORKER; tries += 1) {
    const port = first + (next % OF_A_WORKER);
    next += 1;
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${first} to ${first + OF_A_WORKER - 1} is free`);
}
