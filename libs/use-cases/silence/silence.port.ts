import type { RemindedKind, SilenceKind } from '#domain/silence/silence.js';

/** Somebody who has been asked in the caller's name, or in a case that is theirs, and has not answered. */
export interface SilentParty {
  readonly kind: SilenceKind;
  /** The question, inquiry, invitation or consent. */
  readonly aboutId: string;
  /** A unit, with its house where that is another one, or somebody of the staff; null for signers. */
  readonly who: string | null;
  /** The signer of a consent. */
  readonly signerId: string | null;
  readonly standsAs: 'subject' | 'guardian' | null;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  /** Of a signer: when they were last sent their way in. */
  readonly remindedAt: Date | null;
  readonly hubId: string | null;
  /** Of a meeting of a group without persons, which has no case; null else. */
  readonly areaGroupId: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly personId: string | null;
}

/** Somebody called to a meeting that the caller leads or has called. */
export interface InvitedSilent {
  readonly staffId: string;
  /** Of a case, or of a group without persons: one of them. */
  readonly hubId: string | null;
  readonly areaMeetingId: string | null;
  readonly caseId: string | null;
  readonly startsAt: Date;
  readonly hasAnswered: boolean;
}

/** A unit that has been asked to prepare for a meeting that the caller leads or has called. */
export interface AskedSilent {
  readonly representativeId: string | null;
  /** Null until the question has gone to the deputy too. */
  readonly deputyId: string | null;
  readonly hubId: string;
  readonly caseId: string;
  readonly dueAt: Date;
  readonly hasAnswered: boolean;
  /** Of the house whose case it is. */
  readonly isOwnHouse: boolean;
}

export abstract class SilenceStore {
  /** What is due first, and then the longest waited for. */
  abstract findMine(most: number): Promise<SilentParty[]>;
  /** Undefined also when the meeting has begun, or is not the caller's to lead. */
  abstract findInvited(invitationId: string): Promise<InvitedSilent | undefined>;
  /** Undefined also when the meeting has begun or its house has left the table, or it is not the caller's to lead. */
  abstract findAsked(questionId: string): Promise<AskedSilent | undefined>;
  abstract findLastReminder(kind: RemindedKind, aboutId: string): Promise<Date | undefined>;
  abstract addReminder(reminder: {
    readonly id: string;
    readonly branchId: string;
    readonly kind: RemindedKind;
    readonly aboutId: string;
    readonly by: string;
  }): Promise<void>;
}
