/**
 * Where one is, without an address: the whole visit is one line in the browser's history, so that a quick exit leaves
 * nothing to go back to. The device's own Back still goes one step back.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { HERE } from './broker-return.js';
import { NEUTRAL } from './leave.js';

export const STEPS = ['about', 'houses', 'kinds', 'free', 'duties', 'until', 'summary'] as const;
export type Step = (typeof STEPS)[number];

export type Place =
  | { readonly at: 'door' | 'code' | 'no-code' | 'not-me' | 'identify' | 'no-id' }
  | { readonly at: 'own-step' | 'home' | 'meetings' | 'contacts' | 'question' | 'trace' | 'number' | 'bye' }
  | { readonly at: 'consent'; readonly id: string; readonly step: Step }
  | { readonly at: 'sign' | 'signed' | 'decline' | 'withdraw' | 'whole'; readonly id: string }
  | { readonly at: 'narrow'; readonly id: string; readonly house?: string; readonly category?: Category }
  | { readonly at: 'access' | 'receipt'; readonly id: string }
  | { readonly at: 'plans' }
  | { readonly at: 'plan-answer' | 'plan-changes'; readonly id: string }
  /** `isDrawn`: of the future, which one may draw. */
  | { readonly at: 'plan-say'; readonly id: string; readonly entry?: string; readonly isDrawn?: boolean };

/** Never empty: one is always somewhere. */
export type Stack = readonly [Place, ...Place[]];

/** Places of one who has not shown who they are. */
const BEFORE: readonly Place['at'][] = ['door', 'code', 'no-code', 'not-me', 'identify', 'no-id', 'bye'];

const KEY = 'family-place';

/** Ids and words only; gone with the tab, and at a quick exit. */
const keep = (stack: readonly Place[]): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stack));
  } catch {
    // A browser that keeps nothing begins at the first page again; the answers are in memory until then.
  }
};

export function keptStack(): Stack | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Place[];
    const [first, ...rest] = kept.filter(({ at }) => !BEFORE.includes(at));
    return first ? [first, ...rest] : null;
  } catch {
    return null;
  }
}

export interface Travel {
  readonly place: Place;
  readonly canBack: boolean;
  /** Counts the steps taken, so that a new page takes the focus. */
  readonly moves: number;
  readonly go: (place: Place) => void;
  readonly back: () => void;
  /** Goes there with nothing behind: after what cannot be done twice. */
  readonly settle: (...stack: Stack) => void;
}

export function useTravel(first: Stack): Travel {
  const [{ stack, moves }, setState] = useState<{ stack: readonly Place[]; moves: number }>({ stack: first, moves: 0 });
  const depth = useRef(stack.length);
  useEffect(() => {
    depth.current = stack.length;
    keep(stack);
  }, [stack]);
  const change = useCallback((next: (stack: readonly Place[]) => readonly Place[]) => {
    setState((now) => ({ stack: next(now.stack), moves: now.moves + 1 }));
  }, []);
  const go = useCallback(
    (place: Place) => {
      standInFront();
      change((now) => [...now, place]);
    },
    [change],
  );
  const back = useCallback(() => change((now) => (now.length > 1 ? now.slice(0, -1) : now)), [change]);
  const settle = useCallback((...next: Stack) => change(() => next), [change]);
  useEffect(() => {
    const onPop = () => {
      // A fragment that the app brings back is a step of its own, see begin.ts.
      if (standing() !== 'behind') return;
      if (depth.current > 1) {
        back();
        standInFront();
      } else leaveByBack();
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [back]);
  return { place: stack.at(-1) ?? first[0], canBack: stack.length > 1, moves, go, back, settle };
}

/** To wherever one came from; where that is nowhere, to the neutral page. */
function leaveByBack(): void {
  history.back();
  setTimeout(() => location.replace(NEUTRAL), 300);
}

interface Standing {
  readonly family?: 'front' | 'behind';
}

const standing = (): Standing['family'] => (history.state as Standing | null)?.family;

/** A line that the app has added by coming back: it becomes one more that carries the neutral page's address. */
export function stepBackOver(): void {
  history.replaceState({ family: 'behind' } satisfies Standing, '', NEUTRAL);
  history.back();
}

/**
 * Two lines instead of one, so that Back can be heard: the one behind carries the neutral page's address, so that whoever
 * comes back to it later finds an almanac.
 */
function standInFront(): void {
  if (standing() === 'front') return;
  history.replaceState({ family: 'behind' } satisfies Standing, '', NEUTRAL);
  history.pushState({ family: 'front' } satisfies Standing, '', HERE);
}
