import type { CallAbout, CallEvent, CallFault, CallState, WebhookEvent } from '#domain/webhook/webhook.js';
import type { StaffCaller } from '../gate/caller.js';

/** What those who keep a house's webhook see of it; its secrets are never read again. */
export interface WebhookRow {
  readonly id: string;
  /** Sealed. */
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly secretAt: Date;
  /** The secret before it still signs until then. */
  readonly oldSecretUntil: Date | null;
  readonly disabledAt: Date | null;
  readonly version: number;
}

/** A call as they see it: that something was told or could not be, and never about what. */
export interface CallRow {
  readonly id: string;
  readonly event: CallEvent;
  readonly state: CallState;
  readonly tries: number;
  readonly fault: CallFault | null;
  readonly madeAt: Date;
  readonly settledAt: Date | null;
  readonly nextTryAt: Date | null;
}

/** A house's webhook as its manager or administrator keeps it: one for each house. */
export abstract class WebhookStore {
  abstract findOwn(): Promise<WebhookRow | undefined>;
  /** The latest first; what nobody has tried to send is absent. */
  abstract findCalls(webhookId: string, most: number): Promise<CallRow[]>;
  abstract add(webhook: {
    readonly id: string;
    readonly address: string;
    readonly events: readonly WebhookEvent[];
    readonly secret: string;
  }): Promise<void>;
  /** False when somebody else was first. */
  abstract change(
    id: string,
    expectedVersion: number,
    to: { readonly address: string; readonly events: readonly WebhookEvent[] },
  ): Promise<boolean>;
  abstract turn(id: string, expectedVersion: number, on: boolean): Promise<boolean>;
  /** The one in force signs beside it until then. */
  abstract rotate(id: string, expectedVersion: number, to: { secret: string; oldUntil: Date }): Promise<boolean>;
  abstract addTrial(callId: string, webhookId: string): Promise<void>;
}

/** A call that is to be sent now, with what the decision asks for. */
export interface ClaimedCall extends CallAbout {
  readonly id: string;
  readonly webhookId: string;
  readonly municipalityId: string;
  /** Sealed. */
  readonly address: string;
  readonly secrets: readonly string[];
  readonly tries: number;
  readonly madeAt: Date;
  readonly groupKind: string | null;
  /** Null for a trial, and for a group that is about nobody. */
  readonly caseId: string | null;
  /** Protection hides from all but the named whom it is about. */
  readonly isHidden: boolean;
  /** Plan entries, the plan, or the meeting. */
  readonly rows: readonly string[];
}

/** Calls as the service `webhooks` carries them out. */
export abstract class WebhookCallStore {
  /** Takes a waiting call whose time has come and keeps others off it until `until`; undefined when there is nothing to do. */
  abstract claim(id: string, until: Date): Promise<ClaimedCall | undefined>;
  /** Those of the house who work on it in a post that they hold now: what any of them reaches the house may know of. */
  abstract findReaders(id: string): Promise<StaffCaller[]>;
  abstract settle(id: string, state: Exclude<CallState, 'waiting'>, fault: CallFault | null): Promise<void>;
  /** What waits was meant for an address that is its house's no more; what is under way is not tried again. */
  abstract dropWaiting(webhookId: string): Promise<void>;
  abstract failedTry(id: string, fault: CallFault, nextTryAt: Date): Promise<void>;
  /** Until when new calls of the webhook wait, since its receiver does not answer; null when it has answered. */
  abstract rest(webhookId: string, until: Date | null): Promise<void>;
  /** Waiting calls that are to be tried before this instant. */
  abstract findWaiting(before: Date, most: number): Promise<{ readonly id: string; readonly at: Date }[]>;
  /** Removes calls that were over before this. Returns how many. */
  abstract sweep(before: Date): Promise<number>;
  /** Those of the house who keep it, and are told when something was given up. */
  abstract findKeepers(webhookId: string): Promise<string[]>;
}
