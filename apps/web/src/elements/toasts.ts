/** What has just happened, with a way back: undo rather than confirm. At most three stand at once. */
import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void | Promise<void>;
}

const MOST = 3;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function become(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

export function toast(text: string, undo?: Toast['undo']): number {
  last += 1;
  become([...toasts, { id: last, text, undo }].slice(-MOST));
  return last;
}

export function dismissToast(id: number): void {
  become(toasts.filter((one) => one.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
