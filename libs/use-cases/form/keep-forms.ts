import { Injectable } from '@nestjs/common';
import type { FormAdjustment } from '#domain/form/adjust-form.js';
import { adjustmentFaults } from '#domain/form/adjustment-faults.js';
import type { CollaborationForm } from '#domain/form/form.js';
import type { FormFault } from '#domain/form/form-fault.js';
import { formFaults } from '#domain/form/form-faults.js';
import { decideMayRun } from '#domain/organisation/agreement.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { recordChange } from '../organisation/record-change.js';
import { FormSettings } from './form-setting.port.js';
import { agreementsOf, isTakenUp, TownForms, type TownForm } from './town-forms.js';

export type MayRun =
  'runs' | 'not-needed' | 'not-taken-up' | 'no-agreement' | 'not-signed' | 'not-in-force' | 'party-not-named';

export interface KeptForm extends TownForm {
  /** Whether an agreement in force lets it run, whatever its parties. */
  readonly mayRun: MayRun;
}

/** A municipality adjusts its forms without any program: shown before it is done, and never to less than the form has to be. */
@Injectable()
export class KeepForms {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  list(caller: StaffCaller): Promise<readonly KeptForm[]> {
    return this.asCaller.run(caller, async (tx) => {
      const agreements = await agreementsOf(tx, caller.municipalityId);
      return (await this.forms.all(tx, caller.municipalityId)).map((one) => {
        const decision = decideMayRun({ agreements, form: one.form.form, parties: [], at: tx.now.getTime() });
        const mayRun = decision.outcome === 'refused' ? decision.code : 'runs';
        if (!isTakenUp(one)) return { ...one, mayRun: 'not-taken-up' };
        return { ...one, mayRun: one.form.agreement ? mayRun : 'not-needed' };
      });
    });
  }

  /** The form as it would be in the town; what is wrong is told at the fields. */
  preview(caller: StaffCaller, adjustment: FormAdjustment): Promise<CollaborationForm> {
    return this.asCaller.run(caller, (tx) => this.tried(tx, caller, adjustment));
  }

  adjust(caller: StaffCaller, adjustment: FormAdjustment, version: number): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      await this.tried(tx, caller, adjustment);
      if (!(await tx.of(FormSettings).put({ kind: adjustment.kind, adjustment, version })))
        throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { form: adjustment.kind, adjustment: version === 0 ? 'added' : 'changed' });
    });
  }

  private async tried(tx: CallerTransaction, caller: StaffCaller, own: FormAdjustment): Promise<CollaborationForm> {
    const { plain, adjustment, tried, form } = await this.forms.wouldBe(tx, caller.municipalityId, own);
    const faults = [...adjustmentFaults(plain, adjustment), ...formFaults(tried)];
    if (faults.length > 0) throw new InvalidInput(faults.map((one) => told(one, plain, tried)));
    return form;
  }

  /** Back to what the town's file says. */
  reset(caller: StaffCaller, kind: string, version: number): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(FormSettings).remove(kind, version))) throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { form: kind, adjustment: 'removed' });
    });
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  'ages.to': 'agesTo',
  capacity: 'room',
  'cadence.limit': 'limit',
  'cadence.slot.everyWeeks': 'slotEveryWeeks',
  'cadence.slot.firstOn': 'slotFirstOn',
  'months.to': 'monthsTo',
  'parties.may': 'may',
  steps: 'without',
};

/** Where it stands in what was sent; steps are sent as the plain form has them, also those that the town leaves out. */
function fieldOf(path: string, plain: CollaborationForm, tried: CollaborationForm): string {
  const [first, at = '', ...rest] = path.split('.');
  if (first === 'parties' && at === 'must') return ['must', ...rest].join('.');
  if (first !== 'steps' || at === '') return FIELDS[path] ?? path;
  const step = tried.steps[Number(at)]?.step;
  return ['steps', plain.steps.findIndex((one) => one.step === step), ...rest].join('.');
}

const told = ({ path, code, fault }: FormFault, plain: CollaborationForm, tried: CollaborationForm): FieldFault =>
  code === 'in-the-file'
    ? { field: fieldOf(path, plain, tried), code: 'FORM_CANNOT_RUN', values: { where: path, fault } }
    : { field: fieldOf(path, plain, tried), code: `FORM_${code.toUpperCase().replaceAll('-', '_')}` };
