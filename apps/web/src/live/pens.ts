/** Who else is writing, and where: shown while they write, and gone soon after they stop or their line breaks. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLive } from './connection.js';
import { fade, soonestFade, withPen, type PenMoved, type RaisedPen } from './raised-pens.js';

/** While somebody writes they say so anew at this pace; a mark that is not renewed fades. */
export const PEN_EVERY = 3_000;

/** Where each pen of others is, by the pen. `read` says what a change of the address tells of a pen; undefined for other changes. */
export function usePensAt<Place>(
  address: string | null,
  read: (change: unknown) => PenMoved<Place> | undefined,
): ReadonlyMap<string, Place> {
  const [pens, setPens] = useState<ReadonlyMap<string, RaisedPen<Place>>>(new Map());
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useLive(address, ({ kind, change }) => {
    const moved = kind === 'change' ? latest.current(change) : undefined;
    if (moved) setPens((known) => withPen(known, moved, performance.now()));
  });
  useEffect(() => {
    const soonest = soonestFade(pens);
    if (soonest === undefined) return undefined;
    const timer = setTimeout(
      () => setPens((known) => fade(known, performance.now())),
      Math.max(0, soonest - performance.now()) + 50,
    );
    return () => clearTimeout(timer);
  }, [pens]);
  return useMemo(() => new Map([...pens].map(([pen, { place }]) => [pen, place])), [pens]);
}
