import type { NoticeKind } from '#domain/notice/notice.js';

export interface ListedNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly deadlineId: string | null;
  readonly caseId: string | null;
  /** The case is of the reader's own house; what another house told has a page of its own. */
  readonly ownCase: boolean;
  /** Null also when the reader has left the case since. */
  readonly caseNumber: string | null;
  /** The meeting that it leads to, and its group; null also when the reader no longer finds it. */
  readonly hubId: string | null;
  readonly groupId: string | null;
  /** The hub's question that the reader is to answer; null also when it is not put to them any more. */
  readonly questionId: string | null;
  readonly dueAt: Date | null;
  readonly late: boolean;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** The caller's own notices. */
export abstract class NoticeLists {
  /** Newest first. */
  abstract findMine(first: number, after: { createdAt: Date; id: string } | null): Promise<ListedNotice[]>;
  abstract countUnread(): Promise<number>;
  /** Undefined when it is not the caller's. */
  abstract markRead(id: string): Promise<ListedNotice | undefined>;
  abstract markAllRead(): Promise<number>;
}
