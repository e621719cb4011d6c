import { Injectable } from '@nestjs/common';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { ADULT, ageAt } from '#domain/disclosure/age.js';
import type { VerificationFault } from '#domain/e-id/decide-completion.js';
import { decideLink } from '#domain/family/family-link.js';
import { FAMILY_ABSOLUTE, FAMILY_IDLE } from '#domain/family/family-session.js';
import { ConsentStore } from '../consent/consent.port.js';
import { asConsents, situationOf } from '../consent/consent-step.js';
import { signConsent } from '../consent/sign-consent.js';
import type { EIdCollected } from '../e-id/e-id.port.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import { LookupHash } from '../gate/cipher.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { RequestOrigin } from '../sign-in/acting-caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { EIdOrderStore, type EIdOrderFacts } from './e-id-order.port.js';
import { FamilyLinkStore, FamilySessionStore, type FamilySessionFacts } from './family-access.port.js';
import { FamilyFacts } from './family-facts.port.js';
import { factsOf } from './open-family-door.js';
import { asFamilyService, familyCaller, isLive } from './resolve-family-session.js';

type Complete = Extract<EIdCollected, { status: 'complete' }>;

/**
 * What a verified answer does, each in one transaction that first takes the order from everybody else: a person becomes
 * known in a new session, or a name is written with what it stands on (ASVS 7.2.4; OSL 12:2).
 */
@Injectable()
export class FinishEIdOrder {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
    private readonly lookup: LookupHash,
    private readonly seal: Seal,
  ) {}

  /** Answers the new session's cookie; null when it was another than the one the link was made for, or somebody was before. */
  async identify(order: EIdOrderFacts, { signer }: Complete, from: RequestOrigin): Promise<string | null> {
    const door = await this.sessionOf(order, from);
    return this.asCaller.run(familyCaller(door, from), async (tx) => {
      const opened = await tx.asService('family', (service) => this.letIn(service, order, signer.personalNumber));
      if (!opened) return null;
      const detail = { sessionId: opened.session.id, link: door.linkId };
      await tx
        .of(LedgerStore)
        .record([{ action: 'sign-in', outcome: 'done', personId: door.personId, ground: 'e-id', detail }]);
      return opened.token;
    });
  }

  /** Writes the name and what it stands on, or throws why it cannot stand; nothing is left half done. */
  async sign(order: EIdOrderFacts, { signer, evidence }: Complete, from: RequestOrigin): Promise<void> {
    const document = order.document === null ? null : this.tokens.unseal(order.document);
    const { consentId } = order;
    if (consentId === null || document === null) throw new Failure('E_ID_OUR_FAULT');
    const session = await this.sessionOf(order, from);
    await this.asCaller.run(familyCaller(session, from), async (tx) => {
      const taken = await tx.asService('family', async (service) => {
        const held = await this.take(service, order.id);
        if (!held) return undefined;
        const number = this.lookup.ofNumber(signer.personalNumber);
        if (!(await service.of(FamilyFacts).hasNumber(order.personId, number))) throw new Failure('FAMILY_NOT_YOURS');
        return held;
      });
      if (!taken) return;
      const consent = await tx.of(ConsentStore).find(consentId);
      if (!consent) throw new Failure('CONSENT_NOT_OPEN');
      await signConsent(tx, {
        consentId,
        personId: order.personId,
        method: 'e-id',
        language: order.language,
        // Of an order that was begun before its text was noted, the text of today.
        noticeVersion: order.noticeVersion ?? NOTICE_VERSION,
        refusals: { ...order.refusals, houses: await housesPointedAt(tx, order, session.municipalityId) },
        receivedBy: null,
      });
      const signature = Buffer.from(JSON.stringify(evidence));
      const about = consent.record.person;
      const evidenceId = await this.keep(tx, order, {
        about,
        kind: 'e-id',
        mediaType: 'application/json',
        bytes: signature,
      });
      const pdf = Buffer.from(document, 'base64');
      await this.keep(tx, order, { about, kind: 'document', mediaType: 'application/pdf', bytes: pdf });
      await tx.asService('family', (service) =>
        service.of(EIdOrderStore).end(order.id, { state: 'complete', message: null, next: null, evidenceId }),
      );
    });
  }

  /** An answer came that does not hold: it signs nothing, and a reviewer sees that it came. */
  async refuse(order: EIdOrderFacts, fault: VerificationFault, from: RequestOrigin): Promise<void> {
    await this.asCaller.run(asFamilyService(from.requestId), async (tx) => {
      const session = await tx.of(FamilySessionStore).find(order.sessionId);
      await recordRefusal(tx, order, session?.municipalityId ?? null, fault);
    });
  }

  /**
   * A signature that holds came, and cannot stand any more: that ends the order. It counts for nothing, so it is not kept; that it came, why it does not
   * count and the digest of what came are, for whoever is shown it later.
   */
  async comeTooLate(order: EIdOrderFacts, { evidence }: Complete, why: Failure, from: RequestOrigin): Promise<void> {
    const sha256 = this.seal.digest(Buffer.from(JSON.stringify(evidence))).toString('hex');
    await this.asCaller.run(asFamilyService(from.requestId), async (tx) => {
      if ((await tx.of(EIdOrderStore).findForChange(order.id))?.state !== 'pending') return;
      const session = await tx.of(FamilySessionStore).find(order.sessionId);
      await recordRefusal(tx, order, session?.municipalityId ?? null, why.code, { evidenceSha256: sha256 });
      await tx.of(EIdOrderStore).end(order.id, { state: 'refused', message: null, next: null, failure: why.code });
    });
  }

  private async sessionOf(order: EIdOrderFacts, { requestId }: RequestOrigin): Promise<FamilySessionFacts> {
    const session = await this.asCaller.run(asFamilyService(requestId), (tx) =>
      tx.of(FamilySessionStore).find(order.sessionId),
    );
    if (!session) throw notFound();
    return session;
  }

  /** Whoever has said who they are, if it is the one the link was made for; another learns nothing of whose it is. */
  private async letIn(tx: CallerTransaction, order: EIdOrderFacts, personalNumber: string) {
    const taken = await this.take(tx, order.id);
    if (!taken) return undefined;
    const { session } = taken;
    const links = tx.of(FamilyLinkStore);
    const link = await links.findForChange(session.linkId);
    if (!link || decideLink(factsOf(link), tx.now.getTime()).outcome !== 'open') {
      await refuseOrder(tx, order, session, { ground: 'family-link-over', failure: 'FAMILY_LINK_OVER' });
      return undefined;
    }
    const facts = tx.of(FamilyFacts);
    const personId = await facts.findKept(session.personId);
    if (!(await facts.hasNumber(personId, this.lookup.ofNumber(personalNumber)))) {
      await links.countWrong(link.id);
      await refuseOrder(tx, order, session, { ground: 'another-signer', failure: 'FAMILY_NOT_YOURS' });
      return undefined;
    }
    await links.use(link.id);
    await tx.of(EIdOrderStore).end(order.id, { state: 'complete', message: null, next: null });
    await tx.of(FamilySessionStore).end(session.id, 'identified');
    return this.openSession(tx, { ...session, personId }, personalNumber);
  }

  /** The order and its browser, taken from everybody else; undefined when somebody was before. */
  private async take(tx: CallerTransaction, id: string): Promise<{ readonly session: FamilySessionFacts } | undefined> {
    const order = await tx.of(EIdOrderStore).findForChange(id);
    if (order?.state !== 'pending') return undefined;
    const session = await tx.of(FamilySessionStore).find(order.sessionId);
    if (session && isLive(session, tx.now)) return { session };
    await tx.of(EIdOrderStore).end(id, { state: 'cancelled', message: 'cancelled', next: 'begin-anew' });
    return undefined;
  }

  private async openSession(tx: CallerTransaction, door: FamilySessionFacts, personalNumber: string) {
    const { subject, facts } = await situationOf(tx, door.personId);
    const { token, hash } = this.tokens.make();
    const now = tx.now.getTime();
    const session: FamilySessionFacts = {
      ...door,
      id: tx.newId(),
      identifiedAt: tx.now,
      // Of a child one asks that they say themselves that it is they who hold the telephone.
      ownStepAt: ageAt(subject.born, facts.asOf) >= ADULT ? tx.now : null,
      holder: this.tokens.seal(personalNumber),
      idleUntil: new Date(now + FAMILY_IDLE),
      expiresAt: new Date(now + FAMILY_ABSOLUTE),
    };
    await tx.of(FamilySessionStore).add({ ...session, tokenHash: hash });
    return { token, session };
  }

  private async keep(
    tx: CallerTransaction,
    order: EIdOrderFacts,
    what: {
      readonly about: string;
      readonly kind: 'e-id' | 'document';
      readonly mediaType: string;
      readonly bytes: Buffer;
    },
  ): Promise<string> {
    const id = tx.newId();
    const sealed = await asConsents(tx, (service) =>
      this.seal.evidence(service, { personId: what.about, row: id }, what.bytes),
    );
    await tx.of(ConsentStore).addEvidence({
      id,
      consentId: order.consentId ?? '',
      signerId: order.personId,
      kind: what.kind,
      mediaType: what.mediaType,
      keyPersonId: what.about,
      ...sealed,
    });
    return id;
  }
}

