/** A closed loop of HTTP requests over a number of kept connections, written on bare sockets so that it costs little. */
import net from 'node:net';
import { percentile } from './statistics.mjs';

/** One kept connection; `ask` sends a request and resolves with status and body of its answer. */
class Connection {
  #socket;
  #received = Buffer.alloc(0);
  #answered;

  constructor(port) {
    this.#socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      this.#read();
    });
    const broken = (why) => this.#answered?.reject(why instanceof Error ? why : new Error('the connection was closed'));
    this.#socket.on('error', broken).on('close', broken);
  }

  ask(request) {
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close() {
    this.#answered = undefined;
    this.#socket.destroy();
  }

  #read() {
    const head = this.#received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const header = this.#received.toString('latin1', 0, head);
    const length = /\r\ncontent-length: *(\d+)/i.exec(header)?.[1];
    if (length === undefined) {
      this.#answered?.reject(new Error(`an answer without content-length:\n${header}`));
      return;
    }
    const end = head + 4 + Number(length);
    if (this.#received.length < end) return;
    const body = this.#received.subarray(head + 4, end);
    this.#received = this.#received.subarray(end);
    const answered = this.#answered;
    this.#answered = undefined;
    answered?.resolve({ status: Number(header.slice(9, 12)), body });
  }
}

/** A POST with a JSON body as bytes on the wire. */
export function postRequest({ port, path, cookie, body }) {
  const json = Buffer.from(JSON.stringify(body));
  const head =
    `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\norigin: http://localhost:${port}\r\ncontent-type: application/json\r\n` +
    `accept-language: sv\r\ncookie: ${cookie}\r\ncontent-length: ${json.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), json]);
}

function requireAnswer({ status, body }) {
  const text = body.toString('utf8');
  if (status !== 200 || text.includes('"errors":['))
    throw new Error(`the server refused (${status}): ${text.slice(0, 500)}`);
}

/**
 * Asks for `seconds` over `connections`; `next(connection)` makes each request. Every answer is looked at: a refusal ends
 * the run, since a refusal is quick and would be taken for speed.
 */
export async function load({ port, connections, seconds, next }) {
  const latencies = [];
  let bytes = 0;
  const open = Array.from({ length: connections }, () => new Connection(port));
  const began = performance.now();
  const until = began + seconds * 1000;
  try {
    await Promise.all(
      open.map(async (connection, index) => {
        for (;;) {
          const start = performance.now();
          if (start >= until) return;
          const answer = await connection.ask(next(index));
          latencies.push(performance.now() - start);
          requireAnswer(answer);
          bytes = answer.body.length;
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const took = (performance.now() - began) / 1000;
  return {
    requests: latencies.length,
    perSecond: latencies.length / took,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    bytes,
  };
}
