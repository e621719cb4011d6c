import type { Channel, NoticeKind } from '#domain/notice/notice.js';

export interface NewNotice {
  readonly id: string;
  readonly staffId: string;
  readonly kind: NoticeKind;
  /** The same person is told of the same thing once. */
  readonly effectKey: string;
  readonly deadlineId: string | null;
  readonly caseId: string | null;
  readonly dueAt: Date | null;
  readonly late: boolean;
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
  /** False when this person was told already. */
  abstract add(notice: NewNotice & { readonly municipalityId: string }): Promise<boolean>;
  abstract addDelivery(delivery: {
    readonly id: string;
    readonly noticeId: string;
    readonly channel: Channel;
  }): Promise<void>;
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
