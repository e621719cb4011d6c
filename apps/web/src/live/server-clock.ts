/**
 * Server time alone counts; the client shows it. The clock runs on the monotonic timer of the browser from the last
 * word of the server, so a device whose own clock is wrong, or is set back, still shows the right time left.
 */
import { useSyncExternalStore } from 'react';

const SECOND = 1000;
let heard = { server: Date.now(), mark: performance.now() };
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function serverNow(): number {
  return heard.server + (performance.now() - heard.mark);
}

/** `serverTime` as sent in the hello; half the round trip is added when it is known. */
export function hearServerTime(serverTime: string | number, roundTrip = 0): void {
  const server = typeof serverTime === 'number' ? serverTime : Date.parse(serverTime);
  if (Number.isNaN(server)) return;
  heard = { server: server + roundTrip / 2, mark: performance.now() };
  tick();
}

function tick(): void {
  clearTimeout(timer);
  listeners.forEach((listener) => listener());
  if (listeners.size > 0) timer = setTimeout(tick, SECOND - (serverNow() % SECOND) + 5);
}

/** Told at each second of the server's clock, when that clock is moved and when the page is looked at again. */
export function subscribeToClock(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setTimeout(tick, SECOND - (serverNow() % SECOND) + 5);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/**
 * Milliseconds of server time, cut to `step`: only the component that calls it is drawn again, and only when the step
 * changes. Use a minute where minutes are shown.
 */
export function useServerNow(step: number = SECOND): number {
  return useSyncExternalStore(subscribeToClock, () => Math.floor(serverNow() / step) * step);
}
