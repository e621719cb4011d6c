/**
 * That something was told between meetings: its line in the ledger, and a word to the screens that may show it, the next
 * meeting's too. The meeting itself is not told of: its houses, and their own systems, would learn that and when somebody wrote
 * what they may not have (OSL 26:1).
 */
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { OpenPlan } from './require-plan.js';

type Word = 'told' | 'corrected' | 'taken-out' | 'figure-told' | 'figure-corrected' | 'figure-moved';

/** What makes the count of news another one. */
const COUNTED: ReadonlySet<Word> = new Set(['told', 'taken-out']);

export async function noteNews(
  tx: CallerTransaction,
  { group, members }: Pick<OpenPlan, 'group' | 'members'>,
  { id, itemId }: { readonly id: string; readonly itemId: string },
  word: Word,
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
  const payload = { newsId: id };
  // Lists of groups count the notes, in each house for those of it who reach this one.
  const houses = COUNTED.has(word) ? new Set([group.branchId, ...members.map(({ branchId }) => branchId)]) : [];
  await tx
    .of(OutboxStore)
    .put([
      { topic: `live:news:${group.id}`, payload },
      ...[...houses].map((branchId) => ({ topic: `live:group-news:${branchId}` as const, payload })),
    ]);
}
