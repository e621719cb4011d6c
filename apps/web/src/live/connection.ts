/** The client's one live line, for the components: what they hear, whether it stands, and whether the page is covered. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { LiveLine, type Connection, type Listener } from './live-line.js';
import { PATIENCE } from './patience.js';
import { hearServerTime, serverNow } from './server-clock.js';

let markOf: (key: number) => string | null = () => null;
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

/** What the api had heard when it answered a question that stands on the page; the client for questions says it once. */
export function marksBy(mark: (key: number) => string | null): void {
  markOf = mark;
}

/** Opens the line once someone is signed in; asking twice changes nothing. */
export const openLive = (): Promise<Socket> => line.open();

/** Ends the line at sign-out. */
export const closeLive = (): Promise<void> => line.close();

/** Says where one's pen is on a screen that is watched; null puts it down. */
export const sayPen = (address: string, at: object | null): void => line.say(address, at);

/** What the api had heard when it began to answer the question that stands on the page; null where that is not known. */
export const markOfReading = (key: number): string | null => markOf(key);

/** A question as the hook for questions gives it back, or what knows the mark of its own reading. */
export interface Reading {
  readonly operation?: { readonly key: number };
  readonly mark?: () => string | null;
}

/**
 * Hears an address (`hub:<id>`) while the component stands; `null` hears nothing. Answers since when it may not be watched:
 * where watching is the right to the content itself, the content then goes. `reading` is what stands on the page and is
 * read anew by the listener: where nothing was told of the address since it was read, it is not told that it is stale.
 */
export function useLive(address: string | null, onEvent: Listener, reading?: Reading): string | undefined {
  const latest = useRef({ onEvent, reading });
  useEffect(() => {
    latest.current = { onEvent, reading };
  });
  useEffect(() => {
    if (address === null) return;
    const mark = () => {
      const { operation, mark: own } = latest.current.reading ?? {};
      return own ? own() : operation ? markOf(operation.key) : null;
    };
    return line.hear(address, (event) => latest.current.onEvent(event), mark);
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
