import { Injectable } from '@nestjs/common';
import { adjustForm, adjustmentFaults, type FormAdjustment } from '#domain/form/adjust-form.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { formFaults } from '#domain/form/form-faults.js';
import { decideMayRun } from '#domain/organisation/agreement.js';
import { Failure, InvalidInput } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { recordChange } from '../organisation/record-change.js';
import { FormLibrary } from './form-library.port.js';
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
    private readonly library: FormLibrary,
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

  /** The form as it would be; what is wrong is told at the fields. */
  preview(adjustment: FormAdjustment): CollaborationForm {
    const plain = this.library.all().find(({ kind }) => kind === adjustment.kind);
    if (!plain) throw new Failure('FORM_UNKNOWN', 'kind');
    const form = adjustForm(plain, adjustment);
    const faults = [...adjustmentFaults(plain, adjustment), ...formFaults(form)];
    if (faults.length > 0)
      throw new InvalidInput(
        faults.map(({ path, fault }) => ({
          field: fieldOf(path),
          code: 'FORM_CANNOT_RUN',
          values: { where: path, fault },
        })),
      );
    return form;
  }

  adjust(caller: StaffCaller, adjustment: FormAdjustment, version: number): Promise<void> {
    this.preview(adjustment);
    return this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(FormSettings).put({ kind: adjustment.kind, adjustment, version })))
        throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { form: adjustment.kind, adjustment: version === 0 ? 'added' : 'changed' });
    });
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
  'cadence.limit': 'weeksApart',
  'cadence.slot.everyWeeks': 'slotEveryWeeks',
  'months.to': 'monthsTo',
};

const fieldOf = (path: string): string => FIELDS[path] ?? (path.startsWith('parties') ? 'must' : 'without');
