/** In a list of lines an arrow leads to the next line, and Home and End to the first and the last; Tab goes on as everywhere. */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The first thing that can be focused in each line is where an arrow leads. */
export function useLineKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    const lines = [...event.currentTarget.querySelectorAll(':scope > li')];
    const at = lines.findIndex((line) => line.contains(document.activeElement));
    const next = lines[step(Math.max(at, 0), lines.length - 1)]?.querySelector<HTMLElement>('a, button');
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
