/** The api as several processes behind one address, as an installation runs it: whoever loses one goes on at the next. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { SESSION_COOKIE } from '#api/session/signed-request.js';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { newSession, speakersTo, type Api } from './api.js';
import { startApiProcess, type ApiProcess } from './api-process.js';
import { freePort } from './free-port.js';
import type { World } from './world.js';

export interface Nodes extends Omit<Api, 'app'> {
  /** How many screens have their live line at each process that is left. */
  lines(): readonly number[];
  /** The process with the most lines goes, as by a power cut; answers how many were lost with it. */
  kill(): Promise<number>;
}

interface Node {
  readonly process: ApiProcess;
  readonly lines: Set<Socket>;
}

/** Settings as of one process; the port that they name is the address in front of all of them. */
export async function startNodes(
  world: World,
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Nodes> {
  const { PORT, ...shared } = env;
  const port = Number(PORT ?? (await freePort()));
  const url = `http://localhost:${port}`;
  const start = () => startApiProcess(world, { ...shared, SAMNAV_PUBLIC_URL: url });
  const nodes: Node[] = (await Promise.all(Array.from({ length: count }, start))).map((process) => ({
    process,
    lines: new Set<Socket>(),
  }));
  const open = new Set<Socket>();
  let turn = 0;
  const front = createServer((from) => {
    open.add(from);
    from.once('close', () => open.delete(from));
    from.on('error', () => from.destroy());
    // What a connection is for is in its first words: lines are shared out evenly.
    from.once('data', (first) => {
      from.pause();
      const isLine = /^upgrade: websocket/im.test(first.toString('latin1'));
      const [least] = [...nodes].sort((one, other) => one.lines.size - other.lines.size);
      const node = isLine ? least : nodes[(turn += 1) % nodes.length];
      if (!node) return void from.destroy();
      if (isLine) node.lines.add(from);
      from.once('close', () => node.lines.delete(from));
      const to = connect(Number(new URL(node.process.url).port), '127.0.0.1', () => {
        to.write(first);
        from.pipe(to).pipe(from);
      });
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
  });
  front.listen(port, '127.0.0.1');
  await once(front, 'listening');
  const speakers = speakersTo(url);
  const tokens = new HmacSessionTokens(world.settings.keys.session);
  return {
    url,
    anonymous: speakers.client(''),
    withCookie: (cookie) => speakers.client(cookie),
    as: async (staff, membershipId) => {
      const { token, id } = await newSession(world.asCaller, tokens, staff.id, membershipId ?? null);
      return speakers.client(`${SESSION_COOKIE}=${token}`, id);
    },
    lines: () => nodes.map(({ lines }) => lines.size),
    kill: async () => {
      const [lost] = nodes.sort((one, other) => other.lines.size - one.lines.size).splice(0, 1);
      if (!lost) throw new Error('no process is left');
      const { size } = lost.lines;
      await lost.process.kill();
      return size;
    },
    close: async () => {
      speakers.hangUp();
      for (const socket of open) socket.destroy();
      front.close();
      await Promise.all(nodes.map(({ process }) => process.stop()));
    },
  };
}
