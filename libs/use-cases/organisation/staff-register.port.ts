import type { Role } from '#domain/organisation/role.js';
import type { MembershipRank } from './organisation.port.js';

/** A post that someone holds, has held or will hold. */
export interface PostFacts {
  readonly id: string;
  readonly staffId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly authorityName: string;
  /** `authority/branch`. */
  readonly house: string;
  readonly role: Role;
  readonly rank: MembershipRank;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export interface StaffFacts {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string | null;
  readonly issuer: string;
  readonly subject: string;
  readonly disabledAt: Date | null;
  readonly version: number;
  /** Places where they are signed in now. */
  readonly openSessions: number;
  readonly posts: readonly PostFacts[];
}

export type StaffShown = 'all' | 'active' | 'without-post' | 'disabled';

export interface StaffQuery {
  /** Part of a name, a title or an address; empty finds everyone. */
  readonly search: string;
  readonly shown: StaffShown;
  readonly unitId: string | null;
  /** Name and id of the last one on the page before. */
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
}

export interface StaffChange {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string | null;
  readonly issuer: string;
  readonly subject: string;
}

/** The people of a municipality in their posts, as an administrator keeps them. */
export interface SeatEnded {
  readonly id: string;
  readonly groupId: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly staffId: string;
  readonly branchId: string;
}

export abstract class StaffRegister {
  abstract list(query: StaffQuery): Promise<StaffFacts[]>;
  /** Seats in groups that a post takes along as it ends. */
  abstract findSeatsEndedWith(membershipId: string): Promise<SeatEnded[]>;
  abstract find(id: string): Promise<StaffFacts | undefined>;
  /** Whoever signs in by this identity, in whichever municipality; ask as the platform. */
  abstract findIdByIdentity(issuer: string, subject: string): Promise<string | undefined>;
  /** False when someone has changed it since that version. */
  abstract change(id: string, version: number, to: StaffChange): Promise<boolean>;
  abstract setDisabled(id: string, version: number, at: Date | null): Promise<boolean>;
  abstract findPost(id: string): Promise<PostFacts | undefined>;
  /** Posts in a unit that touch the span. */
  abstract findPostsIn(
    unitIds: readonly string[],
    from: Date,
    until: Date,
  ): Promise<(PostFacts & { readonly name: string })[]>;
  abstract endPost(id: string, at: Date): Promise<void>;
  /** A post that never began leaves nothing to remember. */
  abstract withdrawPost(id: string): Promise<void>;
  /** Ends the sessions that act in the post; answers which. */
  abstract endSessionsActingIn(membershipId: string, why: string): Promise<string[]>;
  /** Whether anyone in the municipality is an administrator now. */
  abstract hasAdministrator(municipalityId: string): Promise<boolean>;
}
