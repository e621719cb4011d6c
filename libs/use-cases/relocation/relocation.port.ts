import type { HouseParty } from '#domain/disclosure/case.js';
import type { Category, Form } from '#domain/disclosure/vocabulary.js';
import type { RelocationAnswer } from '#domain/relocation/relocation.js';
import type { SealedRelocated } from '../gate/sealed.js';

/** Social services of another municipality that somebody coordinates. */
export interface RelocationTarget {
  readonly branchId: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly name: string;
  readonly house: HouseParty;
}

/** An offer, in ids, names of houses and closed words; whom it is about stays sealed. */
export interface RelocationRow {
  readonly id: string;
  readonly branchId: string;
  readonly municipalityId: string;
  readonly groupId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly form: Form;
  readonly ground: string;
  readonly toBranchId: string;
  readonly toMunicipalityId: string;
  readonly fromName: string;
  readonly fromTown: string;
  readonly toName: string;
  readonly toTown: string;
  readonly offeredBy: string;
  readonly byName: string;
  readonly byPhone: string | null;
  readonly offeredAt: Date;
  readonly answer: RelocationAnswer | null;
  readonly reason: string | null;
  readonly answeredName: string | null;
  readonly answeredAt: Date | null;
  readonly newCaseId: string | null;
  readonly withdrawnAt: Date | null;
  readonly version: number;
  /** How many things go along. */
  readonly things: number;
}

/** An offer that has ended, as far as telling of it asks. */
export interface EndedRelocation {
  readonly id: string;
  readonly municipalityId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly toBranchId: string;
  readonly offeredBy: string;
  readonly coordinatorId: string;
}

export interface NewRelocation {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly groupId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly toMunicipalityId: string;
  readonly toBranchId: string;
  readonly form: Form;
  readonly ground: string;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
}

export interface NewRelocatedItem {
  readonly relocationId: string;
  readonly itemId: string;
  readonly shareId: string;
  readonly category: Category;
  readonly revealsPlace: boolean;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  readonly writtenAt: Date;
}

/** Offers to another municipality: the giving house sees its own of a case, the other those made to it. */
export abstract class RelocationStore {
  abstract findTargets(): Promise<RelocationTarget[]>;
  /** Who coordinates in a house now, of whichever town; asked by the platform. */
  abstract findCoordinators(branchId: string): Promise<string[]>;
  abstract add(relocation: NewRelocation): Promise<void>;
  abstract addItem(item: NewRelocatedItem): Promise<void>;
  abstract find(id: string): Promise<RelocationRow | undefined>;
  /** Of a group, the newest first. */
  abstract findOfGroup(groupId: string): Promise<RelocationRow[]>;
  /** Of a case, likewise. */
  abstract findOfCase(caseId: string): Promise<RelocationRow[]>;
  /** Those made to the caller's house, the newest first. */
  abstract findIncoming(): Promise<RelocationRow[]>;
  /** Whom it is about and what goes along, with the facts of the decision. */
  abstract findSealed(id: string): Promise<SealedRelocated[]>;
  /** Keeps shares, assessments, person and case of an offer from others until the transaction ends. */
  abstract hold(id: string): Promise<void>;
  /** False when somebody was first. */
  abstract answer(
    id: string,
    expectedVersion: number,
    answer: { readonly answer: RelocationAnswer; readonly reason: string | null; readonly newCaseId: string | null },
  ): Promise<boolean>;
  abstract takeBack(id: string, expectedVersion: number): Promise<boolean>;
  /** Those that have ended by themselves and that nobody has been told of, each once; asked as the service `consents`. */
  abstract takeEnded(personId: string | null): Promise<EndedRelocation[]>;
  /** The case with which the receiving house goes on; by the platform. */
  abstract beginMeasures(caseId: string): Promise<void>;
  /** That the group went over, in its history, by whoever offered it; by the platform. */
  abstract noteHandedOver(act: { readonly id: string; readonly relocationId: string }): Promise<void>;
}
