/** What the command palette can do beyond going to a page; a page adds its own commands while it stands. */
import type { LucideIcon } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words for it, so that one finds it by what one calls it. */
  readonly words?: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

let commands: readonly (readonly Command[])[] = [];
const listeners = new Set<() => void>();

function become(next: readonly (readonly Command[])[]): void {
  commands = next;
  listeners.forEach((listener) => listener());
}

/**
 * Hand over a list that keeps its identity (useMemo).
 * @public
 */
export function useCommands(own: readonly Command[]): void {
  useEffect(() => {
    become([...commands, own]);
    return () => become(commands.filter((one) => one !== own));
  }, [own]);
}

export function useAllCommands(): readonly (readonly Command[])[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => commands,
  );
}
