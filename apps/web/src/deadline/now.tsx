/** What is due, on the page Nu. */
import { FilePlus2, Inbox } from 'lucide-react';
import type { NowPart } from '../now/now-part.js';
import { DueSection } from './DueSection.js';

export const nowPart: NowPart = {
  order: 10,
  Section: DueSection,
  acts: [
    { to: '/inkorg', label: 'deadline:act.queue', icon: Inbox, roles: ['intake', 'manager'], first: true },
    { to: '/anmal', label: 'deadline:act.report', icon: FilePlus2 },
  ],
};
