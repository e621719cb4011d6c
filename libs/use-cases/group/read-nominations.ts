import { Injectable } from '@nestjs/common';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { GroupStore, type OwnCaseRow, type OwnCasesPage } from './group.port.js';
import { PreparatoryStore, type PreparatoryBoardRow } from './preparatory.port.js';
import { NominationStore, type NominationRow } from './nomination.port.js';

export interface NominationLine {
  readonly nomination: NominationRow;
  readonly form: CollaborationForm;
  readonly toMe: boolean;
  readonly person: ReleasedIdentity | null;
  readonly why: ReleasedItem | null;
}

export interface OwnCase extends Omit<OwnCaseRow, 'personId'> {
  readonly person: ReleasedIdentity | null;
}

/** What one has nominated and what waits for one: whoever made it learns only that it has been read. */
@Injectable()
export class ReadNominations {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
  ) {}

  /** For whoever writes down what one of them has decided. */
  preparatoryGroups(caller: StaffCaller): Promise<readonly PreparatoryBoardRow[]> {
    return this.asCaller.read(caller, (tx) => tx.of(PreparatoryStore).findBoards());
  }

  /** `opened`: the one that the reader has before them; that a list names one is not that anybody has read it. */
  async run(caller: StaffCaller, opened: string | null = null): Promise<readonly NominationLine[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const nominations = await tx.of(NominationStore).findAll();
      const received = nominations.filter((one) => isToMe(one, caller));
      const read = received.filter(({ id, readAt }) => id === opened && readAt === null);
      await tx.of(NominationStore).markRead(read.map(({ id }) => id));
      await tx.of(LedgerStore).record(
        nominations.map(({ id, caseId, personId, ground }) => ({
          action: 'read' as const,
          outcome: 'release' as const,
          ground,
          caseId,
          personId,
          detail: { list: 'nominations', nominationId: id, shown: nominations.length },
        })),
      );
      return {
        nominations,
        forms: await this.forms.all(tx, caller.municipalityId),
        identities: await tx.of(IdentityStore).findSealed([...new Set(nominations.flatMap((n) => n.personId ?? []))]),
        items: await tx.of(ItemStore).findSealed(nominations.flatMap((n) => n.itemId ?? [])),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'support', list: 'nominations' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const items = await this.gate.openItems(opening, found.items);
    return found.nominations.flatMap((nomination) => {
      const form = found.forms.find((one) => one.form.kind === nomination.kind)?.form;
      if (!form) return [];
      return [
        {
          nomination,
          form,
          toMe: isToMe(nomination, caller),
          person: people.released.find(({ personId }) => personId === nomination.personId) ?? null,
          why: items.released.find(({ itemId }) => itemId === nomination.itemId) ?? null,
        },
      ];
    });
  }

  /**
   * The own house's open cases that one works on: what a nomination can be about. Page by page, the last opened first; the
   * one that is asked for stands before them on the first page.
   */
  async ownCases(
    caller: StaffCaller,
    page: Omit<OwnCasesPage, 'without'> & { readonly including: string | null },
  ): Promise<{ readonly cases: readonly OwnCase[]; readonly more: boolean }> {
    const { first, after, including } = page;
    const found = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(GroupStore);
      const asked = including === null || after !== null ? undefined : await store.findOwnCase(including);
      const rows = await store.findOwnCases({ first: first + 1, after, without: including });
      const cases = [...(asked ? [asked] : []), ...rows.slice(0, first)];
      const more = rows.length > first;
      const identities = await tx.of(IdentityStore).findSealed([...new Set(cases.map(({ personId }) => personId))]);
      return { cases, more, identities, asOf: tx.now };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'support', list: 'own-cases' },
      found.identities,
    );
    const cases = found.cases.map(({ personId, ...file }) => ({
      ...file,
      person: released.find((one) => one.personId === personId) ?? null,
    }));
    return { cases, more: found.more };
  }
}

/** The house's own lines are those that one made and those that one receives; the policy shows no others. */
const isToMe = ({ branchId, toStaffId, byStaffId }: NominationRow, caller: StaffCaller): boolean =>
  branchId === caller.branchId && (toStaffId === caller.staffId || byStaffId !== caller.staffId);
