import type { Mandate } from './group.port.js';

/** A preparatory group that runs and that the caller sees, with who sits there and when it has met lately. */
export interface PreparatoryBoardRow {
  readonly id: string;
  readonly name: string;
  readonly members: readonly PreparatoryMember[];
  /** The latest first; those that were called off are absent. */
  readonly meetings: readonly PreparatoryMeeting[];
}

export interface PreparatoryMember {
  readonly memberId: string;
  readonly staffId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly name: string;
  readonly mandate: Mandate;
}

export interface PreparatoryMeeting {
  readonly meetingId: string;
  readonly startsAt: Date;
  /** Seats of those who were there, as far as it is noted. */
  readonly present: readonly string[];
}

/** As it stands in the case: names and a time, nothing of the meeting. */
export interface PreparatoryDecisionRow {
  readonly step: string;
  /** Null between meetings. */
  readonly metAt: Date | null;
  readonly deciderName: string;
  readonly present: readonly { readonly name: string; readonly branchName: string }[];
}

export interface NewPreparatoryDecision {
  readonly id: string;
  readonly caseId: string | null;
  readonly groupId: string | null;
  readonly nominationId: string | null;
  readonly step: string;
  readonly boardId: string;
  readonly meetingId: string | null;
  readonly parts: readonly (Pick<PreparatoryMember, 'memberId' | 'staffId' | 'branchId'> & {
    readonly decides: boolean;
  })[];
}

/** What preparatory groups have decided about the own house's cases. */
export abstract class PreparatoryStore {
  abstract findBoards(): Promise<PreparatoryBoardRow[]>;
  abstract add(decision: NewPreparatoryDecision): Promise<void>;
  /** Oldest first. */
  abstract findOfGroup(groupId: string): Promise<PreparatoryDecisionRow[]>;
}
