import type { TownCalendar } from '#domain/calendar/town-calendar.js';
import type { HouseParty } from '#domain/disclosure/case.js';
import type { Form, Phase, Purpose } from '#domain/disclosure/vocabulary.js';
import type { StandingSlot } from '#domain/hub/choose-hub-slot.js';
import type { Knowledge } from '#domain/hub/question.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';
import type { Duty } from '#domain/organisation/duty-roster.js';
import type { Role } from '#domain/organisation/role.js';
import type { Grade } from '#domain/report/grading.js';

export type CaseState = 'received' | 'graded' | 'in-hub' | 'investigation' | 'closed' | 'joined';

/** A case as the hub needs it; never a name. */
export interface HubCase {
  readonly id: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly personId: string;
  readonly phase: Phase;
  readonly state: CaseState;
  readonly grade: Grade | null;
  readonly protectionAssessed: boolean;
  /** When the grade's time is up; null when no such deadline runs. */
  readonly dueAt: Date | null;
  /** A hub of this case that has not closed. */
  readonly openHubId: string | null;
}

export interface HouseUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly answersHub: boolean;
}

export interface HousePost {
  readonly unitId: string;
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly phone: string | null;
  readonly role: Role;
  readonly rank: 'ordinary' | 'primary' | 'deputy' | 'leader';
}

/** The own house as it stands now: its units, who holds posts, who is on the roster, when it meets. */
export interface HubHouse {
  readonly units: readonly HouseUnit[];
  readonly posts: readonly HousePost[];
  readonly duties: readonly Duty[];
  readonly slots: readonly (StandingSlot & { readonly minutes: number; readonly videoUrl: string | null })[];
  /** When it works, and the days that the town has closed. */
  readonly calendar: TownCalendar;
}

/** A unit of any house of the municipality, with the house that secrecy asks for. */
export interface PartyUnit {
  readonly id: string;
  readonly name: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly house: HouseParty;
}

/** `joint`: the meeting that a consent opens to other houses (MASH step 4, SIG); `internal`: the own units alone. */
export type HubKind = 'internal' | 'joint';

export interface NewHub {
  readonly id: string;
  readonly kind: HubKind;
  readonly form: Form;
  readonly purpose: Purpose;
  /** Says to other houses whom it is about. */
  readonly nominationItemId: string | null;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly caseId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly extra: boolean;
  readonly videoUrl: string | null;
  /** The room's word in the town's file; absent: online, or nowhere that is known. */
  readonly room?: string | null;
  readonly leaderId: string | null;
  readonly convenedBy: string;
  /** Where it is a group's meeting: whose, of which kind, and why steps before it are passed over. */
  readonly ofGroup?: { readonly groupId: string; readonly meetingKind: string; readonly stepReason: string | null };
}

export interface HubFacts {
  readonly id: string;
  readonly kind: HubKind;
  readonly form: Form;
  readonly purpose: Purpose;
  readonly nominationItemId: string | null;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly personId: string;
  readonly grade: Grade | null;
  /** Null for who sits there for another house: the case is not theirs to see. */
  readonly caseState: CaseState | null;
  readonly dueAt: Date | null;
  readonly state: MeetingState;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly extra: boolean;
  readonly videoUrl: string | null;
  readonly room: string | null;
  /** The room and its site, as the town calls them. */
  readonly roomName: string | null;
  readonly leaderId: string | null;
  readonly convenedBy: string;
  readonly convenedAt: Date;
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
  /** Whose meeting it is; null where it is no group's. */
  readonly groupId: string | null;
  /** Which of its form's kinds of meeting. */
  readonly meetingKind: string | null;
  readonly version: number;
}

export interface QuestionFacts {
  readonly id: string;
  readonly hubId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly representativeId: string | null;
  readonly deputyId: string | null;
  readonly deputyAskedAt: Date | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  /** Null while nobody has answered, and of another house's unit for who only sits at the table. */
  readonly answer: Knowledge | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly givenAt: Date | null;
  readonly version: number;
  readonly itemIds: readonly string[];
}

