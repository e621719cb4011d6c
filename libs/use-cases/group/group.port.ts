import type { HouseParty } from '#domain/disclosure/case.js';
import type { Form, PersonKind } from '#domain/disclosure/vocabulary.js';
import type { FormLevel } from '#domain/form/form.js';
import type { Closeness } from '#domain/group/closeness.js';
import type { MemberTerms } from '#domain/group/decide-member.js';
import type { GroupStanding } from '#domain/group/group-states.js';
import type { KnownBy } from '#domain/group/known-by.js';
import type { OutsideAgesReason } from '#domain/group/outside-ages.js';

export const MANDATES = ['decides', 'speaks', 'listens'] as const;
export type Mandate = (typeof MANDATES)[number];

export const END_REASONS = [
  'replaced',
  'post-ended',
  'not-needed',
  'group-closed',
  'consent-gone',
  'ground-gone',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** A group with the facts of its keeping; never a name. */
export interface GroupRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly kind: string;
  readonly form: Form;
  readonly level: FormLevel;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly personId: string | null;
  readonly area: string | null;
  readonly standing: GroupStanding;
  readonly standingReason: string | null;
  /** Why it is about somebody outside the form's ages; null within them. */
  readonly outsideAges: OutsideAgesReason | null;
  readonly coordinatorId: string;
  readonly coordinatorName: string;
  /** Whoever leads it holds no post in the house from which it could be led. */
  readonly leaderLeft: boolean;
  readonly contactId: string | null;
  readonly agreementId: string | null;
  readonly consentId: string | null;
  readonly nominationItemId: string | null;
  readonly formedAt: Date | null;
  readonly lastMetAt: Date | null;
  readonly closedAt: Date | null;
  /** The group whose work it goes on with. */
  readonly turnedFrom: string | null;
  /** How often the hub looks again, as forms write it; null where none does. */
  readonly lookRule: Readonly<Record<string, unknown>> | null;
  readonly lastLookAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

export interface NewGroup {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly kind: string;
  readonly form: Form;
  readonly level: FormLevel;
  readonly caseId: string | null;
  readonly area: string | null;
  readonly standing: GroupStanding;
  readonly standingReason: string | null;
  readonly outsideAges?: OutsideAgesReason | null;
  readonly coordinatorId: string;
  readonly turnedFrom?: string;
}

/** What changes in a group; what is absent stays. */
export interface GroupChange {
  readonly standing: GroupStanding;
  readonly standingReason: string | null;
  readonly outsideAges?: OutsideAgesReason | null;
  readonly coordinatorId?: string;
  readonly contactId?: string;
  readonly agreementId?: string | null;
  readonly consentId?: string | null;
  readonly nominationItemId?: string | null;
  readonly formedAt?: Date;
  readonly lastMetAt?: Date;
  readonly closedAt?: Date;
  readonly lookRule?: Readonly<Record<string, unknown>>;
  readonly lastLookAt?: Date;
}

export interface GroupMemberRow {
  readonly id: string;
  readonly groupId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly house: HouseParty;
  readonly unitId: string;
  readonly unitName: string;
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly phone: string | null;
  readonly mandate: Mandate;
  readonly deputyFor: string | null;
  /** The young person has asked for this very one. */
  readonly wished: boolean;
  readonly terms: MemberTerms;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly endReason: EndReason | null;
  /** The post that they sit there in has ended. */
  readonly hasLeft: boolean;
}

export interface NewMember {
  readonly id: string;
  readonly groupId: string;
  readonly caseId: string | null;
  readonly branchId: string;
  readonly unitId: string;
  readonly staffId: string;
  readonly membershipId: string;
  readonly mandate: Mandate;
  readonly deputyFor: string | null;
  readonly wished: boolean;
  readonly terms: MemberTerms;
}

/** Who takes part and is in nobody's house. */
export interface GuestRow {
  readonly id: string;
  readonly kind: PersonKind;
  /** How close somebody stands who is in nobody's house; null for the others. */
  readonly closeness: Closeness | null;
  /** Says who it is. */
  readonly itemId: string;
  readonly wished: boolean;
  readonly silenceOn: string | null;
  readonly endedAt: Date | null;
}

/** Somebody in a post who could sit in a group. */
export interface Candidate {
  readonly membershipId: string;
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly house: HouseParty;
  /** When the post ends; null where no end is known. */
  readonly endsAt: Date | null;
}

export interface GroupActRow {
  readonly id: string;
  readonly act: 'step' | 'move' | 'look' | 'lead' | 'contact';
  readonly word: string;
  readonly standing: GroupStanding;
  readonly reason: string | null;
  readonly passed: readonly string[];
  readonly itemId: string | null;
  /** Conditions of the step that were confirmed, one by one. */
  readonly confirmed: readonly string[];
  /** Who signed, as kinds of party, and the day. */
  readonly signedBy: readonly string[];
  readonly signedOn: string | null;
  readonly byName: string;
  readonly at: Date;
}

export interface NewAct {
  readonly id: string;
  readonly groupId: string;
  readonly caseId: string | null;
  readonly act: GroupActRow['act'];
  readonly word: string;
  readonly standing: GroupStanding;
  readonly reason: string | null;
  readonly passed: readonly string[];
  readonly itemId: string | null;
  /** How the house has come to know whom it is about; kept where that house alone reads it. */
  readonly knownBy?: KnownBy | null;
  /** Absent where the act confirms or signs nothing. */
  readonly confirmed?: readonly string[];
  readonly signedBy?: readonly string[];
  readonly signedOn?: string | null;
}

/** Who has not answered what a coming joint meeting of a group's case asks. */
export interface SilentUnit {
  readonly caseId: string;
  readonly unitName: string;
  readonly dueAt: Date;
}

export interface UnreachedSeat {
  readonly id: string;
  readonly groupId: string;
  readonly caseId: string;
  readonly municipalityId: string;
  readonly staffId: string;
  readonly branchId: string;
  readonly terms: 'with-consent' | 'assessed';
}

/** A group of the own house whose leader holds no post any more, as far as a manager is told who does not work on it. */
export interface LeaderlessGroup {
  readonly id: string;
  /** For the keeping; never shown. */
  readonly caseId: string | null;
  readonly coordinatorId: string;
  readonly leaderName: string;
  readonly kind: string;
  readonly standing: GroupStanding;
  readonly formedAt: Date | null;
  readonly version: number;
}

/** How many of the own house's groups of a kind stand so, whoever works on them. */
export interface HouseCount {
  readonly kind: string;
  readonly form: Form;
  readonly level: FormLevel;
  readonly standing: GroupStanding;
  readonly groups: number;
}

export interface OwnCaseRow {
  readonly caseId: string;
  readonly number: string;
  readonly personId: string;
  readonly openedAt: Date;
}

export interface OwnCasesPage {
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
  /** Left out, since it has been given already. */
  readonly without: string | null;
}

/** Groups, their members and what they have done. */
export abstract class GroupStore {
  /** False when the case has got such a group, or the other has been turned, in the same moment: another's hand was first. */
  abstract add(group: NewGroup): Promise<boolean>;
  abstract find(id: string): Promise<GroupRow | undefined>;
  /** The own house's, kept from others until the transaction ends. */
  abstract findForChange(id: string): Promise<GroupRow | undefined>;
  /** What the caller sees, the newest last. */
  abstract findAll(): Promise<GroupRow[]>;
  abstract findOfCase(caseId: string): Promise<GroupRow[]>;
  abstract change(id: string, to: GroupChange): Promise<void>;
  /** None for whoever is no manager. */
  abstract findLeaderless(): Promise<LeaderlessGroup[]>;
  /** False when it is not the caller's to give, has changed, or the other cannot lead it. */
  abstract nameLeader(of: {
    readonly groupId: string;
    readonly toStaffId: string;
    readonly version: number;
    readonly actId: string;
    readonly seatId: string;
  }): Promise<boolean>;
  /** Over the whole own house; none for whoever does not lead groups there. */
  abstract countOfHouse(): Promise<HouseCount[]>;
  /** Of the own house's groups that wait and that the caller sees: the place in the whole house's queue, from one on. */
  abstract findQueuePlaces(): Promise<{ readonly groupId: string; readonly place: number }[]>;
  abstract countTakingRoom(branchId: string, kind: string): Promise<number>;
  /** Who leads a group of that kind and house that waits for room; asked by the platform. */
  abstract findWhoseGroupsWait(branchId: string, kind: string): Promise<string[]>;
  /** Open seats whose holder has left the post, of one post or of all, that whoever leads the group is not told of; asked by the platform. */
  abstract findEmptySeats(
    membershipId: string | null,
    most: number,
  ): Promise<{ readonly seatId: string; readonly coordinatorId: string }[]>;
  abstract addMember(member: NewMember): Promise<void>;
  abstract addGuest(
    guest: Omit<GuestRow, 'endedAt'> & { readonly groupId: string; readonly caseId: string },
  ): Promise<void>;
  abstract endGuest(id: string): Promise<void>;
  abstract findGuests(groupId: string): Promise<GuestRow[]>;
  /** At once, or when `until` comes: whoever reads on till then sits nowhere. */
  abstract endMember(id: string, reason: EndReason, until?: Date): Promise<void>;
  /** What a house is called, with the authority that it is of; the caller's own where none is named. */
  abstract findHouseName(branchId?: string): Promise<string | undefined>;
  /** Seats about a person, in any house's group, that their ground no longer reaches; asked by the platform. */
  abstract findUnreached(personId: string): Promise<UnreachedSeat[]>;
  /** The people about whom there is such a seat, or such a place at a joint meeting's table. */
  abstract findUnreachedPeople(): Promise<string[]>;
  /** Those who sit there now and those who did, the own house first. */
  abstract findMembers(groupIds: readonly string[]): Promise<GroupMemberRow[]>;
  /** People in posts who could sit in a group, in every house of the municipality. */
  abstract findCandidates(municipalityId: string): Promise<Candidate[]>;
  /** Puts a member on the group's case until the post ends; the platform does it for another house. */
  abstract assign(on: {
    readonly id: string;
    readonly caseId: string;
    readonly branchId: string;
    readonly staffId: string;
    readonly by: string;
    readonly until: Date | null;
  }): Promise<void>;
  /** Takes somebody off the case again, as far as they worked on it for a group and sit in no other about it. */
  abstract unassign(caseId: string, staffId: string): Promise<void>;
  abstract addAct(act: NewAct): Promise<void>;
  /** Oldest first. */
  abstract findActs(groupIds: readonly string[]): Promise<(GroupActRow & { readonly groupId: string })[]>;
  abstract findSilent(caseIds: readonly string[]): Promise<SilentUnit[]>;
  /** The caller's own open cases: what can be nominated, and what a nomination can be about. */
  abstract findOwnCases(page: OwnCasesPage): Promise<OwnCaseRow[]>;
  /** One of them; undefined where it is closed, or not the caller's to work on. */
  abstract findOwnCase(caseId: string): Promise<OwnCaseRow | undefined>;
}
