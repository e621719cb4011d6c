/** What was begun stays while the page is left and come back to; in memory only, since content never lies on a device. */
const drafts = new Map<string, unknown>();

export function keepDraft(name: string, values: unknown): void {
  drafts.set(name, values);
}

export function findDraft<Values>(name: string | undefined): Values | undefined {
  return name === undefined ? undefined : (drafts.get(name) as Values | undefined);
}

export function dropDraft(name: string): void {
  drafts.delete(name);
}

/** At sign-out: the next person at this desk must find nothing. */
export function dropAllDrafts(): void {
  drafts.clear();
}
