/**
 * What stands on a family's page leaves it, and what is new comes, within a second and without anybody pressing anything: the
 * page hears that there is something new, asks whether it is so for whoever reads it, and reads again only then. Nothing of this
 * makes the session last longer. Without a line it asks now and then; where it has asked in vain twice nothing is shown until it
 * has been read anew.
 */
import { useEffect, useRef, useState } from 'react';
import type { Refusal, Service } from './shapes.js';

/** Without a line, in milliseconds. */
const ASK_EVERY = 15_000;
/** After it was heard that there is something new, and it could not be read. */
const AGAIN_AFTER = 1_000;
/** So many times the page may not hear whether it still holds, before it is covered. */
const MOST_UNHEARD = 2;

interface NewsNeeds {
  readonly service: Service;
  readonly isWatched: boolean;
  /** Of what stands on the page. */
  readonly mark: string | null;
  /** Reads the page anew; `isCovered`: nothing of it may be believed until then. Answers why it could not be read. */
  readonly read: (isCovered: boolean) => Promise<Refusal | null>;
  readonly onOver: () => void;
}

/** Whether the page is covered. */
export function useNews({ service, isWatched, mark, read, onOver }: NewsNeeds): boolean {
  const [isCovered, setCovered] = useState(false);
  const latest = useRef({ mark, read, onOver });
  useEffect(() => {
    latest.current = { mark, read, onOver };
  });
  useEffect(() => {
    if (!isWatched) return;
    let isWanted = true;
    let isStanding = false;
    let isLooking = false;
    let isRung = false;
    /** It was told that there is something new for whoever reads here: it reads without asking first. */
    let isTold = false;
    let unheard = 0;
    let asking: ReturnType<typeof setTimeout>;
    const hear = async (): Promise<Refusal | null> => {
      if (isTold) {
        isTold = false;
        return latest.current.read(unheard >= MOST_UNHEARD);
      }
      const { data, refusal } = await service.mark();
      if (data === undefined) return refusal ?? null;
      const isDark = unheard >= MOST_UNHEARD;
      return data === latest.current.mark && !isDark ? null : latest.current.read(isDark);
    };
    const look = async () => {
      clearTimeout(asking);
      isRung = true;
      if (isLooking) return;
      isLooking = true;
      while (isRung && isWanted) {
        isRung = false;
        unheard = (await hear()) === null ? 0 : unheard + 1;
      }
      isLooking = false;
      if (!isWanted) return;
      setCovered(unheard >= MOST_UNHEARD);
      if (unheard > 0 && isStanding) asking = setTimeout(() => void look(), AGAIN_AFTER);
      else if (!isStanding) asking = setTimeout(() => void look(), ASK_EVERY);
    };
    const hush = service.hear({
      mark: () => latest.current.mark,
      news: () => {
        isTold = true;
        void look();
      },
      standing: (is) => {
        const was = isStanding;
        isStanding = is;
        // A line that comes or goes: what it has not said is asked for.
        if (was !== is && !is) void look();
        else if (is && unheard === 0) clearTimeout(asking);
      },
      cut: () => {
        void service.look().then(({ data }) => {
          if (isWanted && data?.sessionEndsAt === null) latest.current.onOver();
        });
      },
    });
    // Until the line stands.
    asking = setTimeout(() => void look(), ASK_EVERY);
    const onSeen = () => {
      // A telephone that has slept may not know yet that its line is gone.
      if (document.visibilityState === 'visible') void look();
    };
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      isWanted = false;
      clearTimeout(asking);
      hush();
      document.removeEventListener('visibilitychange', onSeen);
      setCovered(false);
    };
  }, [service, isWatched]);
  return isCovered;
}
