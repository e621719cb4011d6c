import type { HouseParty } from '#domain/disclosure/case.js';
import type { Role } from '#domain/organisation/role.js';

export interface NewUnit {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  /** Is asked what it knows when a hub is convened. */
  readonly answersHub: boolean;
}

export interface NewStaffMember {
  readonly id: string;
  readonly municipalityId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string | null;
}

export type MembershipRank = 'ordinary' | 'primary' | 'deputy' | 'leader';

export interface NewMembership {
  readonly id: string;
  readonly municipalityId: string;
  readonly staffId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly rank: MembershipRank;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Municipalities, authorities, branches, units, people in posts: written by an administrator or by an import. */
export abstract class OrganisationStore {
  abstract findMunicipality(slug: string): Promise<{ readonly id: string; readonly name: string } | undefined>;
  /** Branches of every authority called so, in whichever town: what a new one may not be called. */
  abstract findBranchNames(authority: string): Promise<{ readonly slug: string; readonly municipalityId: string }[]>;
  abstract addMunicipality(m: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly settings: Readonly<Record<string, unknown>>;
  }): Promise<void>;
  abstract addAuthority(a: {
    readonly id: string;
    readonly municipalityId: string;
    readonly slug: string;
    readonly kind: string;
    readonly name: string;
  }): Promise<void>;
  abstract addBranch(b: {
    readonly id: string;
    readonly municipalityId: string;
    readonly authorityId: string;
    readonly slug: string;
    readonly name: string;
  }): Promise<void>;
  abstract addUnit(unit: NewUnit): Promise<void>;
  abstract addStaffMember(staff: NewStaffMember): Promise<void>;
  abstract addMembership(membership: NewMembership): Promise<void>;
  abstract addDutyShift(s: {
    readonly id: string;
    readonly municipalityId: string;
    readonly unitId: string;
    readonly staffId: string;
    readonly rank: 'primary' | 'deputy';
    readonly startsAt: Date;
    readonly endsAt: Date;
  }): Promise<void>;
  abstract addHubSlot(s: {
    readonly id: string;
    readonly municipalityId: string;
    readonly branchId: string;
    readonly weekday: number;
    readonly startsLocal: string;
    readonly minutes: number;
    readonly videoUrl: string | null;
  }): Promise<void>;
  abstract addAgreement(a: {
    readonly id: string;
    readonly municipalityId: string;
    readonly form: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly signedBy: string;
  }): Promise<void>;
  abstract addAgreementParty(p: {
    readonly agreementId: string;
    readonly branchId: string;
    readonly resources: string;
  }): Promise<void>;
  abstract addDeadlineRule(d: {
    readonly municipalityId: string;
    readonly kind: string;
    readonly rule: unknown;
  }): Promise<void>;
  /** The post of a person known to the identity provider, in this role. */
  abstract findPost(
    issuer: string,
    subject: string,
    role: Role,
  ): Promise<
    | {
        readonly staffId: string;
        readonly membershipId: string;
        readonly role: Role;
        readonly unitId: string;
        readonly branchId: string;
        readonly municipalityId: string;
        readonly house: HouseParty;
      }
    | undefined
  >;
}
