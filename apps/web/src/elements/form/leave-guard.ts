/**
 * Asks before the tab is closed or loaded anew while something would be lost with it: drafts that are not written down yet, and
 * what was done while the network was away. Where to go inside the client nobody is asked: there it is all kept.
 */
export interface Leaving {
  readonly addEventListener: (kind: 'beforeunload', ask: (event: Event) => void) => void;
  readonly removeEventListener: (kind: 'beforeunload', ask: (event: Event) => void) => void;
}

export class LeaveGuard {
  private readonly held = new Set<string>();
  private readonly ask = (event: Event): void => event.preventDefault();

  constructor(private readonly page: Leaving | undefined) {}

  /** From now on this would be lost. */
  hold(what: string): void {
    if (this.held.size === 0) this.page?.addEventListener('beforeunload', this.ask);
    this.held.add(what);
  }

  /** It is sent, kept or empty. */
  release(what: string): void {
    if (this.held.delete(what) && this.held.size === 0) this.page?.removeEventListener('beforeunload', this.ask);
  }

  releaseAll(): void {
    for (const what of [...this.held]) this.release(what);
  }
}

export const leaveGuard = new LeaveGuard(typeof window === 'undefined' ? undefined : window);
