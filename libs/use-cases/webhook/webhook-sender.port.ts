import type { CallAbout, CallFault } from '#domain/webhook/webhook.js';

/** One call as it is put on the wire. */
export interface CallToSend {
  /** The same however often it is tried, so that the receiver takes it once. */
  readonly id: string;
  readonly address: string;
  readonly about: CallAbout;
  readonly happenedAt: Date;
  /** When it is tried now. */
  readonly at: Date;
  /** Each signs: the one in force first. */
  readonly secrets: readonly string[];
}

/** Calls a house's own system, signed after Standard Webhooks; reaches no address inside a network that nobody has named. */
export abstract class WebhookSender {
  /** A secret as the receiver needs it, `whsec_` and its base 64. */
  abstract makeSecret(): string;
  /** Null when it has been taken. */
  abstract send(call: CallToSend): Promise<CallFault | null>;
}
