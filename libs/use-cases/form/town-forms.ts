import { Injectable } from '@nestjs/common';
import { adjustForm, type FormAdjustment } from '#domain/form/adjust-form.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { BUILT_IN_RULES, type DeadlineRules } from '#domain/deadline/built-in-deadlines.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';
import { decideMayRun, type Agreement, type AgreementDecision } from '#domain/organisation/agreement.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { endOfDay, startOfDay } from '#domain/kernel/stockholm.js';
import { DeadlineSettings } from '../deadline/deadline-settings.port.js';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { AgreementPapers } from '../organisation/agreement-papers.port.js';
import { unsignedParties } from '../organisation/keep-agreements.js';
import { StandingArrangements, type AgreementFacts } from '../organisation/standing-arrangements.port.js';
import { FormLibrary } from './form-library.port.js';
import { FormSettings, type KeptFormSetting } from './form-setting.port.js';

export interface TownForm {
  readonly form: CollaborationForm;
  /** As every town has it before it is adjusted. */
  readonly plain: CollaborationForm;
  readonly adjustment: FormAdjustment | null;
  /** Who adjusted it: the town's file, or an administrator. */
  readonly adjustedBy: 'nobody' | 'town-file' | 'administrator';
  /** Of the administrator's setting; 0 when there is none. */
  readonly version: number;
  readonly setting: KeptFormSetting | null;
}

export interface FormTried {
  readonly plain: CollaborationForm;
  readonly adjustment: FormAdjustment;
  /** As it is judged. */
  readonly tried: CollaborationForm;
  /** As it would be shown and run. */
  readonly form: CollaborationForm;
}

/** The forms as a municipality runs them: the installation's, adjusted by the town's file and by its administrators. */
@Injectable()
export class TownForms {
  constructor(private readonly library: FormLibrary) {}

  async all(tx: CallerTransaction, municipalityId: string): Promise<readonly TownForm[]> {
    const store = tx.of(FormSettings);
    const [ofTown, own] = [await store.findOfTown(municipalityId), await store.findAll(municipalityId)];
    const forms = this.library.all().map((plain): TownForm => {
      const setting = own.find(({ kind }) => kind === plain.kind) ?? null;
      const written = ofTown.find(({ kind }) => kind === plain.kind);
      const adjustment = setting ? over(written, setting.adjustment) : written;
      return {
        plain,
        form: adjustForm(plain, adjustment),
        adjustment: adjustment ?? null,
        adjustedBy: setting ? 'administrator' : written ? 'town-file' : 'nobody',
        version: setting?.version ?? 0,
        setting,
      };
    });
    const owes = forms.some((one) => isTakenUp(one) && one.form.steps.some(({ owed }) => owed));
    const rules = owes ? await ownRules(tx) : BUILT_IN_RULES;
    return forms.map((one) => ({ ...one, form: withOwnLimits(one.form, rules) }));
  }

  /** What an administrator's adjustment would make of the form: over the town's file, with the town's own limits. */
  async wouldBe(tx: CallerTransaction, municipalityId: string, own: FormAdjustment): Promise<FormTried> {
    const plain = this.library.all().find(({ kind }) => kind === own.kind);
    if (!plain) throw new Failure('FORM_UNKNOWN', 'kind');
    const written = (await tx.of(FormSettings).findOfTown(municipalityId)).find(({ kind }) => kind === own.kind);
    const adjustment = over(written, own);
    const tried = adjustForm(plain, adjustment);
    return { plain, adjustment, tried, form: withOwnLimits(tried, await ownRules(tx)) };
  }

  async get(tx: CallerTransaction, municipalityId: string, kind: string): Promise<CollaborationForm> {
    const found = (await this.all(tx, municipalityId)).find(({ form }) => form.kind === kind);
    if (!found) throw new Failure('FORM_UNKNOWN', 'kind');
    if (!isTakenUp(found)) throw new Failure('FORM_NOT_TAKEN_UP', 'kind');
    return found.form;
  }
}

/** The municipality's own time limits, where it has set any that can be read. */
async function ownRules(tx: CallerTransaction): Promise<DeadlineRules> {
  const set = (await tx.of(DeadlineSettings).findAll()).flatMap(({ kind, rule }) => {
    const read = parseDeadlineRule(rule);
    return read.ok ? [[kind, read.value] as const] : [];
  });
  return { ...BUILT_IN_RULES, ...Object.fromEntries(set) };
}

const withOwnLimits = (form: CollaborationForm, rules: DeadlineRules): CollaborationForm => ({
  ...form,
  steps: form.steps.map((step) => (step.owed ? { ...step, within: rules[step.owed] } : step)),
});

/** A variant runs only where the municipality has said so. */
export const isTakenUp = ({ form, adjustedBy }: TownForm): boolean => !form.variant || adjustedBy !== 'nobody';

/** An administrator sets what they see; which parties and what the steps are called stays as the town's file has it. */
const over = (written: FormAdjustment | undefined, own: FormAdjustment): FormAdjustment => {
  const parties = own.parties ?? written?.parties;
  const names = own.steps?.names ?? written?.steps?.names;
  const steps = { ...own.steps, ...(names ? { names } : {}) };
  return { ...own, ...(parties ? { parties } : {}), steps };
};

/** Whether a form may run between these houses now; parties are branch ids. A form within one house needs no agreement. */
export async function decideAgreement(
  tx: CallerTransaction,
  of: { readonly municipalityId: string; readonly form: CollaborationForm; readonly branchIds: readonly string[] },
): Promise<AgreementDecision | { readonly outcome: 'not-needed' }> {
  if (!of.form.agreement) return { outcome: 'not-needed' };
  return decideMayRun({
    agreements: await agreementsOf(tx, of.municipalityId),
    form: of.form.form,
    parties: of.branchIds,
    at: tx.now.getTime(),
  });
}

/** A municipality's agreements as the rule asks about them: one that waits for a name is a draft and binds nobody. */
export async function agreementsOf(tx: CallerTransaction, municipalityId: string): Promise<readonly Agreement[]> {
  const papers = await tx.of(AgreementPapers).findAll(municipalityId);
  return (await tx.of(StandingArrangements).findAgreements(municipalityId)).map((one) => {
    const paper = papers.find(({ agreementId }) => agreementId === one.id);
    return asAgreement(one, unsignedParties(one, paper).length === 0);
  });
}

function asAgreement({ id, form, startsOn, endsOn, parties }: AgreementFacts, isSigned: boolean): Agreement {
  const from = startOfDay(parseCivilDay(startsOn) ?? 0);
  return {
    id,
    forms: [form],
    parties: parties.map(({ branchId }) => branchId),
    resources: parties.map(({ branchId, resources }) => ({ party: branchId, brings: resources })),
    signedAt: isSigned ? from : null,
    from,
    until: endOfDay(parseCivilDay(endsOn) ?? 0),
  };
}
