import { Injectable } from '@nestjs/common';
import { ASKED_CATEGORIES } from '#domain/inquiry/inquiry.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { NECESSARY_TO_ASK } from '#domain/inquiry/decide-asked.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { HubStore } from '../hub/hub.port.js';
import { answersFor } from '../hub/plan-hub.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { InquiryStore } from './inquiry.port.js';
import { planInquiry, type FormToAskIn, type InquiryPlan, type UnitToAsk } from './plan-inquiry.js';

export interface InquiryWritten {
  readonly caseId: string;
  /** `mash-2` or `mash-3`. */
  readonly kind: string;
  readonly unitIds: readonly string[];
  readonly categories: readonly string[];
  /** Whether the personal number goes along: registers are searched by it. */
  readonly withNumber: boolean;
}

const REFUSED = {
  'no-investigation': 'INQUIRY_NEEDS_INVESTIGATION',
  'outside-ages': 'INQUIRY_OUTSIDE_AGES',
  adult: 'INQUIRY_ADULT',
  protected: 'INQUIRY_PROTECTED',
  'own-house': 'INQUIRY_NOT_A_PARTY',
  'not-a-party': 'INQUIRY_NOT_A_PARTY',
  'no-consent': 'INQUIRY_NO_CONSENT',
} as const;

interface Asking {
  readonly plan: InquiryPlan;
  readonly to: FormToAskIn;
  readonly units: readonly UnitToAsk[];
  readonly categories: readonly Category[];
}

/**
 * The investigator asks other houses what they hold, each by itself and with a day to answer. What is told by asking is
 * whom it is about and nothing else; each telling has its line in the ledger (MASH steps 2 and 3 [S0]; OSL 10:2).
 */
@Injectable()
export class AskHouses {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly seal: Seal,
    private readonly forms: TownForms,
  ) {}

  async run(caller: StaffCaller, written: InquiryWritten): Promise<readonly string[]> {
    const person = await this.readPerson(caller, written);
    return this.asCaller.run(caller, async (tx) => {
      const asking = await this.settle(tx, caller, written);
      const said = {
        name: `${person.givenName} ${person.familyName}`,
        born: person.born,
        personalNumber: written.withNumber ? person.personalNumber : null,
      };
      const ids: string[] = [];
      for (const unit of asking.units) ids.push(await this.ask(tx, caller, { asking, unit, said }));
      await tx.of(OutboxStore).put(caseNews(asking.plan.file.id, { queue: caller.branchId }));
      return ids;
    });
  }

  /** What is told is read through the gate like anything else; a name that the reader may not see is not sent either. */
  private async readPerson(caller: StaffCaller, written: InquiryWritten): Promise<ReleasedIdentity> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const { plan } = await this.settle(tx, caller, written);
      return { asOf: tx.now, identities: await tx.of(IdentityStore).findSealed([plan.file.personId]) };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const [person] = (await this.gate.openIdentities(opening, found.identities)).released;
    if (!person) throw new Failure('INQUIRY_PROTECTED');
    return person;
  }

  private async settle(tx: CallerTransaction, caller: StaffCaller, written: InquiryWritten): Promise<Asking> {
    const plan = await planInquiry(tx, caller, { caseId: written.caseId, forms: this.forms });
    const to = plan.forms.find(({ kind }) => kind === written.kind);
    if (!to) throw new Failure('CHOOSE_ONE', 'kind');
    const { ages } = to.form;
    if (to.may.outcome === 'refused')
      throw new Failure(REFUSED[to.may.code], null, ages ? { from: ages.from, to: ages.to } : {});
    const categories = ASKED_CATEGORIES.filter((one) => written.categories.includes(one));
    const faults: FieldFault[] = [];
    if (written.unitIds.length === 0) faults.push({ field: 'unitIds', code: 'CHOOSE_WHOM_TO_ASK' });
    if (written.categories.length === 0) faults.push({ field: 'categories', code: 'CHOOSE_WHAT_TO_ASK' });
    else if (categories.length < new Set(written.categories).size)
      faults.push({ field: 'categories', code: 'CHOOSE_ONE' });
    if (faults.length > 0) throw new InvalidInput(faults);
    const units = [...new Set(written.unitIds)].map((id) => {
      const unit = to.units.find((one) => one.id === id);
      if (!unit) throw new Failure('INQUIRY_NOT_A_PARTY', 'unitIds');
      const standing = plan.asked.some(({ unitId, endedAt }) => unitId === id && endedAt === null);
      const covered = unit.told === null || categories.some((one) => unit.told?.includes(one));
      if (!covered) throw new Failure('INQUIRY_NO_CONSENT', 'categories', { unit: `${unit.name}, ${unit.branchName}` });
      if (standing) throw new Failure('INQUIRY_STANDS', 'unitIds', { unit: `${unit.name}, ${unit.branchName}` });
      return unit;
    });
    return { plan, to, units, categories };
  }

  private async ask(
    tx: CallerTransaction,
    caller: StaffCaller,
    of: { readonly asking: Asking; readonly unit: UnitToAsk; readonly said: Parameters<Seal['asked']>[2] },
  ): Promise<string> {
    const { file } = of.asking.plan;
    const { unit } = of;
    const id = tx.newId();
    const house = await tx.of(HubStore).getHouse(unit.branchId);
    const { representative, deputy } = answersFor(house, unit.id, tx.now.getTime());
    // The answer is awaited here: the time limit is the asking house's, and the asked one's calendar holds nothing.
    const { dueAt } = await openDeadline(tx, {
      kind: 'step-two-gathering',
      caseId: file.id,
      aboutId: id,
      startsAt: tx.now,
      ownerUnitId: caller.unitId,
      ownerStaffId: caller.staffId,
    });
    await tx.of(InquiryStore).add({
      id,
      municipalityId: file.municipalityId,
      branchId: file.branchId,
      caseId: file.id,
      personId: file.personId,
      kind: of.asking.to.kind,
      toBranchId: unit.branchId,
      unitId: unit.id,
      representativeId: representative,
      deputyId: deputy === representative ? null : deputy,
      // Where nobody holds the post, half the time is not waited for.
      deputyAsked: representative === null && deputy !== null,
      categories: of.asking.categories.filter((one) => unit.told?.includes(one) ?? true),
      ...(await this.seal.asked(tx, { personId: file.personId, row: id }, of.said)),
      askedBy: caller.staffId,
      dueAt,
    });
    await tx.of(LedgerStore).record([
      {
        action: 'disclose',
        outcome: 'release',
        caseId: file.id,
        personId: file.personId,
        purpose: 'investigate-need',
        ground: NECESSARY_TO_ASK,
        detail: {
          inquiryId: id,
          toBranch: unit.branchId,
          unitId: unit.id,
          identity: true,
          number: of.said.personalNumber !== null,
        },
      },
    ]);
    const asked = representative ?? deputy;
    // Without the case: it is not theirs to know that there is one.
    await notify(tx, {
      staffIds: asked === null ? [] : [asked],
      kind: 'inquiry-asked',
      effectKey: `inquiry:${id}:asked`,
      dueAt,
    });
    return id;
  }
}
