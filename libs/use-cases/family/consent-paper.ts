/**
 * What one signer reads, and signs, about one consent: the same words on the page, in the app and on the paper, built here
 * from the consent and from nothing that a browser sends but what is taken away (OSL 12:2; eIDAS 26).
 */
import { scopeNow, type ConsentScope, type Refusals } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { withRefusals } from '#domain/consent/sign-consent.js';
import { fillNotice } from '#domain/consent/notice-words/fill-notice.js';
import type { NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import type { NoticeText } from '#domain/consent/notice-words/notice-text.js';
import {
  categoryWords,
  NOTICE_WORDS,
  noticeAsText,
  type WrittenNotice,
} from '#domain/consent/notice-words/write-notice.js';
import { withoutMarks } from '#domain/e-id/signing-text.js';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { noticeHash } from '../consent/consent-notice.js';
import { Failure } from '../failure.js';
import type { ConsentPaper } from './consent-printer.port.js';
import type { FamilyConsent } from './family-consents.js';
import { knownNames } from './known-houses.js';

export interface SigningText {
  readonly notice: WrittenNotice;
  /** What stands in the app above the button, word for word. */
  readonly visible: string;
  readonly paper: ConsentPaper;
}

/** `kept` is an earlier text that is written out again as it was. */
export function writeSigningText(
  consent: FamilyConsent,
  refusals: Refusals,
  language: NoticeLanguage,
  kept?: NoticeText,
): SigningText {
  const { facts, isAboutMe } = consent;
  const scope = scopeAfter(consent, refusals);
  const names = knownNames(consent);
  const asked = {
    scope,
    situations: facts.record.situations,
    validUntil: facts.record.validUntil,
    longerReason: facts.longerReason,
    houseNames: names,
    givenName: consent.aboutName ? withoutMarks(consent.aboutName.givenName) : null,
    isAboutReader: isAboutMe,
  };
  const notice = fillNotice(asked, { ...NOTICE_WORDS[language], ...kept });
  return { notice, visible: noticeAsText(notice), paper: paperOf(consent, { scope, notice, names, language }) };
}

/** What would be left when this signer takes more away; what others took is known only where it may be. */
function scopeAfter({ facts, me, shown }: FamilyConsent, refusals: Refusals): ConsentScope {
  const known = facts.record.apart ? { ...facts.record, signers: [me] } : facts.record;
  const after = withRefusals(known, me.person, refusals);
  if (!after) throw new Failure('PART_UNKNOWN');
  return shown.state === 'asks-you' ? scopeNow(after) : shown.scope;
}

function paperOf(
  { facts, isAboutMe, aboutName, myName, me }: FamilyConsent,
  written: {
    readonly scope: ConsentScope;
    readonly notice: WrittenNotice;
    readonly names: ReadonlyMap<string, string>;
    readonly language: NoticeLanguage;
  },
): ConsentPaper {
  const { scope, notice, names, language } = written;
  const words = NOTICE_WORDS[language];
  const { record } = facts;
  const fullName = (name: typeof myName): string | null => (name ? `${name.givenName} ${name.familyName}` : null);
  const day = (instant: number): string => formatCivilDay(civilDayOf(instant));
  return {
    reference: record.id,
    language,
    title: notice.title,
    sentence: notice.sentence,
    about: fullName(aboutName) ?? (isAboutMe ? words.standsAs.subject : words.theChild),
    parties: [...new Set([...scope.from, ...scope.to])].map((house) => ({
      name: names.get(house) ?? '',
      direction: scope.from.includes(house) ? (scope.to.includes(house) ? 'both' : 'gives') : 'gets',
    })),
    categories: categoryWords(scope.categories, language),
    situations: record.situations.map((one) => words.situation[one]),
    period: { from: day(record.validFrom), until: day(record.validUntil - 1) },
    ifYouSayNo: [notice.no],
    cannotBeStopped: [notice.duties],
    howToWithdraw: [notice.withdraw, notice.seen],
    // The text as it is written here, which is what is read, in the language in which it is read.
    notice: {
      version: NOTICE_VERSION,
      hash: (noticeHash(NOTICE_VERSION, language) ?? facts.notice.hash).toString('hex'),
    },
    // Each signer's paper has their own name alone: whose else is asked is not theirs to carry around.
    signers: [
      {
        name: fullName(myName) ?? words.standsAs[me.standsAs],
        role: words.standsAs[me.standsAs],
        state: 'waiting',
        at: null,
        method: null,
      },
    ],
    madeAt: facts.offeredAt ?? facts.createdAt,
  };
}
