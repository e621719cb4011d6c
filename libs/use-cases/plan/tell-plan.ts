import { Injectable } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { ShownSights } from '../gate/shown-sights.js';
import { ReadRoom, type Seat } from '../live/read-room.js';
import { RoomStore } from '../live/room.port.js';
import { PlanRoomStore, type RoomPlan } from './plan-room.port.js';
import type { PlanEntryRow } from './plan.port.js';
import { mayWriteIn } from './require-plan.js';
import { goalIn, rightsIn, shownEntry, type EntryRights, type ShownEntry } from './shown-entry.js';

interface Asked {
  readonly groupId: string;
  readonly requires: Capability;
  /** What has changed; all where it is not known what somebody may have less of. */
  readonly changed: readonly ChangedEntry[] | 'all';
}

export interface ChangedEntry {
  readonly id: string;
  /** Branch ids of the houses for which it has; null for all. */
  readonly houses: readonly string[] | null;
}

export interface PartTold {
  readonly entries: readonly ShownEntry[] | null;
  /** Of the house that leads. */
  readonly own: boolean;
}

/** What a room of screens is told of a plan. */
export interface PlanTold {
  /** By session the entries that are theirs, in the order of the page; null for whom the group is not there any more. */
  readonly parts: ReadonlyMap<string, PartTold>;
  /** Sessions that are over. */
  readonly ended: readonly string[];
}

interface Reading {
  readonly caller: StaffCaller;
  readonly plan: RoomPlan;
  /** Of what has changed, what concerns them. */
  readonly entries: readonly PlanEntryRow[];
  readonly sealed: readonly SealedItem[];
}

const MOST_READINGS = 3;

/**
 * What has changed in a plan for everyone who shows it, in one transaction for all of them: each thing is asked of the gate for
 * each reader by themselves, with its line in the ledger, and what is not released is not told (OSL 26:1; design: one gate).
 * Those who are shown the same are given the same object.
 */
@Injectable()
export class TellPlan {
  constructor(
    private readonly gate: Gate,
    private readonly room: ReadRoom,
    private readonly shown: ShownSights,
  ) {}

  async forRoom(seats: readonly Seat[], asked: Asked): Promise<PlanTold> {
    for (let readings = 1; ; readings += 1) {
      const { requestId, told } = await this.readForRoom(seats, asked);
      // What somebody took away while it was read for so many is read again, and never sent.
      if (await this.shown.maySend(requestId)) return told;
      if (readings === MOST_READINGS) throw new Error('sight changed again and again while a plan was read');
    }
  }

  private async readForRoom(
    seats: readonly Seat[],
    { groupId, requires, changed }: Asked,
  ): Promise<{ readonly requestId: string; readonly told: PlanTold }> {
    const { readers, ended, asOf, found } = await this.room.run(seats, requires, (tx, everyone) =>
      find(tx, everyone, groupId, changed),
    );
    const opened = await this.gate.openItemsForEach(
      found.map(({ caller, plan, sealed }) => ({ caller, asOf, purpose: plan.purpose ?? 'support', sealed })),
    );
    const same = new SameEntries();
    const seen = new Map<string, PartTold>(
      found.map(({ caller, plan, entries: rows }, at) => {
        const own = plan.group.branchId === caller.branchId;
        const entries = entriesOf({ caller, plan, rows, own, released: opened[at]?.released ?? [] }, same);
        return [caller.sessionId, { own, entries }];
      }),
    );
    const parts = new Map(
      readers.map(({ sessionId }) => [sessionId, seen.get(sessionId) ?? { own: false, entries: null }]),
    );
    return { requestId: readers[0]?.requestId ?? '', told: { parts, ended } };
  }
}

