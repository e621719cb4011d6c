/** What I am called to and have not answered, and whom I wait for myself, on the page Nu. */
import { CalendarCheck } from 'lucide-react';
import type { NowPart } from '../now/now-part.js';
import { InvitationsNow } from './InvitationsNow.js';
import { SilentNow } from './SilentNow.js';

export const nowPart: NowPart = {
  order: 15,
  Section: () => (
    <>
      <InvitationsNow />
      <SilentNow />
    </>
  ),
  acts: [{ to: '/inbjudningar', label: 'invitation:title', icon: CalendarCheck }],
};
