/** Screens of many people on a server of sockets, and how long a change takes to the last of them. */
import { io } from 'socket.io-client';
import { Obstacle } from '../../scripts/say.mjs';

const PATIENCE = 20_000;

const joined = (socket, ready, begin) =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Obstacle('a screen could not watch')), PATIENCE);
    socket.once('connect_error', reject);
    socket.once(ready, () =>
      begin(socket, (answer) => {
        clearTimeout(late);
        if (answer && answer.ok === false) reject(new Obstacle(`a screen may not watch: ${answer.code}`));
        else resolve(answer);
      }),
    );
  });

export const openSocket = (server, cookie) =>
  io(server.url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie, origin: server.url },
  });

/** The screens of all rooms on one server, twenty-five at a time; each is given its socket. */
export async function connect(server, screens, { ready, begin }) {
  const sockets = [];
  for (let from = 0; from < screens.length; from += 25)
    await Promise.all(
      screens.slice(from, from + 25).map((screen) => {
        const socket = openSocket(server, screen.cookie);
        sockets.push({ ...screen, socket });
        return joined(socket, ready, (one, done) => begin(one, screen, done));
      }),
    );
  return sockets;
}

/** Sends and answers when the last of these screens had it, in milliseconds, with what one of each house heard. */
export async function once(sockets, isThis, send) {
  const waiting = new Set(sockets.map(({ socket }) => socket));
  const samples = new Map();
  const arrived = new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Obstacle(`${waiting.size} screens were not told within ${PATIENCE / 1000} s`)),
      PATIENCE,
    );
    for (const { socket, house } of sockets) {
      const hear = (news) => {
        if (!isThis(news)) return;
        samples.set(house, news);
        socket.off('change', hear);
        waiting.delete(socket);
        if (waiting.size > 0) return;
        clearTimeout(late);
        resolve(performance.now());
      };
      socket.on('change', hear);
    }
  });
  const began = await send();
  return { took: (await arrived) - began, samples };
}
