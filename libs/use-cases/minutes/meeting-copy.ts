/** A meeting as one reader may have it: everything that was said is Released, everything else is ids, times and posts. */
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { Named } from '#domain/form/form.js';
import type { AttendanceState } from '#domain/minutes/attendance-of-seats.js';
import type { DecisionState } from '#domain/minutes/decision-states.js';
import type { MinutesState } from '#domain/minutes/minutes-states.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';
import type { PointKind } from '#domain/meeting/meeting-point.js';
import type { NewsKind } from '#domain/plan/plan-news.js';
import type { ReleasedItem } from '../gate/released.js';
import type { MeetingRecordRow } from './minutes.port.js';

export interface CopiedPoint {
  readonly id: string;
  readonly kind: PointKind;
  /** Of the form; null where somebody has written it. */
  readonly name: Named | null;
  readonly item: ReleasedItem | null;
  readonly minutes: number;
  readonly audience: 'professionals' | 'everyone';
  /** The reader’s own house has written it. */
  readonly own: boolean;
}

/** What has been told since the group met before. */
export interface CopiedNews {
  readonly id: string;
  readonly kind: NewsKind;
  readonly item: ReleasedItem;
  readonly byName: string;
  readonly madeAt: Date;
}

export interface CopiedLine {
  readonly id: string;
  readonly pointId: string;
  readonly item: ReleasedItem;
  /** Whose item it is. */
  readonly byName: string;
  readonly own: boolean;
  readonly itemVersion: number;
  /** Who wrote the words that stand there, and when. */
  readonly wordsByName: string;
  readonly wordsAt: Date;
}

export interface CopiedDecision {
  readonly id: string;
  readonly hubId: string;
  readonly pointId: string | null;
  readonly item: ReleasedItem;
  readonly aim: string | null;
  readonly ownerName: string;
  readonly ownerUnitName: string;
  readonly ownerStaffId: string;
  readonly dueOn: string;
  readonly state: DecisionState;
  readonly version: number;
}

export interface CopiedSeat {
  readonly memberId: string;
  readonly staffId: string;
  readonly name: string;
  readonly unitName: string;
  readonly branchName: string;
  readonly kind: HouseKind;
  readonly mandate: 'decides' | 'speaks' | 'listens';
  readonly deputyFor: string | null;
  /** Null where nobody has noted it. */
  readonly state: AttendanceState | null;
  readonly deputyMemberId: string | null;
}

export interface CopiedGuest {
  readonly guestId: string;
  readonly kind: string;
  /** Who it is, where the reader may know. */
  readonly item: ReleasedItem | null;
  readonly state: AttendanceState | null;
}

export interface CopiedParty {
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: HouseKind;
  /** Null: all of the meeting. */
  readonly pointIds: readonly string[] | null;
}

export interface MeetingCopy {
  readonly hubId: string;
  readonly groupId: string;
  readonly caseNumber: string;
  readonly formName: Named;
  readonly meetingName: Named;
  readonly groundSource: string;
  readonly state: MeetingState;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
  readonly leaderName: string | null;
  /** Parties of other houses, for whoever leads it. */
  readonly parties: readonly CopiedParty[];
  /** The part that the reader's house is admitted to; null: all of it. */
  readonly admitted: { readonly startsAt: Date; readonly minutes: number } | null;
  readonly own: boolean;
  readonly mayWrite: boolean;
  readonly mayLead: boolean;
  /** Whom it is about, as this reader may be told. */
  readonly about: string | null;
  /** The one that is on now, for whoever leads it; null before and after. */
  readonly pointOn: string | null;
  readonly points: readonly CopiedPoint[];
  /** The good first. */
  readonly news: readonly CopiedNews[];
  readonly seats: readonly CopiedSeat[];
  readonly guests: readonly CopiedGuest[];
  readonly missing: readonly (readonly HouseKind[])[];
  readonly minutesState: MinutesState;
  readonly fixesAt: Date | null;
  /** The version that is shown, and the newest. */
  readonly version: number;
  readonly newest: number;
  readonly versions: readonly {
    readonly version: number;
    readonly byName: string;
    readonly at: Date;
    readonly reason: ReleasedItem | null;
  }[];
  readonly lines: readonly CopiedLine[];
  /** Of this meeting. */
  readonly decisions: readonly CopiedDecision[];
  /** Of earlier meetings, not done yet. */
  readonly unfinished: readonly CopiedDecision[];
  /** For the own house: what else is open in the case, in kinds and times. */
  readonly due: readonly { readonly kind: string; readonly dueAt: Date }[];
  readonly consents: readonly { readonly consentId: string; readonly until: Date }[];
  readonly record: MeetingRecordRow | null;
  readonly houseName: string;
  /** The house that the reader's has it from; null in the house that led the meeting and drew it up (OSL 5:2). */
  readonly senderName: string | null;
  /** Houses with a seat that may have their part of it from the one that drew it up; none in theirs. */
  readonly receiverNames: readonly string[];
  readonly readerName: string;
  readonly readerTitle: string;
  readonly readAt: Date;
}
