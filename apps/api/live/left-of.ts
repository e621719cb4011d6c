import type { Leaving } from '#use-cases/live/what-left.js';

/** What has left one session, in all that the room is told of. */
export const leftOf = (leavings: Iterable<Leaving>, sessionId: string): string[] => [
  ...new Set([...leavings].flatMap(({ left }) => left.get(sessionId) ?? [])),
];