export interface MemberFacts {
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly phone: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

/** Where a case goes on after a meeting that found that more is needed. */
export interface NextHub {
  readonly id: string;
  readonly startsAt: Date;
}

/** A time that is taken, without whom it is about. */
export interface TakenTime {
  readonly hubId: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly extra: boolean;
  readonly state: MeetingState;
}

/** Hubs, their questions and the house that answers them. */
export abstract class HubStore {
  abstract findCase(caseId: string): Promise<HubCase | undefined>;
  /** The same, held until the transaction ends, so that two deeds never build on the same state. */
  abstract holdCase(caseId: string): Promise<HubCase | undefined>;
  abstract moveCase(
    caseId: string,
    to: { readonly state: CaseState; readonly phase?: Phase; readonly closed?: boolean; readonly form?: 'mash' },
  ): Promise<void>;
  abstract getHouse(branchId: string): Promise<HubHouse>;
  /** Units of every house in the municipality. */
  abstract findPartyUnits(municipalityId: string): Promise<PartyUnit[]>;
  /** Hubs that hold the branch's people in the span; runs only as a service, since times alone are told. */
  abstract findTaken(branchId: string, from: Date, until: Date): Promise<TakenTime[]>;
  abstract addHub(hub: NewHub): Promise<void>;
  /** Why steps before it were passed over as it was called; null for every house but the one whose hub it is. */
  abstract findStepReason(hubId: string): Promise<string | null>;
  abstract addQuestion(question: {
    readonly id: string;
    readonly hubId: string;
    readonly unitId: string;
    readonly representativeId: string | null;
    readonly deputyId: string | null;
    readonly deputyAsked: boolean;
  }): Promise<void>;
  abstract setDeadline(questionId: string, deadlineId: string): Promise<void>;
  /** Puts a member of staff on the case unless they are on it already; `until` null = open end. */
  abstract assign(assignment: {
    readonly id: string;
    readonly caseId: string;
    readonly branchId: string;
    readonly staffId: string;
    readonly reason: string;
    readonly by: string | null;
  }): Promise<boolean>;
  /** When the caller's own work on the case ends, if an end is set. */
  abstract findEndOfWork(caseId: string): Promise<Date | null>;
  /** Ends what the hub assigned, but not for those kept; answers whose ended. */
  abstract endAssignments(caseId: string, reason: string, at: Date, kept: readonly string[]): Promise<string[]>;
  abstract findHub(hubId: string): Promise<HubFacts | undefined>;
  /** Hubs that the caller works on, in the order of time. */
  abstract findHubs(from: Date, until: Date): Promise<HubFacts[]>;
  /** The meeting of the same case that this internal one was followed by, if one has been convened since. */
  abstract findNextHub(hub: Pick<HubFacts, 'id' | 'caseId' | 'convenedAt'>): Promise<NextHub | undefined>;
  abstract moveHub(
    hubId: string,
    to: {
      readonly state: MeetingState;
      readonly leaderId?: string;
      readonly startedAt?: Date;
      readonly closedAt?: Date;
      readonly fixedAt?: Date;
    },
  ): Promise<void>;
  abstract findQuestions(hubId: string): Promise<QuestionFacts[]>;
  abstract findQuestion(questionId: string): Promise<QuestionFacts | undefined>;
  /** Unanswered questions that wait for this member, or for their unit. */
  abstract findQuestionsFor(staffId: string, unitId: string): Promise<QuestionFacts[]>;
  /** False when someone has answered since the version that was read. */
  abstract answer(
    questionId: string,
    expectedVersion: number,
    answer: {
      readonly knowledge: Knowledge;
      readonly by: string;
      readonly at: Date;
      readonly itemIds: readonly string[];
    },
  ): Promise<boolean>;
  abstract markGiven(questionId: string, at: Date): Promise<void>;
  abstract markDeputyAsked(questionId: string, at: Date): Promise<void>;
  /** Everyone who works on the hub's case, and those named by id. */
  abstract findMembers(caseId: string, alsoIds: readonly string[]): Promise<MemberFacts[]>;
  /** The person of the case first, then guardians and others close to them. */
  abstract findCircle(personId: string): Promise<{ readonly personId: string; readonly kind: string }[]>;
}
