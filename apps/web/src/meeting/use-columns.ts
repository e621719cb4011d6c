/** How many columns the units' pictures stand in: one on a phone, two at a desk, three on a wall. */
import { useSyncExternalStore } from 'react';

const PHONE = '(width < 760px)';
const WALL = '(width >= 1700px)';

const matches = (query: string): boolean => window.matchMedia(query).matches;

function listen(onChange: () => void): () => void {
  const queries = [PHONE, WALL].map((query) => window.matchMedia(query));
  queries.forEach((query) => query.addEventListener('change', onChange));
  return () => queries.forEach((query) => query.removeEventListener('change', onChange));
}

export const useColumns = (): number =>
  useSyncExternalStore(listen, () => (matches(PHONE) ? 1 : matches(WALL) ? 3 : 2));
