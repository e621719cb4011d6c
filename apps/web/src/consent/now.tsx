/** A consent that is to be renewed leads from the page Nu to where it is renewed. */
import type { NowPart } from '../now/now-part.js';

export const nowPart: NowPart = {
  wayOf: ({ kind, aboutId }) =>
    kind === 'consent-renewal' && aboutId ? { to: `/samtycke/${aboutId}`, label: 'consent:now.open' } : undefined,
};
