/**
 * A telephone left on a kitchen table shows nothing when its session is over: the page says so shortly before, and covers
 * itself at the end without anyone pressing anything. Looking does not make the session last longer.
 */
import { useEffect, useState } from 'react';
import type { Service } from './shapes.js';

/** Said this long before. */
const NOTICE = 2 * 60_000;
/** The town's clock and this one may differ by as much. */
const SLACK = 2_000;

export function useSessionWatch(service: Service, knownEnd: string | null, onOver: () => void): boolean {
  const [isEnding, setEnding] = useState(false);
  useEffect(() => {
    if (knownEnd === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let isWanted = true;
    const plan = (end: number) => {
      const left = end - Date.now();
      setEnding(left <= NOTICE);
      timer = setTimeout(() => void look(end), Math.max(SLACK, left > NOTICE ? left - NOTICE : left + SLACK));
    };
    const look = async (end: number) => {
      const { data: door } = await service.look();
      if (!isWanted) return;
      if (door && door.sessionEndsAt === null) onOver();
      else plan(door?.sessionEndsAt ? Date.parse(door.sessionEndsAt) : end);
    };
    plan(Date.parse(knownEnd));
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [service, knownEnd, onOver]);
  return isEnding;
}
