/** What a family reads is kept word for word from when it is put before them, so that it can be shown again (OSL 12:2). */
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';
import { noticeTextOf } from '#domain/consent/notice-words/notice-text.js';
import { NOTICE_WORDS } from '#domain/consent/notice-words/write-notice.js';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { asConsents } from './as-consents.js';
import { noticeHash } from './consent-notice.js';
import { NoticeTexts, type KeptNotice } from './notice-texts.port.js';

const CURRENT: readonly KeptNotice[] = NOTICE_LANGUAGES.flatMap((language) => {
  const hash = noticeHash(NOTICE_VERSION, language);
  return hash ? [{ version: NOTICE_VERSION, language, text: noticeTextOf(NOTICE_WORDS[language]), hash }] : [];
});

/** The text of today in all its languages. */
export const keepNotice = (tx: CallerTransaction): Promise<void> =>
  asConsents(tx, (service) => service.of(NoticeTexts).keep(CURRENT));

/** The text that somebody has read, which must be one that was put before families. */
export async function requireNotice(tx: CallerTransaction, version: string, language: string): Promise<KeptNotice> {
  if (version === NOTICE_VERSION) await keepNotice(tx);
  const kept = await tx.of(NoticeTexts).find(version, language);
  if (!kept) throw new Failure('NOTICE_UNKNOWN', 'noticeVersion');
  return kept;
}
