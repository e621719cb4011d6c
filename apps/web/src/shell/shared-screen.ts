/**
 * Shared screen mode: when a screen is seen by several, a meeting's board shows what all of them may see, pages about people
 * are covered, names become initials, F8 hides everything at once, and a screen left alone hides itself. F8 hides in the
 * ordinary mode too: someone may always walk in. (OSL 26:1)
 */
import { useEffect, useSyncExternalStore } from 'react';

const IDLE = 60_000;
const HIDE_KEY = 'F8';

export interface SharedScreen {
  readonly on: boolean;
  readonly hidden: boolean;
}

let state: SharedScreen = { on: false, hidden: false };
const listeners = new Set<() => void>();

function become(next: SharedScreen): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export function shareScreen(on: boolean): void {
  become({ on, hidden: false });
}

export function hideScreen(hidden: boolean): void {
  become({ ...state, hidden });
}

export function useSharedScreen(): SharedScreen {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Pages that say nothing of anyone, and the boards, which ask what everyone present may see. */
const FOR_ALL =
  /^\/(hubb\/[^/]+\/tavla|grupper\/[^/]+\/(vecka|iakttagelse)|installningar(\/.*)?|galleri|demonstration|inloggning\/.*|inloggad|utloggad)$/;

export const isForAll = (path: string): boolean => FOR_ALL.test(path);

/** Watches the key and the idle time; used once, by the frame. */
export function useScreenGuard(): void {
  const { on } = useSharedScreen();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== HIDE_KEY || event.repeat) return;
      event.preventDefault();
      hideScreen(!state.hidden);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (!on) return;
    let timer = setTimeout(() => hideScreen(true), IDLE);
    const onUse = () => {
      clearTimeout(timer);
      timer = setTimeout(() => hideScreen(true), IDLE);
    };
    const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    signs.forEach((sign) => window.addEventListener(sign, onUse, { passive: true }));
    return () => {
      clearTimeout(timer);
      signs.forEach((sign) => window.removeEventListener(sign, onUse));
    };
  }, [on]);
}
