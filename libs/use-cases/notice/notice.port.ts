import type { Channel, NoticeKind } from '#domain/notice/notice.js';

export interface NewNotice {
  readonly id: string;
  readonly municipalityId: string;
  readonly staffId: string;
  readonly kind: NoticeKind;
  /** The same person is told of the same thing once. */
  readonly effectKey: string;
  readonly deadlineId: string | null;
  readonly caseId: string | null;
  readonly hubId: string | null;
  readonly dueAt: Date | null;
  readonly late: boolean;
}

export interface NewDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly channel: Channel;
}

export interface Reach {
  readonly staffId: string;
  readonly municipalityId: string;
  readonly mail: boolean;
  readonly phone: boolean;
}

/** Notices and how they leave the program. Written as the service `deadlines`, read as the person told. */
export abstract class NoticeStore {
  /** How each can be reached; who is disabled is left out. */
  abstract findReach(staffIds: readonly string[]): Promise<Reach[]>;
  /** Answers the ids of those written; the others' people were told already. */
  abstract add(notices: readonly NewNotice[]): Promise<ReadonlySet<string>>;
  abstract addDeliveries(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Stops messages that have not left; the notices themselves are taken back unread. Answers how many messages. */
  abstract stopUnsent(of: {
    readonly staffIds: readonly string[];
    readonly caseId: string;
    readonly kinds: readonly NoticeKind[];
  }): Promise<number>;
  /** Messages to these people that nobody has begun to send; they stay unsent until this transaction ends. */
  abstract holdUnsent(staffIds: readonly string[]): Promise<{ readonly staffId: string; readonly channel: Channel }[]>;
}

export interface DeliveryFacts {
  readonly id: string;
  readonly channel: Channel;
  readonly tries: number;
  readonly address: string | null;
}

export abstract class DeliveryStore {
  /** Takes a waiting delivery whose time has come and keeps others off it until `until`; undefined when there is nothing to do. */
  abstract claim(id: string, until: Date): Promise<DeliveryFacts | undefined>;
  abstract sent(id: string): Promise<void>;
  /** Counts a failed try; null gives it up. */
  abstract failedTry(id: string, nextTryAt: Date | null): Promise<void>;
  /** Waiting deliveries that are to be tried before this instant. */
  abstract findWaiting(before: Date, most: number): Promise<{ readonly id: string; readonly at: Date }[]>;
}
