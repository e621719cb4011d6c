import type { AttendanceState } from '#domain/minutes/attendance-of-seats.js';
import type { DecisionState } from '#domain/minutes/decision-states.js';

export interface MinutesRow {
  readonly fixesAt: Date | null;
  /** The version that stands. */
  readonly newest: number;
}

/** One thing that the minutes say: an item, in the version that stands there. */
export interface MinuteLineRow {
  readonly id: string;
  readonly pointId: string;
  readonly place: number;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly fromVersion: number;
  readonly untilVersion: number | null;
  readonly byName: string;
  readonly byBranch: string;
  readonly madeAt: Date;
  /** Who wrote the words that stand there, and when. */
  readonly wordsByName: string;
  readonly wordsAt: Date;
}

export interface MinutesVersionRow {
  readonly version: number;
  readonly reasonItemId: string;
  readonly byName: string;
  readonly at: Date;
}

export interface AttendanceRow {
  readonly memberId: string | null;
  readonly guestId: string | null;
  readonly state: AttendanceState;
  readonly deputyMemberId: string | null;
}

export interface MeetingDecisionRow {
  readonly id: string;
  readonly hubId: string;
  readonly groupId: string;
  readonly pointId: string | null;
  readonly itemId: string;
  readonly ownerBranchId: string;
  readonly ownerStaffId: string;
  readonly ownerName: string;
  readonly ownerUnitName: string;
  /** `2026-12-08` */
  readonly dueOn: string;
  /** Withdrawn also where the measure that it became was taken out of the plan. */
  readonly state: DecisionState;
  /** The measure that it became, where the caller sees it. */
  readonly entryId: string | null;
  readonly madeAt: Date;
  readonly version: number;
}

export interface MeetingRecordRow {
  readonly diaryNumber: string;
  readonly registeredOn: string;
  readonly keepYears: number;
  readonly keptByName: string;
  readonly keptAt: Date;
  readonly version: number;
}

export type RecordToKeep = Omit<MeetingRecordRow, 'keptByName' | 'keptAt'>;

/** What comes of a group's meeting: who was there, what was decided, the minutes and the own house's record of them. */
export abstract class MinutesStore {
  abstract find(hubId: string): Promise<MinutesRow | undefined>;
  /** Nothing when they are open already. */
  abstract open(hubId: string): Promise<void>;
  abstract setFixesAt(hubId: string, at: Date): Promise<void>;
  /** Of every version, in the order of points and places. */
  abstract findLines(hubId: string): Promise<MinuteLineRow[]>;
  abstract addLine(line: {
    readonly id: string;
    readonly hubId: string;
    readonly pointId: string;
    readonly itemId: string;
    readonly itemVersion: number;
    readonly fromVersion: number;
  }): Promise<void>;
  abstract setLineVersion(lineId: string, itemVersion: number): Promise<void>;
  abstract endLine(lineId: string, untilVersion: number): Promise<void>;
  abstract findVersions(hubId: string): Promise<MinutesVersionRow[]>;
  abstract addVersion(hubId: string, version: number, reasonItemId: string): Promise<void>;

  abstract findAttendance(hubId: string): Promise<AttendanceRow[]>;
  abstract noteAttendance(row: AttendanceRow & { readonly id: string; readonly hubId: string }): Promise<void>;

  abstract addDecision(decision: {
    readonly id: string;
    readonly hubId: string;
    readonly groupId: string;
    readonly pointId: string | null;
    readonly itemId: string;
    readonly ownerBranchId: string;
    readonly ownerUnitId: string;
    readonly ownerStaffId: string;
    readonly dueOn: string;
    /** The measure that it became in the plan, where it is followed from now on; null for a decision by itself. */
    readonly entryId: string | null;
  }): Promise<void>;
  abstract findDecision(id: string): Promise<MeetingDecisionRow | undefined>;
  /** Of a group's meetings, those that the caller may see, the earliest due first. */
  abstract findDecisions(groupId: string): Promise<MeetingDecisionRow[]>;
  /** False when somebody else was first. */
  abstract settleDecision(id: string, expectedVersion: number, state: DecisionState): Promise<boolean>;
  /** Of people of a branch that no consent reaches any longer; asked by the platform, answers what was withdrawn. */
  abstract withdrawDecisions(groupId: string, ownerStaffId: string): Promise<string[]>;

  /** The own house's. */
  abstract findRecord(hubId: string): Promise<MeetingRecordRow | undefined>;
  /** False when somebody else of the house was first. */
  abstract keepRecord(
    hubId: string,
    record: RecordToKeep & { readonly id: string; readonly branchId: string },
  ): Promise<boolean>;
}
