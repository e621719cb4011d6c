/** A measure that is to be followed up leads from the page Nu to the plan that it stands in, also where another house leads it. */
import type { NowPart } from '../now/now-part.js';

export const nowPart: NowPart = {
  wayOf: ({ kind, groupId }) =>
    kind === 'measure-follow-up' && groupId ? { to: `/grupper/${groupId}/plan`, label: 'plan:open' } : undefined,
};
