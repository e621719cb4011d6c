/** What a meeting has given one to do, also where another house led it, and its minutes lead from the page Nu to that meeting. */
import type { NowPart } from '../now/now-part.js';

const OF_MEETINGS = ['meeting-decision', 'minutes-adjusted'];

export const nowPart: NowPart = {
  wayOf: ({ kind, groupId, hubId }) =>
    OF_MEETINGS.includes(kind) && groupId && hubId
      ? { to: `/grupper/${groupId}/mote/${hubId}`, label: 'minutes:toMeeting' }
      : undefined,
};
