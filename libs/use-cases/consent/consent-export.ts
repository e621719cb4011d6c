/** A consent as it leaves the program for another system: the record, its houses by name, and what has happened to it. */
import type { ConsentRecord } from '#domain/consent/consent.js';
import type { NoticeNoted } from './consent-lists.port.js';
import type { ConsentEvent, Notice, WrittenHouse } from './consent.port.js';

export interface ConsentExport {
  readonly record: ConsentRecord;
  readonly notice: Notice;
  /** Who read the notice in which language. */
  readonly read: readonly NoticeRead[];
  readonly jurisdiction: string;
  /** The house that asks, and answers for the record. */
  readonly asker: WrittenHouse;
  /** Every house that the record names. */
  readonly houses: readonly WrittenHouse[];
  readonly events: readonly ConsentEvent[];
  /** Years that the record is kept after its end (SoL 16:1). */
  readonly retentionYears: number;
  readonly madeAt: Date;
}

export interface NoticeRead {
  readonly personId: string;
  readonly language: string;
  readonly version: string;
  /** Of the text in that language; of the consent's own where a paper had other words. */
  readonly hash: Buffer;
}

/** Five years after the last note (SoL 16:1). */
export const RETENTION_YEARS = 5;

export const noticeReadBy = ({ personId, language, version, hash }: NoticeNoted, notice: Notice): NoticeRead =>
  version === null || hash === null
    ? { personId, language: 'sv', version: notice.version, hash: notice.hash }
    : { personId, language, version, hash };
