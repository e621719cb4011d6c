import { Injectable } from '@nestjs/common';
import {
  isWebhookEvent,
  OLD_SECRET_SIGNS_HOURS,
  readWebhookAddress,
  type WebhookEvent,
} from '#domain/webhook/webhook.js';
import { HOUR } from '#domain/kernel/instant.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore } from '../group/group.port.js';
import { recordChange } from '../organisation/record-change.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { WebhookSender } from './webhook-sender.port.js';
import { WebhookCallStore, WebhookStore, type CallRow, type WebhookRow } from './webhook.port.js';

const CALLS_SHOWN = 30;

export interface KeptWebhook extends WebhookRow {
  /** Where the house's own system is called, as it was written; null when the installation's key was changed since. */
  readonly url: string | null;
  readonly calls: readonly CallRow[];
}

export interface WebhookPage {
  readonly houseName: string;
  /** Null where the house has none. */
  readonly webhook: KeptWebhook | null;
}

/** Whoever manages a house tells which system of its own is to be called, and of what. */
@Injectable()
export class KeepWebhook {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
    private readonly sender: WebhookSender,
  ) {}

  read(caller: StaffCaller): Promise<WebhookPage> {
    return this.asCaller.run(caller, async (tx) => {
      const houseName = (await tx.of(GroupStore).findHouseName()) ?? '';
      const webhook = await tx.of(WebhookStore).findOwn();
      if (!webhook) return { houseName, webhook: null };
      const calls = await tx.of(WebhookStore).findCalls(webhook.id, CALLS_SHOWN);
      return {
        houseName,
        webhook: { ...webhook, url: this.tokens.unseal(Buffer.from(webhook.address, 'base64')), calls },
      };
    });
  }

  /** Answers the secret when it is made, and never again. Fails by the field, and as CONFLICT. */
  async save(
    caller: StaffCaller,
    wanted: { readonly address: string; readonly events: readonly string[]; readonly version: number },
  ): Promise<string | null> {
    const read = readWebhookAddress(wanted.address);
    const events = [...new Set(wanted.events.filter(isWebhookEvent))];
    const faults = [
      ...(read.outcome === 'refused' ? [{ field: 'address', code: read.code }] : []),
      ...(events.length === 0 || events.length !== wanted.events.length
        ? [{ field: 'events', code: 'CHOOSE_ONE' }]
        : []),
    ];
    if (read.outcome === 'refused' || faults.length > 0) throw new InvalidInput(faults);
    return this.asCaller.run(caller, (tx) => this.keep(tx, caller, { url: read.url, events, version: wanted.version }));
  }

  /** Answers the new secret; the one before signs beside it for a day. */
  async rotate(caller: StaffCaller, version: number): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const { id } = await requireOwn(tx);
      const secret = this.sender.makeSecret();
      const oldUntil = new Date(tx.now.getTime() + OLD_SECRET_SIGNS_HOURS * HOUR);
      if (!(await tx.of(WebhookStore).rotate(id, version, { secret: this.seal(secret), oldUntil })))
        throw new Failure('CONFLICT');
      await recordChange(tx, { deed: 'webhook-secret-changed', webhookId: id });
      return secret;
    });
  }

  /** While it is off nothing is called, and what happens meanwhile is not told afterwards; what waited already is. */
  async turn(caller: StaffCaller, on: boolean, version: number): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const { id } = await requireOwn(tx);
      if (!(await tx.of(WebhookStore).turn(id, version, on))) throw new Failure('CONFLICT');
      await recordChange(tx, { deed: on ? 'webhook-turned-on' : 'webhook-turned-off', webhookId: id });
    });
  }

  /** Calls the house's system once, about nothing, so that they see whether it arrives. */
  async tryOut(caller: StaffCaller): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const { id, disabledAt } = await requireOwn(tx);
      if (disabledAt !== null) throw new Failure('WEBHOOK_IS_OFF');
      const callId = tx.newId();
      await tx.of(WebhookStore).addTrial(callId, id);
      await tx.of(OutboxStore).put([{ topic: 'job:call-webhook', payload: { callId, at: tx.now.toISOString() } }]);
      await recordChange(tx, { deed: 'webhook-tried', webhookId: id });
    });
  }

  private async keep(
    tx: CallerTransaction,
    caller: StaffCaller,
    to: { readonly url: string; readonly events: readonly WebhookEvent[]; readonly version: number },
  ): Promise<string | null> {
    const store = tx.of(WebhookStore);
    const { events } = to;
    const own = await store.findOwn();
    const address = this.seal(to.url);
    if (own) {
      if (!(await store.change(own.id, to.version, { address, events }))) throw new Failure('CONFLICT');
      const isElsewhere = this.tokens.unseal(Buffer.from(own.address, 'base64')) !== to.url;
      await recordChange(tx, { deed: 'webhook-changed', webhookId: own.id, events: events.join(' '), isElsewhere });
      if (isElsewhere) await leaveAddress(tx, caller, own);
      return null;
    }
    if (to.version !== 0) throw new Failure('CONFLICT');
    const id = tx.newId();
    const secret = this.sender.makeSecret();
    await store.add({ id, address, events, secret: this.seal(secret) });
    await recordChange(tx, { deed: 'webhook-made', webhookId: id, events: events.join(' ') });
    return secret;
  }

  private seal(text: string): string {
    return this.tokens.seal(text).toString('base64');
  }
}

/** Nothing that was meant for the old address goes to the new one, and whoever else keeps it is told that it is another. */
async function leaveAddress(
  tx: CallerTransaction,
  { staffId }: StaffCaller,
  { id, version }: WebhookRow,
): Promise<void> {
  const keepers = await tx.asService('webhooks', async (service) => {
    await service.of(WebhookCallStore).dropWaiting(id);
    return service.of(WebhookCallStore).findKeepers(id);
  });
  const staffIds = keepers.filter((keeper) => keeper !== staffId);
  await notify(tx, { staffIds, kind: 'webhook-elsewhere', effectKey: `webhook-elsewhere ${id} ${version}` });
}

async function requireOwn(tx: CallerTransaction): Promise<WebhookRow> {
  const own = await tx.of(WebhookStore).findOwn();
  if (!own) throw notFound();
  return own;
}
