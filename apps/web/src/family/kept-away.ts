/** What was taken away before signing, over the app of the e-identification: ids and closed words, gone with the tab. */
import type { TakenAway } from './shapes.js';

const KEY = 'family-away';

export function keptAway(): Readonly<Record<string, TakenAway>> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, TakenAway>;
  } catch {
    return {};
  }
}

export function keepAway(away: Readonly<Record<string, TakenAway>>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(away));
  } catch {
    // It stays in memory; only a closed tab loses it.
  }
}
