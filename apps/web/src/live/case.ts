/**
 * The pages of one case: told when something on it has changed, and when it is no longer the reader's. Then nothing is asked
 * for anew, since the answer would be a refusal that stands against someone who only had a page open. (OSL 26:1)
 */
import { useEffect } from 'react';
import { useLive, type Reading } from './connection.js';
import { useIsOver } from './ends.js';
import { serverNow } from './server-clock.js';

interface CaseShown {
  /** The case that stands on the page; null hears nothing. */
  readonly caseId: string | null;
  /** When the reader's own work on it ends by itself: nobody tells of that. */
  readonly until?: string | null | undefined;
  readonly again: () => void;
  /** Left out by what stands on a page that hears of it itself. */
  readonly onLeft?: (at: string) => void;
  readonly reading: Reading;
}

/** Whether it has left its reader. */
export function useCase({ caseId, until, again, onLeft, reading }: CaseShown): boolean {
  const goneAt = useLive(
    caseId === null ? null : `case:${caseId}`,
    (event) => {
      // That it may not be watched is said by `goneAt`.
      if (event.kind === 'revoked') return;
      const change = event.change as { kind?: string } | undefined;
      if (change?.kind === 'revoked') onLeft?.(new Date(serverNow()).toISOString());
      else again();
    },
    reading,
  );
  const isOver = useIsOver(until ?? null);
  const leftAt = goneAt ?? (until && isOver ? until : undefined);
  useEffect(() => {
    if (leftAt !== undefined) onLeft?.(leftAt);
  }, [leftAt, onLeft]);
  return leftAt !== undefined;
}
