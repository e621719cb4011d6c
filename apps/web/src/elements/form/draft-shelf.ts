/** Where drafts lie on this device, and how one page knows that another still stands open. */
import { openDB, type DBSchema } from 'idb';
import type { DraftShelf, LyingDraft } from './draft-vault.js';

interface Schema extends DBSchema {
  draft: { key: string; value: LyingDraft };
}

const NAME = 'samnav-drafts';
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

/** Held as long as this page stands; the browser lets go of it whichever way the page ends. */
export function holdPage(page: string): void {
  void navigator.locks.request(heldBy(page), () => new Promise(() => undefined));
}

export async function isPageOpen(page: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === heldBy(page));
}
