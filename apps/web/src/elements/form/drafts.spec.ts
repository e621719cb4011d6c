/** What would be lost with the tab, and when the browser asks about it. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { dropAllDrafts, dropDraft, findDraft, keepDraft, keyOfDraft, onDropAll } from './drafts.js';
import { LeaveGuard, leaveGuard } from './leave-guard.js';

afterEach(() => {
  jest.restoreAllMocks();
  void dropAllDrafts();
});

class Tab {
  private asking: ((event: Event) => void) | undefined;
  readonly addEventListener = (_kind: string, ask: (event: Event) => void): void => {
    this.asking = ask;
  };
  readonly removeEventListener = (): void => {
    this.asking = undefined;
  };
  /** Whether whoever closes it is asked first. */
  get asks(): boolean {
    const event = new Event('beforeunload', { cancelable: true });
    this.asking?.(event);
    return event.defaultPrevented;
  }
}

describe('leaving the tab', () => {
  it('is asked about as long as anything would be lost, and no longer', () => {
    const tab = new Tab();
    const guard = new LeaveGuard(tab);
    expect(tab.asks).toBe(false);
    guard.hold('a line');
    guard.hold('a text');
    guard.release('a line');
    expect(tab.asks).toBe(true);
    guard.release('a line');
    guard.release('a text');
    expect(tab.asks).toBe(false);
    guard.hold('a line');
    guard.releaseAll();
    expect(tab.asks).toBe(false);
  });
});

describe('a draft', () => {
  it('is guarded while it says something, and let go when it is sent', () => {
    const held = new Set<string>();
    jest.spyOn(leaveGuard, 'hold').mockImplementation((what) => void held.add(what));
    jest.spyOn(leaveGuard, 'release').mockImplementation((what) => void held.delete(what));
    keepDraft('a', { text: ' ', about: [] });
    expect(held.size).toBe(0);
    keepDraft('a', { text: 'Han', about: [] });
    expect(held.size).toBe(1);
    keepDraft('b', { parts: [{ text: 'Hon' }] });
    dropDraft('a');
    expect(held.size).toBe(1);
    // What stood there already is no draft of it.
    keepDraft('c', { text: 'Stod där', category: 'leisure' }, { text: 'Stod där', category: 'leisure' });
    expect(held.size).toBe(1);
    keepDraft('c', { text: 'Står där', category: 'leisure' }, { text: 'Stod där', category: 'leisure' });
    expect(held.size).toBe(2);
    expect(findDraft('c')).toEqual({ text: 'Står där', category: 'leisure' });
  });

  it('is sent under one key from every visit to its page, until it is sent or thrown away', () => {
    keepDraft('report', { text: 'Han' });
    const key = keyOfDraft('report');
    keepDraft('report', { text: 'Han och hon' });
    expect(keyOfDraft('report')).toBe(key);
    expect(keyOfDraft('register')).not.toBe(key);
    dropDraft('report');
    const next = keyOfDraft('report');
    expect(next).not.toBe(key);
    void dropAllDrafts();
    expect(keyOfDraft('report')).not.toBe(next);
  });

  it('goes at sign-out with everything that is kept beside, and nobody is asked', () => {
    const forget = jest.fn();
    onDropAll(forget);
    const freed = jest.spyOn(leaveGuard, 'releaseAll');
    keepDraft('a', { text: 'Han' });
    void dropAllDrafts();
    expect(findDraft('a')).toBeUndefined();
    expect(forget).toHaveBeenCalledTimes(1);
    expect(freed).toHaveBeenCalledTimes(1);
  });
});
