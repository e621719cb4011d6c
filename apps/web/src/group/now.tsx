/** Nominations that wait, on the page Nu; the deadlines of groups and nominations lead from there to them. */
import { UsersRound } from 'lucide-react';
import { STEP_DEADLINES } from '#domain/form/form.js';
import type { NowPart } from '../now/now-part.js';
import { LeaderlessNow } from './LeaderlessNow.js';
import { NominationsNow } from './NominationsNow.js';

const OF_GROUPS = [
  'sig-meeting',
  'group-step',
  'hub-monitoring',
  'waiting-look',
  'group-length',
  'closing-follow-up',
  ...STEP_DEADLINES,
];

export const nowPart: NowPart = {
  order: 45,
  Section: GroupsNow,
  acts: [{ to: '/grupper', label: 'group:now.title', icon: UsersRound, roles: ['coordinator', 'manager'] }],
  wayOf: ({ kind, aboutId, groupId }) => {
    if (!aboutId) return undefined;
    if (kind === 'ordered-assessment')
      return groupId ? { to: `/grupper/${groupId}`, label: 'group:now.open' } : undefined;
    if (kind === 'nomination-answer') return { to: `/nomineringar/${aboutId}`, label: 'group:now.answer' };
    return OF_GROUPS.includes(kind) ? { to: `/grupper/${aboutId}`, label: 'group:now.open' } : undefined;
  },
};

function GroupsNow() {
  return (
    <>
      <LeaderlessNow />
      <NominationsNow />
    </>
  );
}
