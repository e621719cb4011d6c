/** A group's own deadlines lead from the page Nu to the group: its next meeting, and the follow-up half a year after. */
import { UsersRound } from 'lucide-react';
import type { NowPart } from '../now/now-part.js';

const OF_GROUPS = ['sig-meeting', 'group-step', 'closing-follow-up'];

export const nowPart: NowPart = {
  order: 45,
  acts: [{ to: '/grupper', label: 'group:now.title', icon: UsersRound, roles: ['coordinator', 'manager'] }],
  wayOf: ({ kind, aboutId }) =>
    OF_GROUPS.includes(kind) && aboutId ? { to: `/grupper/${aboutId}`, label: 'group:now.open' } : undefined,
};
