/** Today's hubs and the questions that wait, on the page Nu; one's own question opens, others' lead to the lobby. */
import { CalendarDays } from 'lucide-react';
import type { NowPart } from '../now/now-part.js';
import { HubsToday } from './HubsToday.js';

export const nowPart: NowPart = {
  order: 20,
  Section: HubsToday,
  acts: [{ to: '/kalender', label: 'hub:calendar.title', icon: CalendarDays }],
  wayOf: (deadline) => {
    if (deadline.kind !== 'unit-knowledge' && deadline.kind !== 'invitation-answer') return undefined;
    if (deadline.kind === 'unit-knowledge' && deadline.mine && deadline.aboutId)
      return { to: `/fraga/${deadline.aboutId}`, label: 'hub:now.open' };
    if (deadline.hubId) return { to: `/hubb/${deadline.hubId}`, label: 'hub:toLobby' };
    // A group about nobody has no lobby: who has answered stands on its own page.
    return deadline.groupId ? { to: `/grupper/${deadline.groupId}`, label: 'group:now.open' } : undefined;
  },
};
