/**
 * A house's own system is told that something has happened, so that nobody has to look in two places. It is told the kind, ids
 * that mean nothing elsewhere, and where in Samnav one looks: never content, a name, a category or about whom (OSL 26:1).
 */

/** Closed words: what a house can choose to be told of. */
export const WEBHOOK_EVENTS = ['plan-changed', 'plan-version', 'meeting-changed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** A trial is sent by somebody who looks whether it arrives. */
export type CallEvent = WebhookEvent | 'trial';

export const isWebhookEvent = (word: string): word is WebhookEvent =>
  (WEBHOOK_EVENTS as readonly string[]).includes(word);

/** Why a call did not arrive; each has a sentence that says what to do. */
export const CALL_FAULTS = [
  /** The server cannot be reached. */
  'unreachable',
  'too-slow',
  /** The address leads inside a network, or to what is no secure web address. */
  'not-allowed',
  'not-secure',
  'not-found',
  /** It wants somebody to sign in, or does not accept the signature. */
  'refused',
  /** It sends on to another address: a signature is for one receiver. */
  'moved',
  /** It answered with a fault of its own. */
  'failed',
  /** The installation's key has been changed since, so its secret can no longer be read. */
  'secret-lost',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/**
 * waiting → sent, given-up or dropped: dropped is what the house may not know of when it is to be told, and what was meant for
 * an address that has been changed since.
 */
export type CallState = 'waiting' | 'sent' | 'given-up' | 'dropped';

const LONGEST_ADDRESS = 2000;

export type WebhookAddress =
  | { readonly outcome: 'address'; readonly url: string; readonly host: string }
  | { readonly outcome: 'refused'; readonly code: 'WEBHOOK_NOT_HTTPS' | 'WEBHOOK_ADDRESS_WRONG' };

/** Nobody signs in by an address: whoever sees it in a list would have the password too. */
export function readWebhookAddress(text: string): WebhookAddress {
  const match = /^(https?):\/\/([^/?#\s@\\]+)([/?]\S*)?$/i.exec(text.trim());
  if (match === null || text.length > LONGEST_ADDRESS) return { outcome: 'refused', code: 'WEBHOOK_ADDRESS_WRONG' };
  if (match[1]!.toLowerCase() === 'http') return { outcome: 'refused', code: 'WEBHOOK_NOT_HTTPS' };
  const host = match[2]!.toLowerCase();
  return { outcome: 'address', url: `https://${host}${match[3] ?? '/'}`, host };
}

/** So long a secret that has been changed signs beside the new one: both systems need not be changed at the same instant. */
export const OLD_SECRET_SIGNS_HOURS = 24;
/** Calls that are over are kept so long for whoever looks into what did not arrive. */
export const CALLS_KEPT_DAYS = 30;

/** What a call is about, by ids alone. */
export interface CallAbout {
  readonly event: CallEvent;
  readonly groupId: string | null;
  readonly meetingId: string | null;
}

/** Where one looks; a trial leads to the page that sent it. */
export function pathOf({ event, groupId, meetingId }: CallAbout): string {
  switch (event) {
    case 'plan-changed':
      return `/grupper/${groupId}/plan`;
    case 'plan-version':
      return `/grupper/${groupId}/plan/versioner`;
    case 'meeting-changed':
      return `/grupper/${groupId}/mote/${meetingId}`;
    case 'trial':
      return '/installningar/eget-system';
  }
}

/** `{ type, timestamp, data }` after Standard Webhooks; the same to the last byte however often it is sent. */
export const bodyOf = (about: CallAbout, happenedAt: Date, publicUrl: string): string =>
  JSON.stringify({
    type: about.event,
    timestamp: happenedAt.toISOString(),
    data: {
      group: about.groupId,
      meeting: about.meetingId,
      link: publicUrl.replace(/\/$/, '') + pathOf(about),
    },
  });
