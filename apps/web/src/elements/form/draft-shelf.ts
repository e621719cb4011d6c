/** Where drafts lie on this device, and how one page knows that another still stands open. */
import { openDB, type DBSchema } from 'idb';
import type { DraftShelf, LyingDraft } from './draft-vault.js';

interface Schema extends DBSchema {
  draft: { key: string; value: LyingDraft };
}

const NAME = 'samnav-drafts';
/** Where a tab keeps which page it showed last. */
const TAB = 'samnav-page';
/** In milliseconds: the page that this tab showed before is letting go. Only a tab that was doubled waits so long for nothing. */
const LOADED_ANEW = 2_000;
/** Whoever opens a second page beside one on which they write waits this long, and no longer. */
const CLOSED = 300;
const heldBy = (page: string): string => `samnav-page ${page}`;

export async function openShelf(): Promise<DraftShelf> {
  const database = await openDB<Schema>(NAME, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('draft', { keyPath: 'id' }),
  });
  const change = async <T>(many: readonly T[], one: (item: T) => Promise<unknown>): Promise<void> => {
    await Promise.all(many.map(one));
  };
  return {
    all: () => database.getAll('draft'),
    put: (drafts) => change(drafts, (draft) => database.put('draft', draft)),
    remove: (ids) => change(ids, (id) => database.delete('draft', id)),
  };
}

/** A new page of this tab, held as long as it stands; the browser lets go of it whichever way the page ends. */
export function holdPage(): { readonly page: string; readonly isOpen: (page: string) => Promise<boolean> } {
  const page = crypto.randomUUID();
  const before = sessionStorage.getItem(TAB);
  sessionStorage.setItem(TAB, page);
  void navigator.locks.request(heldBy(page), () => new Promise(() => undefined));
  return { page, isOpen: (other) => isHeld(other, other === before ? LOADED_ANEW : CLOSED) };
}

/** Whether it is held still, after waiting for it to be let go of. What was held a moment too long on a busy machine is asked for again. */
async function isHeld(page: string, within: number): Promise<boolean> {
  const isStill = async (): Promise<boolean> => {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === heldBy(page));
  };
  if (!(await isStill())) return false;
  const signal = AbortSignal.timeout(within);
  await navigator.locks.request(heldBy(page), { signal }, () => undefined).catch(() => undefined);
  return isStill();
}
