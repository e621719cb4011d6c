/** The plans that are mine to read: read again whenever the page hears that there is something new, and after an own act. */
import type { Plan } from '../shapes.js';
import { useLoaded, useVisit, type Loaded } from '../visit.js';

export interface Plans {
  readonly loaded: Loaded<readonly Plan[]>;
  /** After it could not be read. */
  readonly again: () => void;
  /** What stands there stays until the new has come. */
  readonly refresh: () => Promise<unknown>;
}

export function usePlans(): Plans {
  const { service } = useVisit();
  const [loaded, again, refresh] = useLoaded(service.plans);
  return { loaded, again, refresh };
}
