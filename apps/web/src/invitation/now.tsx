/** What I am called to and have not answered, on the page Nu. */
import { CalendarCheck } from 'lucide-react';
import type { NowPart } from '../now/now-part.js';
import { InvitationsNow } from './InvitationsNow.js';

export const nowPart: NowPart = {
  order: 15,
  Section: InvitationsNow,
  acts: [{ to: '/inbjudningar', label: 'invitation:title', icon: CalendarCheck }],
};
