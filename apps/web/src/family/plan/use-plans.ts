/**
 * The plans that are mine to read. While the page stands open it asks now and then whether there is anything new, which tells
 * nothing but that and keeps no session alive, and reads again only then: what is taken back leaves it within ten seconds. Where
 * it has asked in vain twice it shows nothing until it has read anew.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Plan, Refusal } from '../shapes.js';
import { useLoaded, useVisit, type Loaded } from '../visit.js';

/** Milliseconds. */
const ASK_EVERY = 10_000;
/** So many times the page may not hear whether it still holds, before it is covered. */
const MOST_UNHEARD = 2;

export interface Plans {
  readonly loaded: Loaded<readonly Plan[]>;
  /** After it could not be read. */
  readonly again: () => void;
  /** What stands there stays until the new has come. */
  readonly refresh: (how?: { readonly isPassive: boolean }) => Promise<void>;
}

export function usePlans(): Plans {
  const { service } = useVisit();
  const [loaded, again] = useLoaded(service.plans);
  const [fresh, setFresh] = useState<{ readonly of: unknown; readonly plans: readonly Plan[] } | null>(null);
  const [lost, setLost] = useState<{ readonly of: unknown; readonly refusal: Refusal } | null>(null);
  const read = useCallback(
    async (how?: { readonly isPassive: boolean }): Promise<Refusal | null> => {
      const { data, refusal } = await service.plans(how);
      if (data) setFresh({ of: loaded, plans: data });
      return refusal ?? null;
    },
    [service, loaded],
  );
  const refresh = useCallback(
    async (how?: { readonly isPassive: boolean }) => {
      await read(how);
    },
    [read],
  );
  const mark = useRef<string | null>(null);
  useEffect(() => {
    if (loaded.state !== 'there') return;
    let unheard = 0;
    const hear = async (): Promise<Refusal | null> => {
      const { data, refusal } = await service.plansMark();
      if (data === undefined) return refusal ?? null;
      if (data === mark.current && unheard < MOST_UNHEARD) return null;
      const unread = await read({ isPassive: true });
      // Asked again where the new could not be read.
      if (unread === null) mark.current = data;
      return unread;
    };
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const refusal = await hear();
      unheard = refusal === null ? 0 : unheard + 1;
      if (refusal === null) setLost(null);
      else if (unheard >= MOST_UNHEARD) setLost({ of: loaded, refusal });
    };
    const onSeen = () => void ask();
    const asking = setInterval(onSeen, ASK_EVERY);
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      clearInterval(asking);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, [service, loaded, read]);
  return { loaded: shownOf(loaded, fresh, lost), again, refresh };
}

/** Both stand for what was loaded last; what was read afresh of something older is gone with it. */
function shownOf(
  loaded: Loaded<readonly Plan[]>,
  fresh: { readonly of: unknown; readonly plans: readonly Plan[] } | null,
  lost: { readonly of: unknown; readonly refusal: Refusal } | null,
): Loaded<readonly Plan[]> {
  if (loaded.state !== 'there') return loaded;
  if (lost?.of === loaded) return { state: 'refused', refusal: lost.refusal };
  return fresh?.of === loaded ? { state: 'there', data: fresh.plans } : loaded;
}
