/** Who else is writing in the minutes, and under which point. */
import { useCallback, useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { ShowMinutesPenDocument } from '../graphql/generated/minutes/graphql.js';
import type { Marks } from '../elements/marks.js';
import { PEN_EVERY, usePensAt } from '../live/pens.js';
import type { PenMoved } from '../live/raised-pens.js';

/** By member of staff; the one who put the pen down is gone. */
export const usePens = (hubId: string): ReadonlyMap<string, string> => usePensAt(`minutes:${hubId}`, penIn);

function penIn(said: unknown): PenMoved<string> | undefined {
  const change = said as { kind?: string; member: string; point: string | null } | undefined;
  return change?.kind === 'pen' ? { pen: change.member, place: change.point } : undefined;
}

/** What is being written, as it is marked: it is shown to those alone who will be given it. */
interface Written extends Marks {
  readonly hubId: string;
  readonly pointId: string;
  readonly category: string;
}

/** Says that one writes under a point, at most every few seconds, and that the pen is down as the field closes. */
export function useMyPen({ hubId, pointId, category, about, revealsPlace }: Written): () => void {
  const [, show] = useMutation(ShowMinutesPenDocument);
  const said = useRef<{ at: number; under: string; down: () => void }>(undefined);
  useEffect(() => () => said.current?.down(), []);
  return useCallback(() => {
    const input = { hubId, pointId, category, about: [...about], revealsPlace };
    const under = JSON.stringify(input);
    const last = said.current;
    if (last?.under === under && performance.now() - last.at < PEN_EVERY) return;
    // Who is not to have it as it is marked now no longer sees a pen there.
    if (last && last.under !== under) last.down();
    said.current = {
      at: performance.now(),
      under,
      down: () => void show({ input: { ...input, isDown: true } }),
    };
    void show({ input: { ...input, isDown: false } });
  }, [hubId, pointId, category, about, revealsPlace, show]);
}
