/**
 * What a consent says on paper: plain sentences in the signer's language, made by the caller out of what was released to
 * them. Nothing in it comes from a clock or from chance, so that the same consent is the same document, byte for byte,
 * and its hash can be signed (OSL 10:1, 12:2; eIDAS 26).
 */

/** `sv-simple` is easy-read Swedish. */
export const DOCUMENT_LANGUAGES = ['sv', 'sv-simple', 'en', 'ar', 'so'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** Which way information goes: from them, to them, or both. */
export type PartyDirection = 'gives' | 'gets' | 'both';

/** `not-shown`: this reader may not know whether the other has signed. */
export type SignerState = 'waiting' | 'signed' | 'refused' | 'withdrawn' | 'not-shown';

export interface DocumentSigner {
  readonly name: string;
  /** Such as "vårdnadshavare", in the document's language. */
  readonly role: string;
  readonly state: SignerState;
  readonly at: Date | null;
  /** Such as "BankID", "papper", "muntligt", in the document's language; null while nothing is signed. */
  readonly method: string | null;
}

export interface ConsentDocument {
  /** Stands in the foot of every page: which consent, and which version of it. */
  readonly reference: string;
  readonly language: DocumentLanguage;
  readonly title: string;
  /** "X may talk with Y about Z until …" */
  readonly sentence: string;
  /** Whom it is about, as this reader may see them. */
  readonly about: string;
  readonly parties: readonly { readonly name: string; readonly direction: PartyDirection }[];
  readonly categories: readonly string[];
  /** In which situations they may talk. */
  readonly situations: readonly string[];
  /** Days, both included, written YYYY-MM-DD. */
  readonly period: { readonly from: string; readonly until: string };
  readonly ifYouSayNo: readonly string[];
  readonly cannotBeStopped: readonly string[];
  readonly howToWithdraw: readonly string[];
  /** The text that explained it: which version, and the hash of its words. */
  readonly notice: { readonly version: string; readonly hash: string };
  readonly signers: readonly DocumentSigner[];
  /** When this version of the consent was made, by its own record. */
  readonly madeAt: Date;
}
