import { NOTICE_VERSION } from '#domain/consent/notice.js';
import type { NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import type { WrittenNotice } from '#domain/consent/notice-words/write-notice.js';
import type { ShownMeeting } from '#domain/family/shown-meeting.js';
import { keyOf, knownNames } from '#use-cases/family/known-houses.js';
import type { FamilyConsent as ConsentRead } from '#use-cases/family/family-consents.js';
import type { FamilyQuestion as QuestionRead } from '#use-cases/family/ask-family-question.js';
import type { Followed } from '#use-cases/family/follow-e-id-order.js';
import { failureSentence } from '../graphql/failure-texts.js';
import type {
  FamilyConsent,
  FamilyMeeting,
  FamilyNames,
  FamilyNoticeText,
  FamilyOrder,
  FamilyOwnName,
  FamilyQuestion,
} from './family.model.js';

/** `marks`: of whom it is about, and of the text that would be signed. */
export function consentShown(
  read: ConsentRead,
  marks: Pick<FamilyConsent, 'text'> & { readonly aboutId: string },
): FamilyConsent {
  const { facts, shown } = read;
  const { record } = facts;
  const { listed } = shown;
  const names = knownNames(read);
  const left = new Set([...shown.scope.from, ...shown.scope.to]);
  const kinds = new Map(read.houses.map(({ house, kind }) => [house, kind]));
  const kept = new Set(shown.scope.categories);
  const asker = read.houses.find(({ branchId }) => branchId === facts.branchId);
  return {
    id: record.id,
    state: shown.state,
    form: facts.form,
    about: { id: marks.aboutId, isMe: read.isAboutMe, givenName: read.aboutName?.givenName ?? null },
    why: read.why,
    askedBy: names.get(asker?.house ?? '') ?? '',
    houses: [...new Set([...listed.from, ...listed.to])].map((house) => ({
      house: keyOf(house, read),
      kind: kinds.get(house) ?? '',
      name: names.get(house) ?? '',
      tells: listed.from.includes(house),
      isTold: listed.to.includes(house),
      takenAway: !left.has(house),
      mine: shown.mine.houses.includes(house),
    })),
    categories: listed.categories.map((category) => ({
      category,
      takenAway: !kept.has(category),
      mine: shown.mine.categories.includes(category),
    })),
    purposes: [...record.offered.purposes],
    situations: [...record.situations],
    validFrom: new Date(record.validFrom),
    validUntil: new Date(record.validUntil),
    longerReason: facts.longerReason,
    offeredAt: facts.offeredAt,
    myName: ownName(read),
    otherNames: read.others.map(({ signer, name }) => ({
      givenName: name?.givenName ?? null,
      standsAs: signer.standsAs,
      hasSigned: signer.hasSigned,
    })),
    names: namesCounted(read),
    allNames: shown.allNames,
    renews: record.renews,
    maySign: shown.state === 'asks-you',
    mayNarrow: shown.mayNarrow,
    mayWithdraw: shown.mayWithdraw,
    mayAskRenewal: shown.state === 'holds' || shown.state === 'expired',
    isRenewalAsked: read.isRenewalAsked,
    text: marks.text,
    documentAddress: read.documentId === null ? null : `/documents/family/${read.documentId}`,
    notice: { id: facts.notice.id, version: versionRead(read) },
  };
}

/** What I have read, or shall read if I sign now. */
const versionRead = ({ facts, me }: ConsentRead): string =>
  facts.read.find(({ personId }) => personId === me.person)?.version ?? NOTICE_VERSION;

function ownName({ me }: ConsentRead): FamilyOwnName {
  const at = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
  const rest = { method: me.method, standsAs: me.standsAs };
  if (me.withdrawnAt !== null) return { state: 'withdrawn', at: at(me.withdrawnAt), ...rest };
  if (me.declinedAt !== null) return { state: 'declined', at: at(me.declinedAt), ...rest };
  return { state: me.signedAt === null ? 'waiting' : 'signed', at: at(me.signedAt), ...rest };
}

/** Told only where every one of the others is: a number that does not add up would tell of somebody. */
function namesCounted({ shown, facts }: ConsentRead): FamilyNames | null {
  const others = shown.others.length;
  if (others === 0 || others !== facts.record.signers.length - 1) return null;
  const have = shown.others.filter(({ hasSigned }) => hasSigned).length + (shown.signedAt === null ? 0 : 1);
  return { needed: others + 1, have };
}

export const noticeShown = (notice: WrittenNotice, language: NoticeLanguage): FamilyNoticeText => ({
  language,
  ...notice,
});

export function orderShown({ order, code, startLink }: Followed, language: 'sv' | 'en'): FamilyOrder {
  const pending = order.state === 'pending';
  return {
    id: order.id,
    purpose: order.purpose,
    consentId: order.consentId,
    state: order.state,
    start: order.start,
    startLink: pending ? startLink : null,
    code: pending ? code : null,
    message: order.message ?? (pending ? 'start-app' : null),
    next: order.next ?? (pending ? 'wait' : null),
    failure: order.failure,
    failureText: order.failure === null ? null : failureSentence(language, order.failure),
    refusedHouses: [...order.refusals.houses],
    refusedCategories: [...order.refusals.categories],
    language: order.language,
  };
}

export const meetingShown = ({ consentId, startsAt, endsAt }: ShownMeeting): FamilyMeeting => ({
  consentId,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

export const questionShown = ({ row, text }: QuestionRead): FamilyQuestion => ({
  id: row.id,
  consentId: row.consentId,
  askedAt: row.sentAt,
  text,
  answeredAt: row.answeredAt,
});
