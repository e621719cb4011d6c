import type { Channel } from '#domain/notice/notice.js';

/** A one-time link to a family's telephone: the token stands behind the # of an address, and the text says nothing else. */
export interface FamilyLinkMessage {
  readonly to: string;
  readonly token: string;
  readonly key: string;
  readonly language: string;
}

/**
 * Carries "something is new in Samnav" and a link to its start page to a phone or a mail box, in its own words: a caller
 * can hand over nothing else, so nothing else can leak.
 */
export abstract class Messenger {
  /** Whether this installation has a way to send by it. */
  abstract has(channel: Channel): boolean;
  /** `key` names the message towards the carrier, so that one sent twice is known as the same. Rejects when it did not get through. */
  abstract send(message: { readonly channel: Channel; readonly to: string; readonly key: string }): Promise<void>;
  /** By text message, in words of its own that are the same for everyone. Rejects when it did not get through. */
  abstract sendFamilyLink(message: FamilyLinkMessage): Promise<void>;
}
