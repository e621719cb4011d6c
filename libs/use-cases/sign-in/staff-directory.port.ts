import type { ActingMembership } from './session.port.js';

/** A member of staff with what they may act as now. */
export interface StaffInDirectory {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  readonly disabled: boolean;
  readonly memberships: readonly ActingMembership[];
  /** What they acted as when they were last signed in. */
  readonly lastMembershipId: string | null;
}

/** Who may sign in here. */
export abstract class StaffDirectory {
  abstract findByIdentity(issuer: string, subject: string): Promise<StaffInDirectory | undefined>;
  abstract findById(id: string): Promise<StaffInDirectory | undefined>;
  /** Everyone with a post in force, by organisation and name. Only the demonstration asks. */
  abstract listAll(): Promise<StaffInDirectory[]>;
  /** Gives everyone to this provider. Only the demonstration does it. Returns how many moved. */
  abstract adoptIssuer(issuer: string): Promise<number>;
}
