/** Tells people, in the transaction of what they are told of: a notice each, its mail and text message, and their screens. */
import { channelsOf, type NoticeKind } from '#domain/notice/notice.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore, type OutboxMessage } from '../outbox/outbox.port.js';
import { NoticeStore } from './notice.port.js';

export interface ToNotify {
  readonly staffIds: readonly string[];
  readonly kind: NoticeKind;
  /** Told once per person and key, however often it is asked for. */
  readonly effectKey: string;
  readonly caseId?: string | null;
  readonly deadlineId?: string | null;
  readonly dueAt?: Date | null;
  readonly late?: boolean;
}

/** Answers how many were told now. */
export function notify(tx: CallerTransaction, wanted: ToNotify): Promise<number> {
  const caller = tx.caller;
  if (caller.kind === 'service' && caller.name === 'deadlines') return tell(tx, wanted);
  return tx.asService('deadlines', (service) => tell(service, wanted));
}

async function tell(tx: CallerTransaction, wanted: ToNotify): Promise<number> {
  const store = tx.of(NoticeStore);
  const messages: OutboxMessage[] = [];
  let count = 0;
  for (const reach of await store.findReach([...new Set(wanted.staffIds)])) {
    const id = tx.newId();
    const added = await store.add({
      id,
      municipalityId: reach.municipalityId,
      staffId: reach.staffId,
      kind: wanted.kind,
      effectKey: wanted.effectKey,
      deadlineId: wanted.deadlineId ?? null,
      caseId: wanted.caseId ?? null,
      dueAt: wanted.dueAt ?? null,
      late: wanted.late ?? false,
    });
    if (!added) continue;
    count += 1;
    for (const channel of channelsOf(wanted.kind, reach)) {
      const deliveryId = tx.newId();
      await store.addDelivery({ id: deliveryId, noticeId: id, channel });
      messages.push({ topic: 'job:deliver-notice', payload: { deliveryId } });
    }
    messages.push({ topic: `live:notices:${reach.staffId}`, payload: { noticeId: id } });
  }
  await tx.of(OutboxStore).put(messages);
  return count;
}
