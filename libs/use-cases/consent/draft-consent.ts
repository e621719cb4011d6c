import { Injectable } from '@nestjs/common';
import { scopeNow } from '#domain/consent/consent.js';
import { decideConsentStep } from '#domain/consent/consent-states.js';
import { whoMustSign } from '#domain/disclosure/who-must-sign.js';
import type { Phase } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore } from '../report/case.port.js';
import { ConsentStore, type ConsentFacts, type Notice } from './consent.port.js';
import { CURRENT_NOTICE } from './consent-notice.js';
import { recordConsentStep, requireConsent, situationOf } from './consent-step.js';
import { checkTerms, requireOfferable, type ConsentWritten } from './consent-terms.js';
import { keepNotice } from './keep-notice.js';
import { keptFrom } from './met-by.js';

/** A consent is drafted, offered, renewed and called off by those who work on the case in the house that asks (OSL 10:1). */
@Injectable()
export class DraftConsent {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  draft(caller: StaffCaller, caseId: string, written: ConsentWritten): Promise<string> {
    return this.asCaller.run(caller, (tx) => this.draftIn(tx, { caller, caseId }, written));
  }

  /** The same within a transaction that does more. */
  async draftIn(
    tx: CallerTransaction,
    { caller, caseId, notice }: { readonly caller: StaffCaller; readonly caseId: string; readonly notice?: Notice },
    written: ConsentWritten,
  ): Promise<string> {
    const file = await tx.of(CaseStore).findForChange(caseId);
    if (!file) throw notFound();
    const about = { caller, caseId, personId: file.personId, phase: file.phase, renews: null };
    return this.write(tx, { ...about, ...(notice && { notice }) }, written);
  }

