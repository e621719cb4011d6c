/** Who else is writing in the minutes, and under which point. */
import { useCallback, useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { ShowMinutesPenDocument } from '../graphql/generated/minutes/graphql.js';
import { PEN_EVERY, usePensAt } from '../live/pens.js';
import type { PenMoved } from '../live/raised-pens.js';

/** By member of staff; the one who put the pen down is gone. */
export const usePens = (hubId: string): ReadonlyMap<string, string> => usePensAt(`minutes:${hubId}`, penIn);

function penIn(said: unknown): PenMoved<string> | undefined {
  const change = said as { kind?: string; member: string; point: string | null } | undefined;
  return change?.kind === 'pen' ? { pen: change.member, place: change.point } : undefined;
}

/** Says that one writes under a point, at most every few seconds, and that the pen is down as the field closes. */
export function useMyPen(hubId: string, pointId: string): () => void {
  const [, show] = useMutation(ShowMinutesPenDocument);
  const said = useRef(0);
  useEffect(
    () => () => {
      if (said.current > 0) void show({ hubId, pointId: null });
    },
    [hubId, show],
  );
  return useCallback(() => {
    if (said.current > 0 && performance.now() - said.current < PEN_EVERY) return;
    said.current = performance.now();
    void show({ hubId, pointId });
  }, [hubId, pointId, show]);
}
