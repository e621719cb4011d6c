import type { AnswerState, InvitationAnswer } from '#domain/invitation/invitation.js';
import type { Called, CalledMeeting } from '#domain/invitation/settle-invitations.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';

/** How an invitation stands, for whoever keeps it in step with its meeting. */
export interface KeptInvitation {
  readonly id: string;
  readonly staffId: string;
  readonly branchId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** A meeting as its invitations need it: never whom it is about. */
export interface SettledMeeting extends CalledMeeting {
  /** Of a group about nobody it is that group's meeting: the two kinds never share an id. */
  readonly hubId: string;
  /** Null where the meeting is about somebody. */
  readonly areaGroupId: string | null;
  readonly municipalityId: string;
  /** Where its time for answers is counted; it is told to nobody who is called. Null where it is about nobody. */
  readonly caseId: string | null;
  /** Who waits for the answers, and in which unit: who leads it, or whoever it has gone on to, and whether they may open what it is about; null in a house without anybody. */
  readonly leader: { readonly staffId: string; readonly unitId: string; readonly opens: boolean } | null;
  readonly version: number;
}

/** Somebody called who has said nothing, and when they were last told of it by hand. */
export interface Unanswered {
  readonly id: string;
  readonly staffId: string;
  readonly sequence: number;
  readonly remindedAt: Date | null;
}

export type MailMethod = 'request' | 'cancel';

/** The called person's own. */
export interface MyInvitation {
  readonly id: string;
  readonly hubId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly answer: AnswerState;
  readonly answeredAt: Date | null;
  readonly sequence: number;
  readonly invitedAt: Date;
  readonly changedAt: Date;
  readonly cancelled: boolean;
  /** The time has been another one since the person was called. */
  readonly moved: boolean;
  /** What stands open to the reader in their post now; null when they sit at that table no more. */
  readonly meeting: {
    /** `area` and `board`: of a group about nobody, with its weeks or without. */
    readonly kind: 'internal' | 'joint' | 'area' | 'board';
    readonly areaGroupId: string | null;
    readonly caseNumber: string | null;
    readonly state: MeetingState;
    readonly videoUrl: string | null;
    readonly leads: boolean;
  } | null;
}

/** For the house that calls. */
export interface CalledPerson {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly branchName: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly answer: AnswerState;
  readonly answeredAt: Date | null;
  readonly cancelled: boolean;
}

/** An invitation by its secret address. */
export interface RepliedInvitation {
  readonly id: string;
  readonly hubId: string;
  readonly municipalityId: string;
  readonly staffId: string;
  readonly address: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly endsAt: Date;
  readonly answerStamp: Date | null;
}

export interface GivenAnswer {
  readonly id: string;
  /** Answers to an older word than this are none. */
  readonly sequence: number;
  readonly answer: InvitationAnswer;
  readonly by: 'page' | 'mail';
  readonly stamp: Date | null;
}

/** An invitation, from which house one is called, and when one's part of the meeting is. */
export interface InvitedPart {
  readonly id: string;
  readonly branchId: string;
  readonly startsAt: Date;
  readonly minutes: number;
}

export interface InvitationMail {
  readonly id: string;
  readonly invitationId: string;
  readonly method: MailMethod;
}

/** Kept in step with meetings as the service `deadlines`, read and answered by the person called. */
export abstract class InvitationStore {
  /** Holds everyone else off the meeting's invitations until this transaction ends. */
  abstract hold(hubId: string): Promise<void>;
  abstract findMeeting(hubId: string): Promise<SettledMeeting | undefined>;
  abstract findCalled(hubId: string): Promise<Called[]>;
  abstract findKept(hubId: string): Promise<KeptInvitation[]>;
  /** Of those that stand. */
  abstract findUnanswered(hubId: string): Promise<Unanswered[]>;
  /** Kept as by nobody: the time did it. */
  abstract addReminder(id: string, invitationId: string): Promise<void>;
  abstract add(hubId: string, invitations: readonly (InvitedPart & { readonly staffId: string })[]): Promise<void>;
  /** Another time or called anew: the sequence rises and the answer is open again. */
  abstract renew(to: readonly InvitedPart[]): Promise<void>;
  abstract cancel(ids: readonly string[]): Promise<void>;
  /** Stops mails that wait; answers those of which some word may have reached the person already. */
  abstract stopMails(ids: readonly string[]): Promise<string[]>;
  /** A mail of each invitation as it stands now. */
  abstract addMails(mails: readonly InvitationMail[]): Promise<void>;
  /** Meetings of the case, or of the group about nobody, that have not begun. */
  abstract findAhead(about: { readonly caseId: string } | { readonly groupId: string }): Promise<string[]>;
  /** Meetings whose invitations, or the time for answering them, were not in step a moment ago, the soonest first. */
  abstract findOutOfStep(most: number): Promise<string[]>;

  abstract findMine(): Promise<MyInvitation[]>;
  /** The caller's own that stand, by the beginning of their part. */
  abstract findOwn(from: Date, until: Date): Promise<Pick<MyInvitation, 'hubId' | 'startsAt' | 'minutes' | 'answer'>[]>;
  abstract findCalledTo(hubId: string): Promise<CalledPerson[]>;
  /** False when it is not the caller's, is cancelled, or stands at another sequence. */
  abstract answer(given: GivenAnswer): Promise<boolean>;
  abstract findByReply(replyHash: Buffer): Promise<RepliedInvitation | undefined>;
}

export interface ClaimedInvitationMail {
  readonly id: string;
  readonly invitationId: string;
  readonly hubId: string;
  readonly method: MailMethod;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly madeAt: Date;
  readonly tries: number;
  /** Null where they have no mail, or may not sign in any more. */
  readonly address: string | null;
  readonly replySealed: Buffer | null;
  /** They have said yes already: they called the meeting themselves. */
  readonly isAccepted: boolean;
  /** Another time has been said before. */
  readonly isChange: boolean;
}

export abstract class InvitationMailStore {
  /** The meeting that a waiting mail is about. */
  abstract findMeetingOf(id: string): Promise<string | undefined>;
  /** Takes a waiting mail whose time has come and keeps others off it until `until`. */
  abstract claim(id: string, until: Date): Promise<ClaimedInvitationMail | undefined>;
  /** False when the invitation has got a secret meanwhile. */
  abstract keepSecret(
    invitationId: string,
    secret: { readonly hash: Buffer; readonly sealed: Buffer },
  ): Promise<boolean>;
  abstract sent(id: string): Promise<void>;
  /** Counts a failed try; null gives it up. */
  abstract failedTry(id: string, nextTryAt: Date | null): Promise<void>;
  abstract findWaiting(before: Date, most: number): Promise<{ readonly id: string; readonly at: Date }[]>;
}
