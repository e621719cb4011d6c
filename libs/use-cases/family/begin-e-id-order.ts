import { Injectable } from '@nestjs/common';
import { NO_REFUSALS, type Refusals } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import type { NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import { decideSigning } from '#domain/consent/sign-consent.js';
import type { EIdCallFault } from '#domain/e-id/call-fault.js';
import type { EIdStart } from '#domain/e-id/hint.js';
import { situationOf } from '../consent/consent-step.js';
import { keepNotice } from '../consent/keep-notice.js';
import { metBy } from '../consent/met-by.js';
import { SIGNING_CODES, wholeRecord } from '../consent/sign-consent.js';
import { EIdentification, EIdRefused, type EIdOrder, type EIdQuestion } from '../e-id/e-id.port.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { ConsentPrinter } from './consent-printer.port.js';
import { writeSigningText } from './consent-paper.js';
import { EIdOrderStore, type EIdOrderFacts, type NewEIdOrder } from './e-id-order.port.js';
import type { FamilySessionFacts } from './family-access.port.js';
import { FamilyConsents } from './family-consents.js';
import { FamilyFacts } from './family-facts.port.js';
import { FamilyMark } from './family-mark.js';
import { writtenBy } from './known-houses.js';
import { asFamilyService, type LiveFamily } from './resolve-family-session.js';

export interface OrderAsked {
  readonly start: EIdStart;
  /** Where the app sends the person back to. */
  readonly returnUrl: string;
  readonly origin: string;
  readonly requestId: string;
}

export interface SigningAsked extends OrderAsked {
  readonly consentId: string;
  readonly refusals: Refusals;
  readonly language: NoticeLanguage;
  /** The mark of the text that was read; null where the page is not told which. */
  readonly read: string | null;
}

const CALL_CODES: Readonly<Record<EIdCallFault, string>> = {
  'already-in-progress': 'E_ID_ALREADY_IN_PROGRESS',
  maintenance: 'E_ID_AWAY',
  'timed-out': 'E_ID_AWAY',
  unavailable: 'E_ID_AWAY',
  misconfigured: 'E_ID_OUR_FAULT',
  'unknown-order': 'E_ID_AWAY',
  'not-set-up': 'E_ID_OUR_FAULT',
};

/** What stands in the app when somebody only says who they are. */
const IDENTIFY = { sv: 'Visa vem du är, hos', en: 'Show who you are, to' } as const;

/** Begins an order at the e-identification for the browser that asks, and for no other (ASVS 6.6.2). */
@Injectable()
export class BeginEIdOrder {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly eId: EIdentification,
    private readonly tokens: SessionTokens,
    private readonly consents: FamilyConsents,
    private readonly printer: ConsentPrinter,
    private readonly marks: FamilyMark,
  ) {}

  async identify({ session }: LiveFamily, asked: OrderAsked): Promise<EIdOrderFacts> {
    const service = asFamilyService(asked.requestId);
    const town = await this.asCaller.run(service, (tx) => tx.of(FamilyFacts).getTown(session.municipalityId));
    const language = appLanguage(session.language);
    return this.begin(session, asked, {
      question: {
        purpose: 'identify',
        expectedPersonalNumber: null,
        visibleText: `${IDENTIFY[language]} ${town.name}.`,
        nonVisibleData: `link ${session.linkId}`,
        ...where(asked),
        language,
      },
      order: {
        consentId: null,
        language: session.language,
        noticeVersion: null,
        refusals: NO_REFUSALS,
        document: null,
      },
    });
  }

  /** Signing is begun only where the name could stand now, so that nobody signs in vain. */
  async sign(live: LiveFamily & { readonly caller: FamilyCaller }, asked: SigningAsked): Promise<EIdOrderFacts> {
    const { caller, session } = live;
    const consent = await this.consents.find(caller, asked.consentId);
    const { facts } = consent;
    const refusals = {
      houses: asked.refusals.houses.map((key) => writtenBy(key, consent)),
      categories: asked.refusals.categories,
    };
    const decision = await this.asCaller.run(caller, async (tx) => {
      await keepNotice(tx);
      const situation = await situationOf(tx, facts.record.person);
      const record = await metBy(tx, await wholeRecord(tx, facts), caller.personId);
      return decideSigning(record, { person: caller.personId, refusals }, situation);
    });
    if (decision.outcome === 'refused') throw new Failure(SIGNING_CODES[decision.code]);
    // What was read is what is signed: where somebody has changed it meanwhile, it is read again first.
    if (asked.read !== null && asked.read !== this.marks.ofText(consent)) throw new Failure('CONFLICT');
    const text = writeSigningText(consent, refusals, asked.language);
    const { pdf, hash } = await this.printer.print(text.paper);
    const holder = session.holder === null ? null : this.tokens.unseal(session.holder);
    if (holder === null) throw new Failure('FAMILY_SIGN_IN_REQUIRED');
    return this.begin(session, asked, {
      question: {
        purpose: 'sign',
        expectedPersonalNumber: holder,
        visibleText: text.visible,
        nonVisibleData: hash,
        ...where(asked),
        language: appLanguage(asked.language),
      },
      order: {
        consentId: asked.consentId,
        language: asked.language,
        noticeVersion: NOTICE_VERSION,
        refusals: asked.refusals,
        document: this.tokens.seal(pdf.toString('base64')),
      },
    });
  }

  /** The newest order of a browser, so that a page that was left finds it again. */
  newestOf({ session }: LiveFamily, requestId: string): Promise<EIdOrderFacts | undefined> {
    return this.asCaller.run(asFamilyService(requestId), (tx) => tx.of(EIdOrderStore).findNewestOfSession(session.id));
  }

  async cancel({ session }: LiveFamily, id: string, requestId: string): Promise<EIdOrderFacts> {
    const service = asFamilyService(requestId);
    const { before, after } = await this.asCaller.run(service, async (tx) => {
      const orders = tx.of(EIdOrderStore);
      const order = await orders.findForChange(id);
      if (!order || order.sessionId !== session.id) throw notFound();
      await orders.end(id, { state: 'cancelled', message: 'you-cancelled', next: 'begin-anew' });
      return { before: order, after: (await orders.find(id)) ?? order };
    });
    await this.tellCancelled([before]);
    return after;
  }

  private async begin(
    session: FamilySessionFacts,
    asked: OrderAsked,
    what: {
      readonly question: EIdQuestion;
      readonly order: Pick<NewEIdOrder, 'consentId' | 'language' | 'noticeVersion' | 'refusals' | 'document'>;
    },
  ): Promise<EIdOrderFacts> {
    const service = asFamilyService(asked.requestId);
    // One browser has one order: the one before it is of no use any more, and could be signed by mistake.
    const left = await this.asCaller.run(service, async (tx) => {
      const orders = tx.of(EIdOrderStore);
      const pending = await orders.findPendingOfSession(session.id);
      for (const { id } of pending)
        await orders.end(id, { state: 'cancelled', message: 'cancelled', next: 'begin-anew' });
      return pending;
    });
    await this.tellCancelled(left);
    let running: EIdOrder;
    try {
      running = await this.eId.start(what.question);
    } catch (error) {
      if (error instanceof EIdRefused) throw new Failure(CALL_CODES[error.why]);
      throw error;
    }
    const wanted = { purpose: what.question.purpose, ...what.order };
    const { order, isOwn } = await this.asCaller.run(service, async (tx) => {
      const orders = tx.of(EIdOrderStore);
      const id = tx.newId();
      const added = await orders.add({
        id,
        sessionId: session.id,
        personId: session.personId,
        orderRef: running.orderRef,
        sealed: this.tokens.seal(JSON.stringify(running)),
        // A broker has a page of its own and no code: whoever begins there comes back to the same browser.
        start: this.eId.ways.includes('code') ? asked.start : 'same-device',
        ...wanted,
      });
      const found = added ? await orders.find(id) : (await orders.findPendingOfSession(session.id))[0];
      return { order: found, isOwn: added };
    });
    if (isOwn && order) return order;
    // Somebody tapped twice, and the other was first: what it began is what both go on with, if it is the same thing.
    await this.cancelAtService(running);
    if (order && isSame(order, wanted)) return order;
    throw new Failure('E_ID_ALREADY_IN_PROGRESS');
  }

  /** The service hears of it if it can; for us the order has ended either way. */
  private async tellCancelled(orders: readonly EIdOrderFacts[]): Promise<void> {
    for (const { sealed } of orders) {
      const text = sealed === null ? null : this.tokens.unseal(sealed);
      if (text !== null) await this.cancelAtService(JSON.parse(text) as EIdOrder);
    }
  }

  private async cancelAtService(running: EIdOrder): Promise<void> {
    try {
      await this.eId.cancel(running);
    } catch (error) {
      if (!(error instanceof EIdRefused)) throw error;
    }
  }
}

/** What is asked of a person with an order, beside who they are. */
type Wanted = Pick<NewEIdOrder, 'purpose' | 'consentId' | 'language' | 'noticeVersion' | 'refusals'>;

const isSame = (order: Wanted, wanted: Wanted): boolean =>
  JSON.stringify(writtenAs(order)) === JSON.stringify(writtenAs(wanted));

const writtenAs = ({ purpose, consentId, language, noticeVersion, refusals }: Wanted) => [
  ...[purpose, consentId, language, noticeVersion],
  [...refusals.houses].sort(),
  [...refusals.categories].sort(),
];

const appLanguage = (language: string): 'sv' | 'en' => (language.startsWith('sv') ? 'sv' : 'en');

const where = ({ origin, returnUrl }: OrderAsked) => ({ endUserIp: origin, returnUrl });
