import type { HouseParty } from '#domain/disclosure/case.js';
import type { Category, Phase } from '#domain/disclosure/vocabulary.js';
import type { HubFacts } from './hub.port.js';

/** A unit at the table of a joint meeting. */
export interface HubParty {
  readonly unitId: string;
  readonly unitName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly house: HouseParty;
  readonly staffId: string | null;
  readonly terms: 'internal' | 'with-consent' | 'assessed';
  /** The points that it is admitted to; null: all of the meeting. */
  readonly pointIds: readonly string[] | null;
  /** Its part of the meeting, in minutes from the beginning; null: all of it. */
  readonly fromMinute: number | null;
  readonly partMinutes: number | null;
  readonly endedAt: Date | null;
}

/** Something that another house has given; never what it said. */
export interface GivenToHouse {
  readonly itemId: string;
  readonly category: Category;
  readonly fromName: string;
  readonly fromKind: string;
  readonly givenAt: Date;
  readonly isInForce: boolean;
  /** When it stopped; null while it runs, or when it never began. */
  readonly endedAt: Date | null;
}

/** Joint meetings on consent: who was called to them and who is no longer needed there. */
export abstract class JointStore {
  /** To some points and their time; null: to all of the meeting. */
  abstract admit(
    hubId: string,
    unitId: string,
    part: { readonly pointIds: readonly string[]; readonly from: number; readonly minutes: number } | null,
  ): Promise<void>;
  abstract addParty(party: {
    readonly hubId: string;
    readonly unitId: string;
    readonly branchId: string;
    readonly staffId: string | null;
    readonly terms: HubParty['terms'];
  }): Promise<void>;
  /** Everyone who was called, those no longer needed too; the own house first. */
  abstract findParties(hubId: string): Promise<HubParty[]>;
  /** Joint meetings of a case that have not ended. */
  abstract findOpen(caseId: string): Promise<HubFacts[]>;
  /** The same in every house's case about a person; asked by the platform. */
  abstract findOpenAbout(personId: string): Promise<HubFacts[]>;
  /** What the caller's house has been given in a case, in kinds and times, to whoever works or has worked on it. */
  abstract findGivenToHouse(caseId: string): Promise<GivenToHouse[]>;
  /** Ends a house's invitation and takes its people off the case; answers whom it concerned. */
  abstract endInvitation(hub: Pick<HubFacts, 'id' | 'caseId'>, branchId: string): Promise<string[]>;
  /** Houses at the tables ahead about a person, in any house's case, that their ground no longer reaches; asked by the platform. */
  abstract findUnreached(
    personId: string,
  ): Promise<{ readonly hubId: string; readonly branchId: string; readonly terms: HubParty['terms'] }[]>;
  abstract addPhaseDecision(decision: {
    readonly id: string;
    readonly caseId: string;
    readonly from: Phase;
    readonly itemId: string;
  }): Promise<void>;
}
