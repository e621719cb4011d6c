import type { NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';

/** A consent for one signer, as plain sentences in their language: what the paper that they sign says. */
export interface ConsentPaper {
  readonly reference: string;
  readonly language: NoticeLanguage;
  readonly title: string;
  readonly sentence: string;
  readonly about: string;
  readonly parties: readonly { readonly name: string; readonly direction: 'gives' | 'gets' | 'both' }[];
  readonly categories: readonly string[];
  readonly situations: readonly string[];
  /** Days, both included, written YYYY-MM-DD. */
  readonly period: { readonly from: string; readonly until: string };
  readonly ifYouSayNo: readonly string[];
  readonly cannotBeStopped: readonly string[];
  readonly howToWithdraw: readonly string[];
  readonly notice: { readonly version: string; readonly hash: string };
  readonly signers: readonly {
    readonly name: string;
    readonly role: string;
    readonly state: 'waiting' | 'signed' | 'refused' | 'withdrawn' | 'not-shown';
    readonly at: Date | null;
    readonly method: string | null;
  }[];
  readonly madeAt: Date;
}

/** Prints the paper that is signed: the same record gives the same bytes. */
export abstract class ConsentPrinter {
  /** `hash` is `sha-256:<hex>` of the PDF. */
  abstract print(paper: ConsentPaper): Promise<{ readonly pdf: Buffer; readonly hash: string }>;
}
