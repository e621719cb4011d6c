/**
 * What every step of a consent leaves behind, in its own transaction: an event, a line in the ledger, a word to every
 * screen that shows it or what it opened, and, when it opens less, a notice to those who may use it no longer.
 */
import { coversAll, scopeHeld, type ConsentScope } from '#domain/consent/consent.js';
import { hasEnded, isInForce, type ConsentState } from '#domain/consent/consent-states.js';
import { scopesHeld, whatEnded, type Ended } from '#domain/consent/what-ended.js';
import { recheckConsent, type Recheck } from '#domain/consent/recheck-consent.js';
import { takeBackLinksAtEnd } from '../family/take-back-links.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Caller } from '../gate/caller.js';
import { tellTables } from '../hub/end-unreached.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { lapseOf, soonest } from './agreement-of-consent.js';
import { asConsents } from './as-consents.js';
import { keepRenewal } from './consent-deadline.js';
import { endWhatIsUnreached } from './recheck-seats.js';
import {
  ConsentStore,
  type ConsentFacts,
  type ConsentHappening,
  type ConsentMove,
  type SigningSituation,
} from './consent.port.js';

export { asConsents };

/** The consent, locked, or the same answer for what is not there and what is not the caller's. */
export async function requireConsent(
  tx: CallerTransaction,
  id: string,
  expectedVersion?: number,
): Promise<ConsentFacts> {
  const consent = await tx.of(ConsentStore).findForChange(id);
  if (!consent) throw notFound();
  if (expectedVersion !== undefined && consent.version !== expectedVersion) throw new Failure('CONFLICT');
  return consent;
}

/** Read by the platform itself: a family member's own rows do not say who else has custody. */
export const situationOf = (tx: CallerTransaction, personId: string): Promise<SigningSituation> =>
  asConsents(tx, (service) => service.of(ConsentStore).getSituation(personId));

/** When time alone will next change what this consent is worth, after the change that has just been written. */
export async function lookAgainAt(tx: CallerTransaction, consent: ConsentFacts, state: ConsentState): Promise<Recheck> {
  const after = await tx.of(ConsentStore).find(consent.record.id);
  const { subject, facts } = await situationOf(tx, consent.record.person);
  return recheckConsent({ ...(after ?? consent).record, state }, subject, facts);
}

export interface ConsentStepDone {
  /** As it was before the step, with every name: what it held then decides who learns of it. */
  readonly consent: ConsentFacts;
  readonly move: Omit<ConsentMove, 'recheckAt'>;
  readonly happening: Omit<ConsentHappening, 'state'>;
  /** True when someone may be told less than a moment ago. */
  readonly opensLess?: boolean;
  /** Whose deed it is where the platform takes the step for them. */
  readonly by?: Caller;
}

/** Writes the step and tells of it; answers the state that was reached. */
export async function recordConsentStep(tx: CallerTransaction, done: ConsentStepDone): Promise<ConsentState> {
  const { consent, move, happening } = done;
  const { record } = consent;
  const { nextAt } = await lookAgainAt(tx, consent, move.state);
  const ended = hasEnded(move.state);
  await tx.of(ConsentStore).move(record.id, {
    ...move,
    ...(ended ? { endedAt: tx.now } : {}),
    recheckAt: ended ? null : soonest(nextAt, (await lapseOf(tx, consent)).nextAt),
  });
  await tx.of(ConsentStore).addEvent(record.id, { ...happening, state: move.state });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      municipalityId: consent.municipalityId,
      personId: record.person,
      caseId: consent.caseId,
      ground: 'consent',
      detail: { ...happening.detail, deed: `consent-${happening.kind}`, consentId: record.id, state: move.state },
    },
  ]);
  const before = scopeHeld(record, tx.now.getTime());
  await keepRenewal(tx, record.id, done.by);
  await tellScreens(tx, consent, before);
  if (ended) await takeBackLinksAtEnd(tx, consent);
  if (done.opensLess) {
    await tellReceivers(tx, consent, { before, kind: happening.kind, state: move.state });
    await endWhatIsUnreached(tx, record.person);
  }
  return move.state;
}

