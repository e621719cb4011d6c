/** That something was told between meetings: its line in the ledger, and a word to the screens that show it, the next meeting's too. */
import type { MeetingState } from '#domain/meeting/meeting-states.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { tellMeeting } from '../minutes/require-meeting.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { OpenPlan } from './require-plan.js';

const OVER: ReadonlySet<MeetingState> = new Set(['closed', 'called-off']);

export async function noteNews(
  tx: CallerTransaction,
  { group }: Pick<OpenPlan, 'group'>,
  { id, itemId }: { readonly id: string; readonly itemId: string },
  word: 'told' | 'corrected' | 'taken-out' | 'figure-told' | 'figure-corrected',
): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      itemId,
      detail: { groupId: group.id, planNews: id, news: word },
    },
  ]);
  await tx.of(OutboxStore).put([{ topic: `live:news:${group.id}`, payload: { newsId: id } }]);
  if (word === 'figure-told' || word === 'figure-corrected') return;
  const meetings = await tx.of(GroupMeetingStore).findOfGroup(group.id);
  for (const meeting of meetings.filter(({ state }) => !OVER.has(state))) await tellMeeting(tx, meeting);
}