async function find(
  tx: CallerTransaction,
  everyone: readonly StaffCaller[],
  groupId: string,
  changed: Asked['changed'],
): Promise<readonly Reading[]> {
  const plans = await tx
    .of(PlanRoomStore)
    .find(everyone, groupId, changed === 'all' ? 'all' : [...new Set(changed.map(({ id }) => id))]);
  const seeing = everyone.flatMap((caller, at) => {
    const plan = plans[at];
    if (!plan) return [];
    // A step is told anew with the goal that it leads to: whether it leads anywhere hangs on who has that.
    const isFor = ({ id, goalId }: PlanEntryRow): boolean =>
      changed === 'all' ||
      changed.some(
        (one) => (one.id === id || one.id === goalId) && (one.houses === null || one.houses.includes(caller.branchId)),
      );
    return [{ caller, plan, entries: plan.entries.filter(isFor) }];
  });
  const items = new Set(seeing.flatMap(itemIdsOf));
  const sealed = await tx.of(RoomStore).findSealed(
    seeing.map(({ caller }) => caller),
    [...items],
  );
  return seeing.map((one, at) => {
    const own = new Set(itemIdsOf(one));
    // What one reaches of items beside what one reaches of the plan is not asked of the gate.
    return { ...one, sealed: (sealed[at] ?? []).filter(({ itemId }) => own.has(itemId)) };
  });
}

function itemIdsOf({ entries, plan }: Pick<Reading, 'entries' | 'plan'>): string[] {
  const ids = new Set(entries.map(({ id }) => id));
  const goals = new Set(entries.map(({ goalId }) => goalId));
  return [
    ...plan.entries.flatMap(({ id, itemId }) => (ids.has(id) || goals.has(id) ? itemId : [])),
    ...plan.acts.flatMap(({ entryId, itemId }) => (ids.has(entryId) ? (itemId ?? []) : [])),
  ];
}

function entriesOf(
  of: {
    readonly caller: StaffCaller;
    readonly plan: RoomPlan;
    readonly rows: readonly PlanEntryRow[];
    readonly own: boolean;
    readonly released: readonly ReleasedItem[];
  },
  same: SameEntries,
): readonly ShownEntry[] {
  const { caller, plan, rows, own, released } = of;
  const items = new Map(released.map((item) => [item.itemId, item]));
  const writes = mayWriteIn(caller, plan.group, plan.members) && (own || plan.purpose !== null);
  return rows.flatMap(
    (entry) => same.of(plan, entry, { own, items, ...rightsIn(caller, { own, writes }, entry) }) ?? [],
  );
}

/** Who of the family is called what, what they said, and what a thing was about before, is read with the page. */
const WITHOUT_FAMILY = { voices: [], categoryChanges: [], people: new Map<string, never>() };

/** What is the same for two readers is one object, so that it is written once for both. */
class SameEntries {
  private readonly numbers = new Map<object, number>();
  private readonly entries = new Map<string, ShownEntry | null>();

  of(
    plan: RoomPlan,
    entry: PlanEntryRow,
    {
      own,
      items,
      ...rights
    }: EntryRights & { readonly own: boolean; readonly items: ReadonlyMap<string, ReleasedItem> },
  ): ShownEntry | null {
    const said = [
      entry.itemId,
      ...plan.acts.flatMap(({ entryId, itemId }) => (entryId === entry.id ? (itemId ?? []) : [])),
    ];
    const key = JSON.stringify([
      ...[this.numberOf(plan), entry.id, rights.mayChange, rights.mayDo],
      goalIn({ ...plan, items }, entry),
      said.map((itemId) => this.numberOf(items.get(itemId))),
    ]);
    const known = this.entries.get(key);
    if (known !== undefined) return known;
    const shown = shownEntry({ ...plan, ...WITHOUT_FAMILY, own, items }, entry, rights);
    this.entries.set(key, shown);
    return shown;
  }

  private numberOf(one: object | undefined): number {
    if (one === undefined) return 0;
    const number = this.numbers.get(one) ?? this.numbers.size + 1;
    this.numbers.set(one, number);
    return number;
  }
}
