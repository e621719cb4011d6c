/**
 * A hub that is called off asks nobody any more: its questions' time limits end, whoever stood on the case only for it
 * leaves at once, and what was on its way to them is stopped. The grade still asks for a hub, so why it was called off is
 * kept, sealed (OSL 26:1; [S0]).
 */
import { decideCallOff } from '#domain/meeting/decide-call-off.js';
import { InvalidInput } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import type { Seal } from '../gate/seal.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { voidOpenQuestions } from '../hub/void-open-questions.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { NoticeStore } from '../notice/notice.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { spokenIn } from './write-on-board.js';

const CODES = { missing: 'REASONS_MISSING', 'too-long': 'TOO_LONG' } as const;

/** Answers the item that holds the reasons. */
export async function sealCallOff(
  tx: CallerTransaction,
  of: { readonly seal: Seal; readonly hub: HubFacts; readonly reasons: string },
): Promise<string> {
  const { hub } = of;
  const decision = decideCallOff(of.reasons);
  if (decision.outcome === 'refused')
    throw new InvalidInput([{ field: 'reasons', code: CODES[decision.code], values: { most: decision.most } }]);
  return of.seal.item(tx, {
    caseId: hub.caseId,
    category: 'measures-and-plan',
    ...spokenIn(hub),
    subjectIds: [hub.personId],
    content: { text: decision.reasons },
  });
}

export async function callOffHub(tx: CallerTransaction, hub: HubFacts, caller: StaffCaller): Promise<void> {
  const store = tx.of(HubStore);
  await voidOpenQuestions(tx, hub, 'hub-called-off');
  // Back to where it was: the grade still asks for a hub, which those who convened or called off may convene anew.
  await store.moveCase(hub.caseId, { state: 'graded' });
  const left = await store.endAssignments(hub.caseId, 'hub', tx.now, [hub.convenedBy, caller.staffId]);
  const staffIds = left.filter((id) => id !== caller.staffId);
  await tx.asService('deadlines', (service) =>
    service.of(NoticeStore).stopUnsent({
      staffIds,
      caseId: hub.caseId,
      kinds: ['hub-convened', 'question-asked', 'meeting-moved'],
    }),
  );
  await notify(tx, { staffIds, kind: 'not-needed', effectKey: `hub:${hub.id}:not-needed:${tx.now.getTime()}` });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: hub.caseId,
      personId: hub.personId,
      detail: { hubId: hub.id, hub: 'called-off', people: staffIds.length },
    },
  ]);
  await tx.of(OutboxStore).put(caseNews(hub.caseId, { queue: hub.branchId, sight: [hub.branchId] }));
}
