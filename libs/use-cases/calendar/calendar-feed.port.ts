import type { ActingMembership } from '../sign-in/session.port.js';

/** An address of one's own for a calendar program. */
export interface CalendarFeed {
  readonly id: string;
  readonly createdAt: Date;
  /** Null until a program has read it. */
  readonly lastReadAt: Date | null;
}

/** Whose calendar a token opens, with the posts that are in force now. */
export interface CalendarFeedOwner {
  readonly feedId: string;
  readonly staffId: string;
  readonly staffDisabledAt: Date | null;
  readonly memberships: readonly ActingMembership[];
}

/** A meeting as a calendar shows it: when, and nothing of whom or what. */
export interface CalendarMeeting {
  readonly id: string;
  /** Of a page that leads on to it for its owner, the same for every kind of meeting. */
  readonly path: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly calledOff: boolean;
  /** Rises with each change that a calendar must hear of, and never otherwise. */
  readonly sequence: number;
  readonly changedAt: Date;
}

export abstract class CalendarFeedStore {
  abstract add(feed: { readonly id: string; readonly tokenHash: Buffer }): Promise<void>;
  /** The caller's own that are open, newest first. */
  abstract findOwn(): Promise<CalendarFeed[]>;
  /** False when it is not the caller's, or closed already. */
  abstract revoke(id: string): Promise<boolean>;
  abstract findOwner(tokenHash: Buffer): Promise<CalendarFeedOwner | undefined>;
  abstract noteRead(id: string): Promise<void>;
  /** Where the caller leads, has convened, answers for a unit or is invited, from a month back, in order of time. */
  abstract findMeetings(): Promise<CalendarMeeting[]>;
}
