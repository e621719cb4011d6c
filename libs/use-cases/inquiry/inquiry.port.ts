import type { Category, HouseKind, Phase } from '#domain/disclosure/vocabulary.js';
import type { Knowledge } from '#domain/hub/question.js';
import type { InquiryEnd } from '#domain/inquiry/inquiry.js';
import type { InquiryForm } from '#domain/inquiry/may-ask.js';
import type { SealedAsked } from '../gate/sealed.js';

/** A question to a unit of another house; whom it is about stays sealed. */
export interface InquiryFacts {
  readonly id: string;
  readonly municipalityId: string;
  /** The house that asks, and who asks there. */
  readonly branchId: string;
  readonly branchName: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedByPhone: string | null;
  readonly caseId: string;
  readonly personId: string;
  readonly kind: InquiryForm;
  readonly toBranchId: string;
  readonly toBranchName: string;
  readonly toKind: HouseKind;
  readonly unitId: string;
  readonly unitName: string;
  readonly representativeId: string | null;
  readonly representativeName: string | null;
  readonly deputyId: string | null;
  readonly deputyAskedAt: Date | null;
  readonly categories: readonly Category[];
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answer: Knowledge | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedHow: InquiryEnd | null;
  readonly version: number;
  readonly itemIds: readonly string[];
}

/** A question that has ended, as far as telling of it asks. */
export interface EndedInquiry {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly askedBy: string;
  readonly caseId: string;
  readonly personId: string;
  readonly toBranchId: string;
  readonly how: InquiryEnd;
  readonly answered: boolean;
  /** Who had been asked by then. */
  readonly asked: readonly string[];
}

/** An investigation of the caller's in which nobody has been asked. */
export interface UnaskedCase {
  readonly caseId: string;
  readonly number: string;
  /** When the investigation came to the caller. */
  readonly since: Date;
}

export interface NewInquiry {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly kind: InquiryForm;
  readonly toBranchId: string;
  readonly unitId: string;
  readonly representativeId: string | null;
  readonly deputyId: string | null;
  readonly deputyAsked: boolean;
  readonly categories: readonly Category[];
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  readonly askedBy: string;
  readonly dueAt: Date;
}

/** The case that one asks in, as far as asking needs it. */
export interface InquiryCase {
  readonly id: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly personId: string;
  readonly phase: Phase;
  readonly closed: boolean;
}

/** Questions to other houses: the asking house sees its own of a case, the asked house its own one. */
export abstract class InquiryStore {
  abstract findCase(caseId: string): Promise<InquiryCase | undefined>;
  abstract add(inquiry: NewInquiry): Promise<void>;
  abstract find(id: string): Promise<InquiryFacts | undefined>;
  /** Of a case, the newest first. */
  abstract findOfCase(caseId: string): Promise<InquiryFacts[]>;
  /** Those asked of the caller that stand, the most pressing first. */
  abstract findWaiting(): Promise<InquiryFacts[]>;
  /** Cases that the caller has got to investigate within the last days, in which nobody was ever asked; the latest first. */
  abstract findUnasked(since: Date): Promise<UnaskedCase[]>;
  /** Whom they are about, sealed, with the facts of the decision. */
  abstract findAsked(ids: readonly string[]): Promise<SealedAsked[]>;
  /** False when someone has answered since that version. */
  abstract answer(
    id: string,
    expectedVersion: number,
    answer: {
      readonly knowledge: Knowledge;
      readonly by: string;
      readonly at: Date;
      readonly itemIds: readonly string[];
    },
  ): Promise<boolean>;
  abstract markDeputyAsked(id: string, at: Date): Promise<void>;
  abstract end(id: string, how: InquiryEnd, at: Date): Promise<void>;
  /** Those that have ended by themselves and that nobody has been told of, each once; asked as the service `consents`. */
  abstract takeEnded(personId: string | null): Promise<EndedInquiry[]>;
}
