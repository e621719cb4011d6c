/**
 * One socket for the whole client. What it carries the api has released to this very caller; everything else is asked for
 * over GraphQL, where the gate decides. What was said while the line was down is lost to a socket, so after every
 * reconnect each topic hears `stale`: read afresh.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { hearServerTime } from './server-clock.js';

export interface LiveEvent {
  /** What is watched, `hub:<id>`. */
  readonly address: string;
  /** `change` carries what the topic released; `stale` means: read afresh. */
  readonly kind: 'change' | 'stale';
  readonly change?: unknown;
  /** Rises with every change of the api; the same change heard twice has the same number. */
  readonly outboxId?: string | number;
}

interface WatchAnswer {
  readonly ok: boolean;
  readonly code?: string;
}

export interface Connection {
  /** `idle` before anything is watched, `refused` when the session is over. */
  readonly state: 'idle' | 'connecting' | 'live' | 'offline' | 'refused';
  /** When the connection was lost, by the device's clock. */
  readonly since?: number;
}

type Listener = (event: LiveEvent) => void;

const watched = new Map<string, Set<Listener>>();
const watchers = new Set<() => void>();
let connection: Connection = { state: 'idle' };
let opening: Promise<Socket> | undefined;

function become(state: Connection['state']): void {
  if (connection.state === state) return;
  connection = state === 'offline' ? { state, since: Date.now() } : { state };
  watchers.forEach((watcher) => watcher());
}

function tell(event: LiveEvent): void {
  watched.get(event.address)?.forEach((listener) => listener(event));
}

async function watch(socket: Socket, address: string): Promise<void> {
  const answer = (await socket.timeout(5000).emitWithAck('watch', address)) as WatchAnswer;
  if (answer.code === 'SIGN_IN_REQUIRED') become('refused');
}

async function open(): Promise<Socket> {
  become('connecting');
  const { io } = await import('socket.io-client');
  const socket = io({ path: '/socket.io', transports: ['websocket', 'polling'], withCredentials: true });
  let met = false;
  // The api says hello when it knows the caller; what is asked before that it has nobody to answer to.
  socket.on('hello', (hello: { serverTime: string }) => {
    hearServerTime(hello.serverTime);
    become('live');
    for (const address of watched.keys()) {
      watch(socket, address).catch(() => tell({ address, kind: 'stale' }));
      if (met) tell({ address, kind: 'stale' });
    }
    met = true;
  });
  socket.on('change', (news: Omit<LiveEvent, 'kind'>) => tell({ ...news, kind: 'change' }));
  socket.on('stale', (news?: { address?: string }) => {
    for (const address of news?.address === undefined ? watched.keys() : [news.address])
      tell({ address, kind: 'stale' });
  });
  // The server ends a socket itself only when the session is over; then it is not tried again.
  socket.on('disconnect', (reason) => become(reason === 'io server disconnect' ? 'refused' : 'offline'));
  socket.on('connect_error', () => become('offline'));
  return socket;
}

/** Opens the socket once someone is signed in; asking twice changes nothing. */
export function openLive(): Promise<Socket> {
  opening ??= open();
  return opening;
}

/** Ends the socket at sign-out: what was watched is no longer this person's to hear. */
export async function closeLive(): Promise<void> {
  const socket = await opening;
  opening = undefined;
  socket?.disconnect();
  become('idle');
}

/** Hears an address (`hub:<id>`) while the component stands; `null` hears nothing. */
export function useLive(address: string | null, onEvent: Listener): void {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => {
    if (address === null) return;
    const listener: Listener = (event) => latest.current(event);
    const listening = watched.get(address) ?? new Set();
    watched.set(address, listening.add(listener));
    const socket = openLive();
    if (listening.size === 1 && connection.state === 'live') {
      void socket.then((open) => watch(open, address)).catch(() => listener({ address, kind: 'stale' }));
    }
    return () => {
      listening.delete(listener);
      if (listening.size > 0) return;
      watched.delete(address);
      void socket.then((open) => open.connected && open.emit('unwatch', address));
    };
  }, [address]);
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => become('offline'));
  window.addEventListener('online', () => {
    if (connection.state !== 'offline') return;
    become(opening ? 'connecting' : 'idle');
    void opening?.then((socket) => (socket.connected ? become('live') : socket.connect()));
  });
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}
