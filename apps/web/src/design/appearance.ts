/** Day, night or as the device says: the room's light is the reader's choice and says nothing about anyone. */
import { useSyncExternalStore } from 'react';

export const APPEARANCES = ['auto', 'day', 'night'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const KEY = 'appearance';
const listeners = new Set<() => void>();

function current(): Appearance {
  const chosen = document.documentElement.dataset.appearance;
  return chosen === 'day' || chosen === 'night' ? chosen : 'auto';
}

export function chooseAppearance(appearance: Appearance): void {
  document.documentElement.dataset.appearance = appearance;
  try {
    localStorage.setItem(KEY, appearance);
  } catch {
    // A browser that keeps nothing still shows the chosen light until the page is closed.
  }
  listeners.forEach((listener) => listener());
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
