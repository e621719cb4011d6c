/**
 * A telephone without network cannot be told that a name was taken back or a person kept out. So a page that has stood too
 * long without the town is covered, as the staff's pages are, and comes back when it has been read afresh; what was being
 * written is under it. Looking for the town does not make the session last longer.
 */
import { useEffect, useRef, useState } from 'react';
import type { Refusal, Service } from './shapes.js';
import { onUnreached } from './unreached.js';

/** The device may not notice that its network is back: so often the town is asked for, in milliseconds. */
const LOOK_EVERY = 3_000;

interface AwayNeeds {
  readonly service: Service;
  /** Something stands on the page that only one person may read. */
  readonly isWatched: boolean;
  /** Milliseconds without the town until the page is covered. */
  readonly patience: number;
  /** Reads what stands on the page; answers why it could not be read. */
  readonly readAfresh: () => Promise<Refusal | null>;
  /** All has been read: called as the page is shown again. */
  readonly onAfresh: () => void;
}

/** Whether the page is covered. */
export function useAwayWatch({ service, isWatched, patience, readAfresh, onAfresh }: AwayNeeds): boolean {
  const [isCovered, setCovered] = useState(false);
  const latest = useRef({ readAfresh, onAfresh });
  useEffect(() => {
    latest.current = { readAfresh, onAfresh };
  });
  useEffect(() => {
    if (!isWatched) return;
    let isAway = false;
    /** When it was lost, by the device's clock: a telephone that sleeps counts no time by itself. */
    let since = 0;
    /** Covered, and not read since. */
    let isDark = false;
    let isWanted = true;
    let isLooking = false;
    let covering: ReturnType<typeof setTimeout>;
    let looking: ReturnType<typeof setTimeout>;
    const look = async () => {
      clearTimeout(looking);
      if (!isAway || isLooking) return;
      isLooking = true;
      if (Date.now() - since >= patience) cover();
      const isThere = navigator.onLine && (await service.look()).refusal?.code !== 'NETWORK';
      const isFresh = isThere && (!isDark || (await latest.current.readAfresh()) === null);
      isLooking = false;
      if (!isWanted || !isAway) return;
      if (isFresh) comeBack();
      else looking = setTimeout(() => void look(), LOOK_EVERY);
    };
    const comeBack = () => {
      isAway = false;
      clearTimeout(covering);
      if (!isDark) return;
      isDark = false;
      setCovered(false);
      latest.current.onAfresh();
    };
    const cover = () => {
      isDark = true;
      setCovered(true);
    };
    const lose = () => {
      if (isAway) return;
      isAway = true;
      since = Date.now();
      covering = setTimeout(cover, patience);
      looking = setTimeout(() => void look(), LOOK_EVERY);
    };
    const onBack = () => void look();
    const stop = onUnreached(lose);
    addEventListener('offline', lose);
    addEventListener('online', onBack);
    document.addEventListener('visibilitychange', onBack);
    if (!navigator.onLine) lose();
    return () => {
      isWanted = false;
      clearTimeout(covering);
      clearTimeout(looking);
      stop();
      removeEventListener('offline', lose);
      removeEventListener('online', onBack);
      document.removeEventListener('visibilitychange', onBack);
      setCovered(false);
    };
  }, [service, isWatched, patience]);
  return isCovered;
}
