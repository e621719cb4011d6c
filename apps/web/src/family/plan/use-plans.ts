/**
 * The plans that are mine to read. While the page stands open it asks now and then whether there is anything new, which tells
 * nothing but that and keeps no session alive, and reads again only then.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Plan } from '../shapes.js';
import { useLoaded, useVisit, type Loaded } from '../visit.js';

/** Milliseconds. */
const ASK_EVERY = 10_000;

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
  const refresh = useCallback(
    async (how?: { readonly isPassive: boolean }) => {
      const { data } = await service.plans(how);
      if (data) setFresh({ of: loaded, plans: data });
    },
    [service, loaded],
  );
  const mark = useRef<string | null>(null);
  useEffect(() => {
    if (loaded.state !== 'there') return;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const { data } = await service.plansMark();
      if (data === undefined || data === mark.current) return;
      mark.current = data;
      await refresh({ isPassive: true });
    };
    const onSeen = () => void ask();
    const asking = setInterval(onSeen, ASK_EVERY);
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      clearInterval(asking);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, [service, loaded, refresh]);
  const isFresh = loaded.state === 'there' && fresh !== null && fresh.of === loaded;
  return { loaded: isFresh ? { state: 'there', data: fresh.plans } : loaded, again, refresh };
}