  redraft(
    caller: StaffCaller,
    change: { id: string; expectedVersion: number },
    written: ConsentWritten,
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const consent = await requireConsent(tx, change.id, change.expectedVersion);
      if (consent.record.state !== 'draft') throw new Failure('CONSENT_OFFERED_ALREADY');
      const terms = await checkTerms(tx, caller, written);
      const itemId = await this.rewriteWhy(tx, consent, written.why.trim());
      await tx
        .of(ConsentStore)
        .redraft(consent.record.id, { ...terms, apart: written.apart, form: written.form, itemId });
      await tell(tx, consent.record.id, consent.caseId);
    });
  }

  /** Puts it before everyone who must sign now. */
  offer(
    caller: StaffCaller,
    change: { id: string; expectedVersion: number },
  ): Promise<{ readonly asked: readonly string[] }> {
    return this.asCaller.run(caller, (tx) => this.offerIn(tx, change));
  }

  /** The same within a transaction that does more. */
  async offerIn(
    tx: CallerTransaction,
    change: { id: string; expectedVersion: number },
  ): Promise<{ readonly asked: readonly string[] }> {
    const consent = await requireConsent(tx, change.id, change.expectedVersion);
    const step = decideConsentStep(consent.record.state, 'offer');
    if (step.outcome === 'refused') throw new Failure('CONSENT_OFFERED_ALREADY');
    const { subject, facts } = await situationOf(tx, consent.record.person);
    const longerReason = await requireOfferable(tx, consent);
    if (longerReason !== consent.longerReason)
      await tx.of(ConsentStore).setLongerReason(consent.record.id, longerReason);
    const needed = whoMustSign(subject, facts);
    if (needed.length === 0) throw new Failure('NOBODY_CAN_SIGN');
    if (!consent.record.apart && (await mustMeetApart(tx, subject.id, needed)))
      await tx.of(ConsentStore).setApart(consent.record.id);
    // A draft may be older than the text; what is put before the family is the text of today.
    if (consent.notice.id === CURRENT_NOTICE.id) {
      await tx.of(ConsentStore).setNotice(consent.record.id, CURRENT_NOTICE);
      await keepNotice(tx);
    }
    for (const personId of needed)
      await tx
        .of(ConsentStore)
        .ask(consent.record.id, { personId, standsAs: personId === subject.id ? 'subject' : 'guardian' });
    await recordConsentStep(tx, {
      consent,
      move: { state: step.state, offeredAt: tx.now },
      happening: { kind: 'offered', detail: { signers: needed.length } },
    });
    return { asked: needed };
  }

  /** The same question for the next half year; it takes over when its last name is there. */
  renew(caller: StaffCaller, id: string): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const consent = await requireConsent(tx, id);
      if (decideConsentStep(consent.record.state, 'renew').outcome === 'refused')
        throw new Failure('CONSENT_NOT_IN_FORCE');
      const file = await tx.of(CaseStore).findForChange(consent.caseId);
      if (!file) throw notFound();
      return this.write(
        tx,
        { caller, caseId: file.id, personId: consent.record.person, phase: file.phase, renews: id },
        {
          scope: scopeNow(consent.record),
          situations: consent.record.situations,
          form: consent.form,
          validFrom: null,
          validUntil: null,
          apart: consent.record.apart,
          why: '',
        },
      );
    });
  }

  callOff(caller: StaffCaller, change: { id: string; expectedVersion: number }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const consent = await requireConsent(tx, change.id, change.expectedVersion);
      const step = decideConsentStep(consent.record.state, 'call-off');
      if (step.outcome === 'refused') throw new Failure('CONSENT_NOT_OPEN');
      await recordConsentStep(tx, {
        consent,
        move: { state: step.state },
        happening: { kind: 'called-off' },
        opensLess: true,
      });
    });
  }

  /** The words stay one item with its versions; where there were none they are said now. */
  private async rewriteWhy(tx: CallerTransaction, consent: ConsentFacts, why: string): Promise<string | null> {
    const { itemId } = consent;
    if (itemId === null && why === '') return null;
    const file = await tx.of(CaseStore).findForChange(consent.caseId);
    if (!file) throw notFound();
    if (itemId === null)
      return this.sayWhy(tx, { caseId: file.id, personId: consent.record.person, phase: file.phase }, why);
    const [said] = await tx.of(ItemStore).findSealed([itemId]);
    if (!said) throw notFound();
    const item = {
      id: itemId,
      expectedVersion: said.version,
      keyPersonId: said.content.keyPersonId,
      category: said.category,
    };
    if (!(await this.seal.rewriteItem(tx, item, { text: why }))) throw new Failure('CONFLICT');
    return itemId;
  }

  private sayWhy(
    tx: CallerTransaction,
    about: { readonly caseId: string; readonly personId: string; readonly phase: Phase },
    why: string,
  ): Promise<string> {
    return this.seal.item(tx, {
      caseId: about.caseId,
      category: 'measures-and-plan',
      form: 'none',
      phase: about.phase,
      subjectIds: [about.personId],
      content: { text: why },
    });
  }

  private async write(
    tx: CallerTransaction,
    about: {
      caller: StaffCaller;
      caseId: string;
      personId: string;
      phase: Phase;
      renews: string | null;
      notice?: Notice;
    },
    written: ConsentWritten,
  ): Promise<string> {
    const terms = await checkTerms(tx, about.caller, written);
    const id = tx.newId();
    const why = written.why.trim();
    const itemId = why === '' ? null : await this.sayWhy(tx, about, why);
    await tx.of(ConsentStore).add({
      id,
      caseId: about.caseId,
      personId: about.personId,
      form: written.form,
      ...terms,
      renews: about.renews,
      apart: written.apart,
      notice: about.notice ?? CURRENT_NOTICE,
      itemId,
    });
    await tx.of(ConsentStore).addEvent(id, { kind: 'drafted', state: 'draft' });
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        personId: about.personId,
        caseId: about.caseId,
        ground: 'consent',
        detail: { deed: 'consent-drafted', consentId: id },
      },
    ]);
    await tell(tx, id, about.caseId);
    return id;
  }
}

/** One of them is in hiding, or the house keeps two of them apart: nobody has to remember to tick it (OSL 12:3, 21:3). */
async function mustMeetApart(tx: CallerTransaction, about: string, needed: readonly string[]): Promise<boolean> {
  for (const viewer of needed) {
    const { protection, apartFrom } = await keptFrom(tx, { viewer, about, people: needed });
    if (needed.length > 1 && (protection.get(viewer) !== 'none' || needed.some((one) => apartFrom.has(one))))
      return true;
  }
  return false;
}

const tell = (tx: CallerTransaction, consentId: string, caseId: string): Promise<void> =>
  tx.of(OutboxStore).put([
    { topic: `live:consent:${consentId}`, payload: { consentId } },
    { topic: `live:consents:${caseId}`, payload: { consentId } },
  ]);
