/** An agreement that is to be renewed leads from the page Nu to the agreements, with what stops without it. */
import type { NowPart } from '../now/now-part.js';

export const nowPart: NowPart = {
  wayOf: ({ kind }) =>
    kind === 'agreement-renewal'
      ? { to: '/installningar/overenskommelser', label: 'organisation:agreements.open' }
      : undefined,
};
