/**
 * What one writes on a board lives on when its page is left, in memory only: until it is sent, dropped or its
 * writer signs out. The browser asks before a tab is closed over it.
 */
import { onDropAll } from '../elements/form/drafts.js';
import { leaveGuard } from '../elements/form/leave-guard.js';

export abstract class Pen<State extends object> {
  private readonly listeners = new Set<() => void>();
  protected isDropped = false;

  constructor(
    readonly name: string,
    protected state: State,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): State => this.state;

  /** Nothing here would be lost. */
  abstract get isIdle(): boolean;

  /** Nothing more is sent or kept, whatever is on its way. */
  drop(): void {
    this.isDropped = true;
    leaveGuard.release(this.name);
  }

  protected become(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    if (this.isIdle || this.isDropped) leaveGuard.release(this.name);
    else leaveGuard.hold(this.name);
    this.listeners.forEach((listener) => listener());
  }
}

/** Pens by their names, the same for every visit until sign-out. */
export function keptPens<Kept extends { drop(): void }>(): Map<string, Kept> {
  const pens = new Map<string, Kept>();
  onDropAll(() => {
    pens.forEach((pen) => pen.drop());
    pens.clear();
  });
  return pens;
}
