/**
 * Pages that stand on what another house or a family lets one see. What is less is read anew; what has left altogether is told
 * by its id, and then nothing is asked for, since the answer would be a refusal that stands against someone who only had a page
 * open. (OSL 12:2, 26:1)
 */
import { useEffect } from 'react';
import { useLive, type Reading } from './connection.js';
import { useLeft, type Look } from './left.js';
import type { LiveEvent } from './live-line.js';
import { serverNow } from './server-clock.js';

export type Heard = 'left' | 'again' | 'nothing';

export interface Standing {
  /** What stands on the page: a case, a group or a meeting. */
  readonly about: string;
  /** Where only news of one case concerns it. */
  readonly caseId?: string | undefined;
}

/** What the page makes of news. */
export function heardOf(event: Pick<LiveEvent, 'kind' | 'change'>, { about, caseId }: Standing): Heard {
  if (event.kind !== 'change') return 'again';
  const change = event.change as { readonly caseId?: string; readonly left?: readonly string[] } | undefined;
  if (change?.left?.includes(about)) return 'left';
  return caseId === undefined || change?.caseId === caseId ? 'again' : 'nothing';
}

/** Whether a topic says that its address has left its reader. */
export const isRevoked = ({ kind, change }: Pick<LiveEvent, 'kind' | 'change'>): boolean =>
  kind === 'revoked' || (kind === 'change' && (change as { readonly kind?: string } | undefined)?.kind === 'revoked');

interface Watched extends Standing {
  /** `sight:<branch>`, `hubs:<branch>`; null hears nothing. */
  readonly address: string | null;
  readonly again: () => void;
  readonly onLeft: (at: string) => void;
  readonly reading: Reading;
}

/** Answers since when it may not be watched at all. */
export function useSight({ address, again, onLeft, reading, ...standing }: Watched): string | undefined {
  return useLive(
    address,
    (event) => {
      const heard = heardOf(event, standing);
      if (heard === 'left') onLeft(new Date(serverNow()).toISOString());
      else if (heard === 'again') again();
    },
    reading,
  );
}

/** Also where it was found to be gone by asking; whether nothing of it is to be shown any more. */
export function useIsLeft({ onLeft, ...look }: Look & { readonly onLeft: (at: string) => void }): boolean {
  const leftAt = useLeft(look);
  useEffect(() => {
    if (leftAt !== undefined) onLeft(leftAt);
  }, [leftAt, onLeft]);
  return leftAt !== undefined;
}
