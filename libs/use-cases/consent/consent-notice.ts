/** The text that is put before families, in every language in which it is read; its hashes are held to the texts by a test. */
import { NOTICE_ID, NOTICE_VERSION } from '#domain/consent/notice.js';
import type { NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import type { Notice } from './consent.port.js';

/** SHA-256 of each version in each language. What somebody has read once stays here when the text has changed. */
const HASHES: Readonly<Record<string, Readonly<Record<NoticeLanguage, string>>>> = {
  '2026-11': {
    sv: '2f409a1afab15ded939fb3c8022b49649b87b96ab4007042e47a8f806aaf9437',
    'sv-simple': '38eb8abae81246e3553d440ee7e4ead3f8f27b7d4ae022eefd3a9dc89ae0c1a0',
    en: 'b81ab3750de16b06b6eefdfe8d01dcf6522305815d023de459739d87cd8a9bd3',
    ar: '37b07edff74ca3aced6de1dc9d203e4782c86e07cb0341ab81536943f77939c7',
    so: '06cde8c65bb9ffddb7d40d87e9dd93d83a61f08a8468b557802c6a1873b54a58',
  },
  '2026-11-2': {
    sv: '93afecd6eece5562f0761b02abd66a2b578bf71a474459af84832345854b1e7f',
    'sv-simple': 'ad46bcf91ad5dc26a8ea60492e1ba7d035eb61b91923ddd95f44f713d4ccf337',
    en: '2fc507c0cd14988625549d57c5c85031673b83c6f5b8a91f919e3c732b10be52',
    ar: '02f8ab21dea21da5519d4ef34fcc0b542419aadf87e19962d61ba0f0b24f26c7',
    so: 'b25f15ad0c58e07aee19932dac4e40641a12886e4f695f82a0d61cf158c483ee',
  },
};

/** A version in a language; undefined where it is none of ours, as in a register that was taken over. */
export const noticeHash = (version: string, language: NoticeLanguage): Buffer | undefined => {
  const hash = HASHES[version]?.[language];
  return hash === undefined ? undefined : Buffer.from(hash, 'hex');
};

/** A register on paper that is taken over had words of its own, which are on the papers and not here. */
export const PAPER_NOTICE: Notice = {
  id: 'pappersregister',
  version: '-',
  // SHA-256 of nothing.
  hash: Buffer.from('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex'),
};

/** In Swedish, which decides. */
export const CURRENT_NOTICE: Notice = {
  id: NOTICE_ID,
  version: NOTICE_VERSION,
  hash: noticeHash(NOTICE_VERSION, 'sv') ?? Buffer.alloc(0),
};

/** The texts that somebody can have read before giving a name to a consent: the one of the offer, and the one of today. */
export const noticesOf = ({ id, version }: Notice): readonly string[] =>
  id === NOTICE_ID && version !== NOTICE_VERSION ? [version, NOTICE_VERSION] : [NOTICE_VERSION];
