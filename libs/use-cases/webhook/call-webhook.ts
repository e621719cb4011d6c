import { Injectable } from '@nestjs/common';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import { CLAIM, nextTryAt } from '#domain/notice/delivery-tries.js';
import { CALLS_KEPT_DAYS, type CallFault } from '#domain/webhook/webhook.js';
import { FormLibrary } from '../form/form-library.port.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { RoomStore } from '../live/room.port.js';
import { notify } from '../notice/notify.js';
import { dueJob } from '../outbox/due-job.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { WebhookSender } from './webhook-sender.port.js';
import { WebhookCallStore, type ClaimedCall } from './webhook.port.js';

const AHEAD = 3 * MINUTE;
const BATCH = 500;

type Done = 'sent' | 'again' | 'given-up' | 'dropped' | 'nothing';

/**
 * Calls a house's own system about one thing. Whether the house may know of it is decided when it is sent, by what its people
 * reach at that instant, as for their screens; what it may not know of is dropped, and nothing says that there was something
 * (OSL 8:1, 26:1). A call is claimed first, so that a job that comes thrice calls once, and always under the same id.
 */
@Injectable()
export class CallWebhook {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly library: FormLibrary,
    private readonly tokens: SessionTokens,
    private readonly sender: WebhookSender,
  ) {}

  async run(caller: ServiceCaller, callId: string): Promise<Done> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const call = await tx.of(WebhookCallStore).claim(callId, new Date(tx.now.getTime() + CLAIM));
      if (!call) return null;
      const mayKnow = await this.mayKnow(tx, call);
      // Before it is sent: what is answered by nobody has left all the same.
      if (mayKnow) await noteCall(tx, call, { deed: 'webhook-called', attempt: call.tries + 1 });
      else await tx.of(WebhookCallStore).settle(callId, 'dropped', null);
      return { call, mayKnow, now: tx.now };
    });
    if (!found) return 'nothing';
    if (!found.mayKnow) return 'dropped';
    const fault = await this.send(found.call, found.now);
    return this.asCaller.run(caller, (tx) =>
      fault === null ? arrived(tx, found.call) : failed(tx, found.call, fault),
    );
  }

  /** Of a group whose meetings are told to nobody beside it, and of somebody who is hidden, no machine is told at all. */
  private async mayKnow(tx: CallerTransaction, call: ClaimedCall): Promise<boolean> {
    if (call.event === 'trial') return true;
    const form = this.library.all().find(({ kind }) => kind === call.groupKind);
    if (!form || form.guarded || call.isHidden) return false;
    const readers = await tx.of(WebhookCallStore).findReaders(call.id);
    if (readers.length === 0) return false;
    for (const row of call.rows) {
      const what = call.event === 'meeting-changed' ? 'meeting_row' : 'plan_entry';
      if ((await tx.of(RoomStore).findSeeing(readers, what, row)).includes(true)) return true;
    }
    return false;
  }

  private async send({ id, event, groupId, meetingId, ...call }: ClaimedCall, at: Date): Promise<CallFault | null> {
    const [address, ...secrets] = [call.address, ...call.secrets].map((one) =>
      this.tokens.unseal(Buffer.from(one, 'base64')),
    );
    const known = secrets.filter((secret) => secret !== null);
    if (!address || known.length === 0) return 'secret-lost';
    const about = { event, groupId, meetingId };
    return this.sender.send({ id, address, about, happenedAt: call.madeAt, at, secrets: known });
  }
}

async function arrived(tx: CallerTransaction, { id, webhookId }: ClaimedCall): Promise<Done> {
  await tx.of(WebhookCallStore).settle(id, 'sent', null);
  await tx.of(WebhookCallStore).rest(webhookId, null);
  return 'sent';
}

async function failed(tx: CallerTransaction, call: ClaimedCall, fault: CallFault): Promise<Done> {
  const store = tx.of(WebhookCallStore);
  await noteCall(tx, call, { deed: 'webhook-not-taken', fault });
  const again = call.event === 'trial' || fault === 'secret-lost' ? null : nextTryAt(call.tries + 1, tx.now.getTime());
  if (again === null) {
    await store.settle(call.id, 'given-up', fault);
    // Whoever sent a trial is looking at what becomes of it.
    if (call.event !== 'trial') await tellKeepers(tx, call);
    return 'given-up';
  }
  const at = new Date(again);
  await store.failedTry(call.id, fault, at);
  await store.rest(call.webhookId, at);
  await tx.of(OutboxStore).put([{ topic: 'job:call-webhook', payload: { callId: call.id, at: at.toISOString() } }]);
  return 'again';
}

/** Each try by itself: whoever owns the address has learnt of it, whatever they answered. */
function noteCall(
  tx: CallerTransaction,
  { id: callId, webhookId, municipalityId, caseId, event, groupId, meetingId }: ClaimedCall,
  what: Readonly<Record<string, string | number>>,
): Promise<void> {
  const detail = { ...what, webhookId, callId, event, groupId, meetingId };
  return tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', municipalityId, caseId, detail }]);
}

/** Once a day and person, however much was given up. */
async function tellKeepers(tx: CallerTransaction, { webhookId }: ClaimedCall): Promise<void> {
  const staffIds = await tx.of(WebhookCallStore).findKeepers(webhookId);
  const effectKey = `webhook-given-up ${webhookId} ${tx.now.toISOString().slice(0, 10)}`;
  await notify(tx, { staffIds, kind: 'webhook-given-up', effectKey });
}

/** Hands every call that waits to the queue again, and removes what has been over for long. */
@Injectable()
export class ReconcileWebhooks implements DueWorkKind {
  readonly name = 'webhooks';
  readonly service = 'webhooks';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly queue: JobQueue,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const { now, waiting } = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(WebhookCallStore);
      const instant = tx.now.getTime();
      await store.sweep(new Date(instant - CALLS_KEPT_DAYS * DAY));
      return { now: instant, waiting: await store.findWaiting(new Date(instant + AHEAD), BATCH) };
    });
    await this.queue.hand(
      waiting.map((one) => dueJob({ prefix: 'webhook', name: 'call-webhook', payload: { callId: one.id } }, one, now)),
    );
    return waiting.filter(({ at }) => at.getTime() <= now).length;
  }
}
