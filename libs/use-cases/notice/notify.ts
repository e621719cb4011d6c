/** Tells people, in the transaction of what they are told of: a notice each, its mail and text message, and their screens. */
import { channelsOf, type NoticeKind } from '#domain/notice/notice.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { type NewDelivery, type NewNotice, NoticeStore, type Reach } from './notice.port.js';

export interface ToNotify {
  readonly staffIds: readonly string[];
  readonly kind: NoticeKind;
  /** Told once per person and key, however often it is asked for. */
  readonly effectKey: string;
  readonly caseId?: string | null;
  /** The meeting that it leads to. */
  readonly hubId?: string | null;
  readonly deadlineId?: string | null;
  readonly dueAt?: Date | null;
  readonly late?: boolean;
  /** Also by text message, though its kind is not: danger, or an hour when nobody reads their mail. */
  readonly urgent?: boolean;
}

/** Answers how many were told now. */
export async function notify(tx: CallerTransaction, wanted: ToNotify): Promise<number> {
  return (await notifyAll(tx, [wanted])).get(wanted.effectKey) ?? 0;
}

/** The same for many at once, in as few statements as for one; answers how many were told of each key. */
export function notifyAll(tx: CallerTransaction, wanted: readonly ToNotify[]): Promise<ReadonlyMap<string, number>> {
  const caller = tx.caller;
  if (caller.kind === 'service' && caller.name === 'deadlines') return tell(tx, wanted);
  return tx.asService('deadlines', (service) => tell(service, wanted));
}

async function tell(tx: CallerTransaction, wanted: readonly ToNotify[]): Promise<ReadonlyMap<string, number>> {
  const staffIds = [...new Set(wanted.flatMap((one) => one.staffIds))];
  if (staffIds.length === 0) return new Map();
  const store = tx.of(NoticeStore);
  const reaches = new Map((await store.findReach(staffIds)).map((reach) => [reach.staffId, reach]));
  const notices = wanted.flatMap((one) => noticesOf(tx, one, reaches));
  const added = await store.add(notices);
  const written = notices.filter(({ id }) => added.has(id));
  const deliveries = await deliver(tx, written, reaches);
  const newest = new Map(written.map(({ staffId, id }) => [staffId, id]));
  await tx.of(OutboxStore).put([
    ...deliveries.map(({ id }) => ({ topic: 'job:deliver-notice' as const, payload: { deliveryId: id } })),
    ...[...newest].map(([staffId, noticeId]) => ({
      topic: `live:notices:${staffId}` as const,
      payload: { noticeId },
    })),
  ]);
  const told = new Map<string, number>();
  for (const { effectKey } of written) told.set(effectKey, (told.get(effectKey) ?? 0) + 1);
  return told;
}

type Told = NewNotice & { readonly urgent: boolean };

function noticesOf(tx: CallerTransaction, one: ToNotify, reaches: ReadonlyMap<string, Reach>): Told[] {
  return [...new Set(one.staffIds)].flatMap((staffId) => {
    const reach = reaches.get(staffId);
    if (!reach) return [];
    return {
      id: tx.newId(),
      municipalityId: reach.municipalityId,
      staffId,
      kind: one.kind,
      effectKey: one.effectKey,
      deadlineId: one.deadlineId ?? null,
      caseId: one.caseId ?? null,
      hubId: one.hubId ?? null,
      dueAt: one.dueAt ?? null,
      late: one.late ?? false,
      urgent: one.urgent ?? false,
    };
  });
}

/** A message says no more than that something is new: one that has not left yet says it for what comes now, too. */
async function deliver(
  tx: CallerTransaction,
  notices: readonly Told[],
  reaches: ReadonlyMap<string, Reach>,
): Promise<readonly NewDelivery[]> {
  const wanted = new Map<string, NewDelivery>();
  for (const { id, staffId, kind, urgent } of notices) {
    const reach = reaches.get(staffId);
    for (const channel of reach ? channelsOf(kind, reach, urgent) : []) {
      const key = `${staffId} ${channel}`;
      if (!wanted.has(key)) wanted.set(key, { id: tx.newId(), noticeId: id, channel });
    }
  }
  if (wanted.size === 0) return [];
  const store = tx.of(NoticeStore);
  for (const { staffId, channel } of await store.holdUnsent(notices.map((notice) => notice.staffId))) {
    wanted.delete(`${staffId} ${channel}`);
  }
  const deliveries = [...wanted.values()];
  await store.addDeliveries(deliveries);
  return deliveries;
}
