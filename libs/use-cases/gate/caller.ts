import type { Role } from '#domain/organisation/role.js';
import type { HouseParty } from '#domain/disclosure/case.js';

/** A signed-in member of staff, acting in one membership: what every policy and every decision is asked about. */
export interface StaffCaller {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly membershipId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly branchId: string;
  readonly municipalityId: string;
  /** The secrecy house that the caller reads for. */
  readonly house: HouseParty;
  readonly sessionId: string;
  /** Network address that the request came from, for the ledger. */
  readonly origin: string;
  readonly requestId: string;
}

/** What the platform does by itself. A service never sees content: no policy on content names one for reading. */
export type ServiceName =
  | 'sign-in'
  | 'calendars'
  | 'reception'
  | 'deadlines'
  | 'consents'
  | 'family'
  | 'outbox'
  | 'webhooks'
  | 'administration'
  | 'sealer'
  | 'ledger';

export interface ServiceCaller {
  readonly kind: 'service';
  readonly name: ServiceName;
  readonly requestId: string;
}

/**
 * A young person or a guardian, known by e-identification: never a member of staff, in nobody's house. Policies know them
 * by the person alone; municipality and branch say whose ledger their acts stand in, and open nothing.
 */
export interface FamilyCaller {
  readonly kind: 'family';
  readonly personId: string;
  readonly municipalityId: string;
  /** The house that keeps the person's record. */
  readonly branchId: string;
  readonly sessionId: string;
  /** Network address that the request came from, for the ledger. */
  readonly origin: string;
  readonly requestId: string;
}

export type Caller = StaffCaller | FamilyCaller | ServiceCaller;
