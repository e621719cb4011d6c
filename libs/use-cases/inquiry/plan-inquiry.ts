/** Whom one may ask about a case's person and in which form, as it is now: the same for what is shown before and for the act. */
import { ADULT, ageAt } from '#domain/disclosure/age.js';
import {
  decideMayAsk,
  decideMayAskHouse,
  INQUIRY_FORMS,
  type InquiryForm,
  type MayAsk,
} from '#domain/inquiry/may-ask.js';
import type { CollaborationForm } from '#domain/form/form.js';
import type { HouseParty } from '#domain/disclosure/case.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { toldByYes } from '#domain/inquiry/told-by-yes.js';
import { notFound } from '../failure.js';
import { isTakenUp, type TownForms } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type PartyUnit } from '../hub/hub.port.js';
import { ShareStore } from '../share/share.port.js';
import { InquiryStore, type InquiryCase, type InquiryFacts } from './inquiry.port.js';

export interface UnitToAsk extends PartyUnit {
  /** What an adult's own consent lets its house tell; null about a child, of whom anything may be asked. */
  readonly told: readonly Category[] | null;
}

export interface FormToAskIn {
  readonly form: CollaborationForm;
  readonly kind: InquiryForm;
  readonly may: MayAsk;
  /** Units of other houses that the form lets one ask. */
  readonly units: readonly UnitToAsk[];
}

export interface InquiryPlan {
  readonly file: InquiryCase;
  readonly forms: readonly FormToAskIn[];
  readonly asked: readonly InquiryFacts[];
}

export async function planInquiry(
  tx: CallerTransaction,
  caller: StaffCaller,
  { caseId, forms: town }: { readonly caseId: string; readonly forms: TownForms },
): Promise<InquiryPlan> {
  const file = await tx.of(InquiryStore).findCase(caseId);
  if (!file) throw notFound();
  const facts = await tx.of(ShareStore).findFactsAbout([file.personId]);
  const [subject] = facts.subjects;
  if (!subject) throw notFound();
  const asOf = tx.now.getTime();
  const age = ageAt(subject.born, asOf);
  const told = (house: HouseParty): readonly Category[] | null =>
    age < ADULT ? null : toldByYes(house, caller.house, { ...facts, asOf, subject });
  const about = {
    phase: file.phase,
    closed: file.closed,
    age,
    protection: subject.protection,
  };
  const units = (await tx.of(HubStore).findPartyUnits(file.municipalityId)).map((unit) => ({
    ...unit,
    told: told(unit.house),
  }));
  const forms = (await town.all(tx, file.municipalityId)).filter(isTakenUp);
  return {
    file,
    asked: await tx.of(InquiryStore).findOfCase(caseId),
    forms: INQUIRY_FORMS.flatMap((kind) => {
      const form = forms.find((one) => one.form.kind === kind)?.form;
      if (!form) return [];
      const open = units.filter(
        (unit) => decideMayAskHouse(form, caller.house, unit.house, unit.told).outcome === 'may',
      );
      const ownYes = open.some((unit) => unit.told !== null);
      return [{ form, kind, may: decideMayAsk(form, { ...about, ownYes }), units: open }];
    }),
  };
}
