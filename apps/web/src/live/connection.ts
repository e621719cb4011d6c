/** The client's one live line, for the components: what they hear, whether it stands, and whether the page is covered. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { LiveLine, type Connection, type Listener } from './live-line.js';
import { hearServerTime, serverNow } from './server-clock.js';

/** So long a page may stand without a line before it is covered: a lift or a tunnel passes, a lost telephone does not. */
const PATIENCE = 20_000;

let readAfresh: () => Promise<void> = () => Promise.resolve();

const line = new LiveLine({
  connect: async () => {
    const { io } = await import('socket.io-client');
    return io({ path: '/socket.io', transports: ['websocket', 'polling'], withCredentials: true });
  },
  readAfresh: () => readAfresh(),
  hearTime: hearServerTime,
  now: () => new Date(serverNow()).toISOString(),
  patience: PATIENCE,
});

/** How everything on the page is asked for anew; the client for questions says it once. */
export function readAfreshBy(read: () => Promise<void>): void {
  readAfresh = read;
}

/** Opens the line once someone is signed in; asking twice changes nothing. */
export const openLive = (): Promise<Socket> => line.open();

/** Ends the line at sign-out. */
export const closeLive = (): Promise<void> => line.close();

/**
 * Hears an address (`hub:<id>`) while the component stands; `null` hears nothing. Answers since when it may not be watched:
 * where watching is the right to the content itself, the content then goes.
 */
export function useLive(address: string | null, onEvent: Listener): string | undefined {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => {
    if (address === null) return;
    return line.hear(address, (event) => latest.current(event));
  }, [address]);
  return useSyncExternalStore(line.subscribe, () => (address === null ? undefined : line.goneAt(address)));
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => line.lost());
  window.addEventListener('online', () => line.back());
}

export function useConnection(): Connection {
  return useSyncExternalStore(line.subscribe, line.snapshot);
}
