import type { ApartGround, MeetingToClear } from '#domain/calendar/keep-apart.js';

/** A pair as whoever leads work with one of the two sees it. */
export interface KeptApart {
  readonly id: string;
  /** The other one, seen from the case that was asked about. */
  readonly otherPersonId: string;
  readonly ground: ApartGround;
  readonly until: Date;
  readonly decidedByName: string;
  readonly decidedAt: Date;
}

export abstract class KeptApartStore {
  abstract add(pair: {
    readonly id: string;
    readonly branchId: string;
    readonly personId: string;
    readonly otherPersonId: string;
    readonly ground: ApartGround;
    readonly until: Date;
  }): Promise<void>;
  /** In force, the one that ends first before others. */
  abstract findOfPerson(personId: string): Promise<KeptApart[]>;
  /** False when it is not in force or not the caller's to end. */
  abstract end(id: string): Promise<boolean>;
  /** Keeps everyone else from calling the other of a pair until the transaction ends. */
  abstract hold(caseId: string): Promise<void>;
  /** Meetings that the case's person must be nowhere near, and their own others beside one that is moved: times alone. */
  abstract findToKeepClearOf(
    caseId: string,
    span: { readonly from: Date; readonly until: Date; readonly beside: string | null },
  ): Promise<readonly MeetingToClear[]>;
}
