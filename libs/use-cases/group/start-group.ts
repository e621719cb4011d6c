import { Injectable } from '@nestjs/common';
import { CheckWords } from '../area/check-words.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { Failure, InvalidInput } from '../failure.js';
import { decideAgreement, TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore } from './group.port.js';
import { recordAct } from './record-act.js';

const LONGEST_AREA = 80;

/** A group without persons begins with a place: nobody is nominated, and no case stands behind it (SSPF group, EST [S0]). */
@Injectable()
export class StartGroup {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly check: CheckWords,
  ) {}

  async run(
    caller: StaffCaller,
    wanted: { readonly kind: string; readonly area: string; readonly noPerson?: readonly string[] },
  ): Promise<{ readonly groupId: string }> {
    const area = wanted.area.trim();
    await this.asCaller.read(caller, (tx) => this.requirePlaceForm(tx, caller, wanted.kind));
    if (area === '') throw new InvalidInput([{ field: 'area', code: 'REQUIRED' }]);
    if (area.length > LONGEST_AREA)
      throw new InvalidInput([{ field: 'area', code: 'TOO_LONG', values: { most: LONGEST_AREA } }]);
    await this.check.run(caller, [{ field: 'area', text: area }], wanted.noPerson ?? []);
    return this.asCaller.run(caller, async (tx) => {
      const form = await this.requirePlaceForm(tx, caller, wanted.kind);
      const { municipalityId, branchId } = caller;
      const agreement = await decideAgreement(tx, { municipalityId, form, branchIds: [branchId] });
      if (agreement.outcome === 'refused') throw new Failure('NO_AGREEMENT_IN_FORCE', 'kind', { form: form.name.sv });
      const groupId = tx.newId();
      await tx.of(GroupStore).add({
        id: groupId,
        municipalityId,
        branchId,
        kind: form.kind,
        form: form.form,
        level: form.level,
        caseId: null,
        area,
        standing: 'preparing',
        standingReason: null,
        coordinatorId: caller.staffId,
      });
      const nominating = form.steps.find(({ does }) => does === 'nominate');
      const group = { id: groupId, caseId: null, personId: null, kind: form.kind };
      if (nominating) await recordAct(tx, group, { act: 'step', word: nominating.step, standing: 'preparing' });
      return { groupId };
    });
  }

  private async requirePlaceForm(tx: CallerTransaction, caller: StaffCaller, kind: string): Promise<CollaborationForm> {
    const form = await this.forms.get(tx, caller.municipalityId, kind);
    if (form.level !== 'none') throw new Failure('NOMINATE_FIRST', 'kind');
    return form;
  }
}
