/** Whom one may ask about a case's person and in which form, as it is now: the same for what is shown before and for the act. */
import { ageAt } from '#domain/disclosure/age.js';
import {
  decideMayAsk,
  decideMayAskHouse,
  INQUIRY_FORMS,
  type InquiryForm,
  type MayAsk,
} from '#domain/inquiry/may-ask.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { notFound } from '../failure.js';
import { isTakenUp, type TownForms } from '../form/town-forms.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type PartyUnit } from '../hub/hub.port.js';
import { ShareStore } from '../share/share.port.js';
import { InquiryStore, type InquiryCase, type InquiryFacts } from './inquiry.port.js';

export interface FormToAskIn {
  readonly form: CollaborationForm;
  readonly kind: InquiryForm;
  readonly may: MayAsk;
  /** Units of other houses that the form lets one ask. */
  readonly units: readonly PartyUnit[];
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
  const [subject] = (await tx.of(ShareStore).findFactsAbout([file.personId])).subjects;
  if (!subject) throw notFound();
  const about = {
    phase: file.phase,
    closed: file.closed,
    age: ageAt(subject.born, tx.now.getTime()),
    protection: subject.protection,
  };
  const units = await tx.of(HubStore).findPartyUnits(file.municipalityId);
  const forms = (await town.all(tx, file.municipalityId)).filter(isTakenUp);
  return {
    file,
    asked: await tx.of(InquiryStore).findOfCase(caseId),
    forms: INQUIRY_FORMS.flatMap((kind) => {
      const form = forms.find((one) => one.form.kind === kind)?.form;
      if (!form) return [];
      return {
        form,
        kind,
        may: decideMayAsk(form, about),
        units: units.filter(({ house }) => decideMayAskHouse(form, caller.house, house).outcome === 'may'),
      };
    }),
  };
}
