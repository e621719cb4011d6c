/** Who else is writing, and under which point: shown while they write, and gone soon after they stop or their line breaks. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { ShowMinutesPenDocument } from '../graphql/generated/minutes/graphql.js';
import { useLive } from '../live/connection.js';

/** While somebody writes they say so anew at this pace; a mark that is not renewed fades. */
const PEN_EVERY = 3_000;
const PEN_FADES = 8_000;

interface Pen {
  readonly point: string;
  readonly until: number;
}

/** By member of staff; the one who put the pen down is gone. */
export function usePens(hubId: string): ReadonlyMap<string, string> {
  const [pens, setPens] = useState<ReadonlyMap<string, Pen>>(new Map());
  useLive(`minutes:${hubId}`, (event) => {
    const change = event.change as { kind: 'pen'; member: string; point: string | null } | undefined;
    if (event.kind !== 'change' || change?.kind !== 'pen') return;
    setPens((known) => {
      const next = new Map([...known].filter(([member]) => member !== change.member));
      if (change.point !== null) next.set(change.member, { point: change.point, until: performance.now() + PEN_FADES });
      return next;
    });
  });
  useEffect(() => {
    if (pens.size === 0) return undefined;
    const soonest = Math.min(...[...pens.values()].map(({ until }) => until));
    const timer = setTimeout(
      () => setPens((known) => new Map([...known].filter(([, { until }]) => until > performance.now()))),
      Math.max(0, soonest - performance.now()) + 50,
    );
    return () => clearTimeout(timer);
  }, [pens]);
  return useMemo(() => new Map([...pens].map(([member, { point }]) => [member, point])), [pens]);
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
