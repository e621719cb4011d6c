/** Today's hubs and the questions that wait, on the page Nu; a unit's deadline leads to its question. */
import { CalendarDays } from 'lucide-react';
import type { NowPart } from '../now/now-part.js';
import { HubsToday } from './HubsToday.js';

export const nowPart: NowPart = {
  order: 20,
  Section: HubsToday,
  acts: [{ to: '/kalender', label: 'hub:calendar.title', icon: CalendarDays }],
  wayOf: (deadline) =>
    deadline.kind === 'unit-knowledge' && deadline.aboutId
      ? { to: `/fraga/${deadline.aboutId}`, label: 'hub:now.open' }
      : undefined,
};
