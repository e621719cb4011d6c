import type { ConsentScope, ConsentSigner } from '#domain/consent/consent.js';
import type { ConsentEventShown } from '#use-cases/consent/consent-lists.port.js';
import { noticesOf } from '#use-cases/consent/consent-notice.js';
import type { NoticeReadBy } from '#use-cases/consent/consent.port.js';
import type { ConsentLine, ConsentPage, SignerShown } from '#use-cases/consent/read-consents.js';
import type { FamilyHouse } from '#use-cases/family/family-facts.port.js';
import type { PersonShown } from '#use-cases/report/view-person.js';
import type {
  ConsentEventShownModel,
  ConsentHouse,
  ConsentLineShown,
  ConsentScopeShown,
  ConsentShown,
  ConsentSignerShown,
} from './consent.model.js';

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));
const scope = ({ from, to, categories, purposes }: ConsentScope): ConsentScopeShown => ({
  from,
  to,
  categories,
  purposes,
});

export function shownConsentLine({ facts, scope: now, names, people }: ConsentLine): ConsentLineShown {
  const { record } = facts;
  return {
    id: record.id,
    state: record.state,
    form: facts.form,
    now: scope(now),
    validFrom: new Date(record.validFrom),
    validUntil: new Date(record.validUntil),
    endedAt: facts.record.endedAt === null ? null : new Date(facts.record.endedAt),
    renews: record.renews,
    missing: record.state === 'draft' ? [] : names.missing.map((id) => people.get(id)?.name ?? ''),
    version: facts.version,
  };
}

export function shownConsent(page: ConsentPage): ConsentShown {
  const { facts, people } = page;
  const { record } = facts;
  return {
    ...shownConsentLine(page),
    caseId: facts.caseId,
    person: page.person,
    givenName: page.givenName,
    offered: scope(record.offered),
    situations: record.situations,
    apart: record.apart,
    why: page.why?.content.text ?? null,
    endReasons: page.endReasons?.content.text ?? null,
    noticeVersion: facts.notice.version,
    noticeVersions: noticesOf(facts.notice),
    createdAt: facts.createdAt,
    createdByName: page.createdByName,
    offeredAt: facts.offeredAt,
    withdrawnAt: date(record.withdrawnAt),
    signers: page.signers.map((signer) => shownSigner(signer, facts.read)),
    events: page.events.map((event) => shownEvent(event, people)),
    houses: page.houses.map((house) => shownHouse(house, page.houseNames)),
    longerReason: facts.longerReason,
    longest: page.longest,
  };
}

export const shownHouse = (
  { house, branchId, kind, branchName }: FamilyHouse,
  names: ReadonlyMap<string, string>,
): ConsentHouse => ({ written: house, branchId, kind, name: names.get(house) ?? branchName });

function shownSigner(
  { signer, person, isNeeded, receivedByName }: SignerShown,
  read: readonly NoticeReadBy[],
): ConsentSignerShown {
  const mine = read.find(({ personId }) => personId === signer.person);
  return {
    person,
    standsAs: signer.standsAs,
    isNeeded,
    ...standing(signer),
    method: signer.method,
    receivedByName,
    language: mine?.language ?? null,
    noticeVersion: mine?.version ?? null,
    refusedHouses: signer.refusals.houses,
    refusedCategories: signer.refusals.categories,
  };
}

function standing(signer: ConsentSigner): { readonly state: string; readonly at: Date | null } {
  if (signer.withdrawnAt !== null) return { state: 'withdrawn', at: date(signer.withdrawnAt) };
  if (signer.declinedAt !== null) return { state: 'declined', at: date(signer.declinedAt) };
  if (signer.signedAt !== null) return { state: 'signed', at: date(signer.signedAt) };
  return { state: 'waiting', at: null };
}

function shownEvent(event: ConsentEventShown, people: ReadonlyMap<string, PersonShown>): ConsentEventShownModel {
  const { signer, method, missing } = event.detail ?? {};
  const about = typeof signer === 'string' ? signer : event.byPerson;
  return {
    seq: event.seq,
    kind: event.kind,
    at: event.at,
    byStaffName: event.byStaffName,
    personName: about === null ? null : (people.get(about)?.name ?? null),
    method: typeof method === 'string' ? method : null,
    missing: typeof missing === 'number' ? missing : null,
  };
}
