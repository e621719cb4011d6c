import type { MailMethod } from './invitation.port.js';
import type { CalendarReply } from '#domain/invitation/weigh-reply.js';

/** One person's invitation as it is written for their calendar: when, and where to sign in. */
export interface WrittenInvitation {
  readonly method: MailMethod;
  readonly uid: string;
  readonly invitationId: string;
  readonly sequence: number;
  readonly madeAt: Date;
  readonly startsAt: Date;
  readonly minutes: number;
  /** Where answers come to; theirs alone. */
  readonly organizer: string;
  readonly attendee: string;
  /** Nothing is asked of whoever has said yes already. */
  readonly isAccepted: boolean;
}

/** Writes iCalendar (RFC 5545, 5546). */
export abstract class InvitationWriter {
  /** The same for a meeting for as long as it exists, in mails and feeds alike. */
  abstract uidOf(hubId: string): string;
  abstract write(invitation: WrittenInvitation): string;
}

/** Carries invitations as mail, in words of its own that are the same for everyone. */
export abstract class InvitationCarrier {
  /** The address that answers to one invitation come to. */
  abstract addressOf(secret: string): string;
  /** The secret in an address of ours; undefined in any other. */
  abstract secretIn(address: string): string | undefined;
  /** `key` names the message, so that one sent twice is known as the same. Rejects when it did not get through. */
  abstract send(mail: {
    readonly to: string;
    readonly organizer: string;
    readonly method: MailMethod;
    readonly moved: boolean;
    readonly calendar: string;
    readonly key: string;
  }): Promise<void>;
}

/** A calendar's answer as it stood in a mail, and the addresses that it came to. */
export interface ReadReply {
  readonly reply: CalendarReply;
  readonly addresses: readonly string[];
}

/** Reads what a mail server hands in. */
export abstract class ReplyReader {
  /** Undefined where the mail holds no calendar, or one that cannot be read. */
  abstract read(mail: Buffer): Promise<ReadReply | undefined>;
}
