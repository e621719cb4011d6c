import { Injectable } from '@nestjs/common';
import { ageAt } from '#domain/disclosure/age.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { hindranceOf, isAboutAlone, type OfferHindrance } from '#domain/relocation/relocation.js';
import { notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem, ReleasedRelocated } from '../gate/released.js';
import { RelocationGate } from '../gate/open-relocated.js';
import { FormLibrary } from '../form/form-library.port.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { ShareStore } from '../share/share.port.js';
import { RelocationStore, type RelocationRow, type RelocationTarget } from './relocation.port.js';

const MOST_THINGS = 100;

export interface RelocationPage {
  readonly group: GroupRow;
  readonly targets: readonly RelocationTarget[];
  /** What the own house has said and can tell on, newest first. */
  readonly things: readonly ReleasedItem[];
  /** How many more it has said that stay: they are about others as well, or say nothing in words. */
  readonly staying: number;
  /** Why this person's work cannot be offered to anybody; null where it can. */
  readonly hindrance: OfferHindrance | null;
  /** Offers so far, the newest first. */
  readonly offers: readonly RelocationRow[];
}

export interface IncomingRelocation {
  readonly relocation: RelocationRow;
  readonly form: CollaborationForm | null;
  /** Null until whoever may take over has asked to see it. */
  readonly about: ReleasedRelocated | null;
}

/** Both sides of a move to another municipality: what is offered and how it went, and what one is offered oneself. */
@Injectable()
export class ReadRelocations {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly relocations: RelocationGate,
    private readonly library: FormLibrary,
  ) {}

  async ofGroup(caller: StaffCaller, groupId: string): Promise<RelocationPage> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(groupId);
      if (!group || group.branchId !== caller.branchId || group.caseId === null) throw notFound();
      const ids = await tx.of(ShareStore).findTellable(group.caseId, MOST_THINGS);
      await noteRelocation(tx, group, 'relocation');
      return {
        group,
        targets: await tx.of(RelocationStore).findTargets(),
        offers: await tx.of(RelocationStore).findOfGroup(groupId),
        sealed: await tx.of(ItemStore).findSealed(ids),
        subjects: (await tx.of(ShareStore).findFactsAbout(group.personId === null ? [] : [group.personId])).subjects,
        asOf: tx.now,
      };
    });
    // Who it is goes along by itself.
    const said = found.sealed.filter(({ category }) => category !== 'nomination');
    const alone = said.filter(({ subjects }) =>
      isAboutAlone(
        subjects.map(({ id }) => id),
        found.group.personId ?? '',
      ),
    );
    const { released } = await this.gate.openItems({ caller, asOf: found.asOf, purpose: 'support' }, alone);
    const things = released.filter(({ content }) => content.text.trim() !== '');
    const staying = said.length - alone.length + released.length - things.length;
    const [subject] = found.subjects;
    const hindrance =
      subject === undefined
        ? null
        : hindranceOf({ age: ageAt(subject.born, found.asOf.getTime()), protection: subject.protection });
    return { group: found.group, targets: found.targets, offers: found.offers, things, staying, hindrance };
  }

  /** Whom they are about is in none of them. */
  incoming(caller: StaffCaller): Promise<readonly IncomingRelocation[]> {
    return this.asCaller.run(caller, async (tx) => {
      const rows = await tx.of(RelocationStore).findIncoming();
      await tx.of(LedgerStore).record([
        {
          action: 'read',
          outcome: 'release',
          ground: 'no-person-data',
          detail: { list: 'relocations', shown: rows.length },
        },
      ]);
      return rows.map((relocation) => ({ relocation, form: this.formOf(relocation), about: null }));
    });
  }

  /** Who may take over is told whom it is about, so as to know whether it is theirs; that they looked stays written. */
  async open(caller: StaffCaller, id: string): Promise<IncomingRelocation> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const relocation = await tx.of(RelocationStore).find(id);
      if (!relocation || relocation.toBranchId !== caller.branchId) throw notFound();
      const waits = relocation.answer === null && relocation.withdrawnAt === null;
      return { relocation, sealed: waits ? await tx.of(RelocationStore).findSealed(id) : [], asOf: tx.now };
    });
    const about = await this.relocations.open({ caller, asOf: found.asOf }, found.sealed);
    return { relocation: found.relocation, form: this.formOf(found.relocation), about: about ?? null };
  }

  private formOf({ form }: RelocationRow): CollaborationForm | null {
    const forms = this.library.all();
    return forms.find(({ kind }) => kind === form) ?? forms.find((one) => one.form === form && !one.variant) ?? null;
  }
}

const noteRelocation = (tx: CallerTransaction, group: GroupRow, list: string): Promise<void> =>
  tx.of(LedgerStore).record([
    {
      action: 'read',
      outcome: 'release',
      ground: 'internal',
      caseId: group.caseId,
      personId: group.personId,
      detail: { list, groupId: group.id },
    },
  ]);
