import { Injectable } from '@nestjs/common';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { closenessOf } from '#domain/group/closeness.js';
import { hasEnded } from '#domain/group/group-states.js';
import type { PersonKind } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { FormFaults } from '../organisation/form-faults.js';
import { GroupStore, type GroupRow } from './group.port.js';
import { situationOf } from './group-situation.js';
import { requireGroup } from './record-act.js';

export interface GuestWritten {
  readonly groupId: string;
  readonly version: number;
  readonly kind: string;
  /** A closed word; only for someone close. */
  readonly closeness: string | null;
  /** Who it is, in words; sealed like everything that is said about a person. */
  readonly words: string;
  readonly wished: boolean;
  /** `2026-11-24`; only for an interpreter, and always for one. */
  readonly silenceOn: string | null;
}

const LONGEST = 500;

/**
 * Who takes part and is in nobody's house: a sibling, a relative, a neighbour, a coach ([S1]: they may hold the key), and
 * an interpreter, who is bound to silence before taking part ([S0]).
 */
@Injectable()
export class KeepGuests {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  add(caller: StaffCaller, written: GuestWritten): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, written.groupId, written.version);
      if (hasEnded(group.standing)) throw new Failure('GROUP_HAS_ENDED');
      const form = await this.forms.get(tx, caller.municipalityId, group.kind);
      const { file } = await situationOf(tx, form, group.caseId);
      if (!file) throw new Failure('NO_WORDS_WITHOUT_PERSONS', 'words');
      const kind = (['subject', 'guardian', 'private-person', 'interpreter'] as const).find(
        (one) => one === written.kind && form.parties.may.includes(one),
      );
      const faults = new FormFaults();
      if (!kind) faults.add('kind', 'CHOOSE_ONE');
      const closeness = closenessOf(written.kind, written.closeness);
      if (closeness === undefined) faults.add('closeness', 'CHOOSE_ONE');
      const words = faults.words('words', written.words, LONGEST);
      const silence = written.silenceOn === null ? undefined : parseCivilDay(written.silenceOn);
      if (kind === 'interpreter' && silence === undefined) faults.add('silenceOn', 'SILENCE_FIRST');
      faults.tell();
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'associates-and-network',
        form: form.form,
        phase: file.phase,
        subjectIds: [file.personId],
        content: { text: words },
      });
      await tx.of(GroupStore).addGuest({
        id: tx.newId(),
        groupId: group.id,
        caseId: file.id,
        kind: kind as PersonKind,
        closeness: closeness ?? null,
        itemId,
        wished: written.wished,
        silenceOn: kind === 'interpreter' ? written.silenceOn : null,
      });
      await this.moved(tx, group, { guest: 'added', kind: written.kind });
    });
  }

  end(caller: StaffCaller, of: { readonly groupId: string; readonly version: number }, guestId: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, of.groupId, of.version);
      const guest = (await tx.of(GroupStore).findGuests(group.id)).find(({ id }) => id === guestId);
      if (!guest || guest.endedAt !== null) throw notFound();
      await tx.of(GroupStore).endGuest(guestId);
      await this.moved(tx, group, { guest: 'ended', kind: guest.kind });
    });
  }

  private async moved(tx: CallerTransaction, group: GroupRow, detail: Record<string, string>): Promise<void> {
    const { standing, standingReason, caseId, personId } = group;
    await tx.of(GroupStore).change(group.id, { standing, standingReason });
    await tx
      .of(LedgerStore)
      .record([{ action: 'change', outcome: 'done', caseId, personId, detail: { groupId: group.id, ...detail } }]);
  }
}
