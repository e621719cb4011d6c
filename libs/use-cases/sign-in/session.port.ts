import type { HouseParty } from '#domain/disclosure/case.js';
import type { Role } from '#domain/organisation/role.js';

/** A membership that a person may act in now. */
export interface ActingMembership {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly authorityName: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly house: HouseParty;
}

/** A session with what its owner may act as at this instant (memberships in force, the chosen one first). */
export interface SessionFacts {
  readonly id: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly acr: string;
  readonly authTime: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly staffDisabledAt: Date | null;
  readonly chosenMembershipId: string | null;
  readonly memberships: readonly ActingMembership[];
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly staffId: string;
  readonly membershipId: string | null;
  readonly acr: string;
  readonly authTime: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
  /** The id token, sealed: it ends the provider's session too at sign-out. */
  readonly providerSession: Buffer | null;
}

/** A session as its owner sees it in a list of where they are signed in. */
export interface OpenSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Server-side sessions. The cookie holds a random token; only its keyed hash is stored. */
export abstract class SessionStore {
  abstract add(session: NewSession): Promise<void>;
  abstract findByTokenHash(tokenHash: Buffer): Promise<SessionFacts | undefined>;
  abstract findById(id: string): Promise<SessionFacts | undefined>;
  /** Those that are there, in no order. */
  abstract findByIds(ids: readonly string[]): Promise<SessionFacts[]>;
  abstract prolong(id: string, idleUntil: Date): Promise<void>;
  abstract chooseMembership(id: string, membershipId: string): Promise<void>;
  /** Ends one session; returns false if it had ended already. */
  abstract end(id: string, why: string): Promise<boolean>;
  /** Ends all sessions of a person; returns the ids that were ended. */
  abstract endAllOf(staffId: string, why: string): Promise<string[]>;
  /** The live sessions of a person, the latest seen first. */
  abstract listOpenOf(staffId: string): Promise<OpenSession[]>;
  abstract findProviderSession(id: string): Promise<Buffer | null>;
}
