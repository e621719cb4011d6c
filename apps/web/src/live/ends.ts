/**
 * What ends by time alone, the end of a danger or of an assessment, is told by nobody: the screen that shows it reads anew at
 * that moment, by the server's clock, also when that clock is moved or the device wakes up after it (OSL 10:27; BrB 24:4).
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { earliestOf } from './earliest.js';
import { serverNow, subscribeToClock } from './server-clock.js';

/** While an answer still holds what has ended, because the clocks differ or the line was down, it is asked for again. */
const AGAIN = 5_000;

/** Whether this moment has passed; what does not end by time never is. */
export const useIsOver = (end: string | null): boolean =>
  useSyncExternalStore(subscribeToClock, () => end !== null && Date.parse(end) <= serverNow());

/** Calls `read` when the earliest of `ends` has passed; those that are not there end by something else. */
export function useEnds(ends: readonly (string | null | undefined)[], read: () => void): void {
  const end = earliestOf(ends);
  const isOver = useIsOver(end);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    if (!isOver) return;
    latest.current();
    const again = setInterval(() => latest.current(), AGAIN);
    return () => clearInterval(again);
  }, [isOver, end]);
}