/** Screens of the consent itself, and of every house that it reached or reaches now: they look again at what they show. */
async function tellScreens(tx: CallerTransaction, consent: ConsentFacts, before: ConsentScope | null): Promise<void> {
  const { id } = consent.record;
  const now = await asConsents(tx, (service) => service.of(ConsentStore).find(id));
  const after = now ? scopeHeld(now.record, tx.now.getTime()) : null;
  const branches = await branchesOf(tx, consent, [before, after]);
  await tx
    .of(OutboxStore)
    .put([
      { topic: `live:consent:${id}`, payload: { consentId: id } },
      { topic: `live:consents:${consent.caseId}`, payload: { consentId: id } },
      ...caseNews(consent.caseId, { sight: [...branches, consent.branchId] }),
    ]);
  if (before ?? after) await tellTables(tx, consent.record.person);
}

/**
 * The own house is told what happened. Of the others those for whom something ended are told that they may use it no longer:
 * nobody whom it never reached, nor anybody who keeps all that they had. What was lawfully given stays in the record.
 */
async function tellReceivers(
  tx: CallerTransaction,
  consent: ConsentFacts,
  what: { readonly before: ConsentScope | null; readonly kind: string; readonly state: ConsentState },
): Promise<void> {
  const isOver = what.before !== null && !isInForce(what.state);
  const ended = what.before ? await endedFor(tx, consent, what.before) : new Map<string, Ended>();
  const working = await asConsents(tx, (service) =>
    service.of(ConsentStore).findWorking(consent.caseId, [...new Set([...ended.keys(), consent.branchId])]),
  );
  const isOverFor = (branchId: string): boolean =>
    branchId === consent.branchId ? isOver && what.state !== 'renewed' : ended.get(branchId) === 'over';
  for (const over of [true, false])
    await notify(tx, {
      staffIds: working.filter(({ branchId }) => isOverFor(branchId) === over).map(({ staffId }) => staffId),
      kind: over ? 'consent-over' : 'consent-changed',
      effectKey: `consent:${consent.record.id}:${what.kind}:${consent.version}`,
      caseId: consent.caseId,
    });
}

/** By branch id, beside every other consent that is in force about the person. */
async function endedFor(
  tx: CallerTransaction,
  { record, municipalityId }: ConsentFacts,
  before: ConsentScope,
): Promise<ReadonlyMap<string, Ended>> {
  const { inForce, houses } = await asConsents(tx, async (service) => ({
    inForce: (await service.of(ConsentStore).findInForceAbout(record.person)).map((one) => one.record),
    houses: await service.of(ConsentStore).findHouses(municipalityId),
  }));
  const asOf = tx.now.getTime();
  const still = inForce.find(({ id }) => id === record.id);
  const own = still ? scopeHeld(still, asOf) : null;
  // The consent says the same as before: it is a party or an agreement that has gone, and all who are named in it look again.
  const isOutside = own !== null && coversAll(own, before);
  const ended = isOutside
    ? new Map([...before.from, ...before.to].map((house): [string, Ended] => [house, 'less']))
    : whatEnded(before, scopesHeld(inForce, asOf));
  return new Map(
    houses.flatMap(({ house, branchId }): [string, Ended][] => {
      const how = ended.get(house);
      return how ? [[branchId, how]] : [];
    }),
  );
}

async function branchesOf(
  tx: CallerTransaction,
  consent: ConsentFacts,
  scopes: readonly (ConsentScope | null)[],
): Promise<string[]> {
  const reached = new Set(scopes.flatMap((scope) => (scope ? [...scope.from, ...scope.to] : [])));
  if (reached.size === 0) return [];
  const houses = await asConsents(tx, (service) => service.of(ConsentStore).findHouses(consent.municipalityId));
  return houses.filter(({ house }) => reached.has(house)).map(({ branchId }) => branchId);
}
