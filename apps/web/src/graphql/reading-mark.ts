/**
 * What the api had heard of the world when it began to answer (apps/api/live/last-heard.ts): given back when what was read
 * begins to be watched, it spares the reading of what has not changed since.
 */
const HEADER = 'samnav-heard';

/** Asks, and notes the mark of the answer; null where it failed. */
export const fetchNoting =
  (note: (mark: string | null) => void, ask: typeof fetch = fetch): typeof fetch =>
  async (...asked) => {
    const response = await ask(...asked);
    note(response.ok ? response.headers.get(HEADER) : null);
    return response;
  };