/** As the order points at them, by name or by row: what was begun stands though the person has become protected since. */
async function housesPointedAt(
  tx: CallerTransaction,
  { refusals }: EIdOrderFacts,
  municipalityId: string,
): Promise<string[]> {
  if (refusals.houses.length === 0) return [];
  const houses = await asConsents(tx, (service) => service.of(FamilyFacts).findHouses(municipalityId));
  return refusals.houses.map(
    (key) => houses.find(({ house, branchId }) => house === key || branchId === key)?.house ?? '',
  );
}

async function refuseOrder(
  tx: CallerTransaction,
  order: EIdOrderFacts,
  session: FamilySessionFacts,
  why: { readonly ground: string; readonly failure: string },
): Promise<void> {
  await tx
    .of(EIdOrderStore)
    .end(order.id, { state: 'refused', message: 'another-signer', next: 'begin-anew', failure: why.failure });
  await recordRefusal(tx, order, session.municipalityId, why.ground);
}

const recordRefusal = (
  tx: CallerTransaction,
  order: EIdOrderFacts,
  municipalityId: string | null,
  ground: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> =>
  tx.of(LedgerStore).record([
    {
      action: order.purpose === 'identify' ? 'sign-in' : 'refuse',
      outcome: 'refuse',
      municipalityId,
      personId: order.personId,
      ground,
      detail: { order: order.id, ...(order.consentId === null ? {} : { consentId: order.consentId }), ...more },
    },
  ]);
