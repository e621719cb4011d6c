/**
 * One socket for the whole client. It carries topics, ids and versions, never a right of its own: what has changed is
 * asked for again over GraphQL, where the gate decides. After every reconnect each topic hears `resync`, since what was
 * said meanwhile is lost to a socket.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';
import { hearServerTime } from './server-clock.js';

export interface LiveEvent {
  readonly topic: string;
  /** What happened, or `resync`: fetch again. */
  readonly kind: string;
  readonly id?: string;
  readonly version?: number;
  readonly [fact: string]: unknown;
}

export interface Connection {
  /** `idle` before anything is watched, `refused` when the session is over. */
  readonly state: 'idle' | 'connecting' | 'live' | 'offline' | 'refused';
  /** When the connection was lost, by the device's clock. */
  readonly since?: number;
}

type Listener = (event: LiveEvent) => void;

const topics = new Map<string, Set<Listener>>();
const watchers = new Set<() => void>();
let connection: Connection = { state: 'idle' };
let opening: Promise<Socket> | undefined;

function become(state: Connection['state']): void {
  if (connection.state === state) return;
  connection = state === 'offline' ? { state, since: Date.now() } : { state };
  watchers.forEach((watcher) => watcher());
}

function tell(event: LiveEvent): void {
  topics.get(event.topic)?.forEach((listener) => listener(event));
}

async function open(): Promise<Socket> {
  become('connecting');
  const { io } = await import('socket.io-client');
  const socket = io({ path: '/socket.io', transports: ['websocket', 'polling'], withCredentials: true });
  let met = false;
  socket.on('connect', () => {
    become('live');
    for (const topic of topics.keys()) {
      socket.emit('watch', { topic });
      if (met) tell({ topic, kind: 'resync' });
    }
    met = true;
  });
  socket.on('hello', (hello: { serverTime: string }) => hearServerTime(hello.serverTime));
  socket.on('live', tell);
  socket.on('disconnect', (reason) => become(reason === 'io server disconnect' ? 'refused' : 'offline'));
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) =>
    become(error.data?.code === 'UNAUTHENTICATED' ? 'refused' : 'offline'),
  );
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

/** Sends a word to the server and waits for its answer (room presence, speaking order, edits of a shared text). */
export async function say<Answer>(message: string, payload: unknown): Promise<Answer> {
  const socket = await openLive();
  return (await socket.timeout(5000).emitWithAck(message, payload)) as Answer;
}

/** Hears a topic while the component stands; `null` hears nothing. */
export function useLive(topic: string | null, onEvent: Listener): void {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => {
    if (topic === null) return;
    const listener: Listener = (event) => latest.current(event);
    const listening = topics.get(topic) ?? new Set();
    topics.set(topic, listening.add(listener));
    const socket = openLive();
    if (listening.size === 1) void socket.then((open) => open.connected && open.emit('watch', { topic }));
    return () => {
      listening.delete(listener);
      if (listening.size > 0) return;
      topics.delete(topic);
      void socket.then((open) => open.connected && open.emit('leave', { topic }));
    };
  }, [topic]);
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
