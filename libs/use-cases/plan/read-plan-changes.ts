import { Injectable } from '@nestjs/common';
import { partOf, type FamilyPart } from '#domain/plan/family-plan.js';
import type { EntryState } from '#domain/plan/entry-states.js';
import type { EntryKind } from '#domain/plan/plan-entry.js';
import { compareVersions, type Changed, type VersionLine } from '#domain/plan/plan-versions.js';
import { FamilyFacts } from '../family/family-facts.port.js';
import { notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { FamilyGate } from '../gate/open-to-family.js';
import type { ReleasedItem, ReleasedName } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { FamilyPlanStore, type FamilyEntryRow, type FamilyLineRow, type FamilyWordsRow } from './family-plan.port.js';
import type { Promiser } from './read-family-plan.js';

/** One thing as it stood at one time. */
export interface ChangeSide {
  readonly said: ReleasedItem;
  readonly state: EntryState;
  readonly promisedBy: Promiser | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
}

export interface FamilyDifference {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly part: FamilyPart;
  readonly what: 'added' | 'taken-away' | 'changed';
  readonly changed: readonly Changed[];
  readonly before: ChangeSide | null;
  readonly after: ChangeSide | null;
}

/** What is otherwise since one version, until the next one or until now. */
export interface PlanChanges {
  readonly number: number;
  readonly putAt: Date;
  /** When the next was put forward; null: as the plan stands now. */
  readonly until: Date | null;
  readonly differences: readonly FamilyDifference[];
}

interface Line extends VersionLine {
  readonly itemId: string;
  readonly kind: EntryKind;
  readonly state: EntryState;
}

/**
 * What has become otherwise in a plan, for one of the family: each version that they were asked about beside the next, and the last
 * beside the plan as it stands. Only what was written for the family then and is for them now, each wording given by their own
 * gate, of the kind of information that it was ([S1]; OSL 12:1–3).
 */
@Injectable()
export class ReadPlanChanges {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: FamilyGate,
  ) {}

  async run(caller: FamilyCaller, groupId: string): Promise<readonly PlanChanges[]> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, groupId));
    const opening = { caller, asOf: found.asOf };
    const names = await this.gate.openNames(opening, found.names);
    const opened = new Map<string, ReleasedItem>();
    // The gate opens one version of a thing at a time.
    for (const sealed of found.versions)
      for (const item of await this.gate.openItems(opening, sealed)) opened.set(`${item.itemId} ${item.version}`, item);
    return changesOf(caller, found, { names: new Map(names.map((name) => [name.personId, name])), items: opened });
  }

  private async find(tx: CallerTransaction, groupId: string) {
    const [store, facts] = [tx.of(FamilyPlanStore), tx.of(FamilyFacts)];
    const plan = (await store.findPlans()).find((one) => one.groupId === groupId);
    if (!plan) throw notFound();
    const lines = (await store.findLines()).filter((one) => one.groupId === groupId);
    const entries = (await store.findEntries()).filter((one) => one.groupId === groupId);
    const items = await facts.findItems([...new Set([...lines, ...entries].map(({ itemId }) => itemId))]);
    const people = [...lines, ...entries].flatMap(({ promisedBy }) => promisedBy ?? []);
    const { personId, caseId } = plan;
    await tx.of(LedgerStore).record([
      {
        ...{ action: 'read', outcome: 'release', ground: 'own-plan', personId, caseId },
        detail: { list: 'family-plan-changes' },
      },
    ]);
    return {
      plan,
      lines,
      entries,
      items,
      versions: sealedOf(items, lines, await store.findEarlierWords()),
      names: await facts.findNames([...new Set(people)]),
      asOf: tx.now,
    };
  }
}

type Found = Awaited<ReturnType<ReadPlanChanges['find']>>;

interface Opened {
  readonly names: ReadonlyMap<string, ReleasedName>;
  /** By id and version. */
  readonly items: ReadonlyMap<string, ReleasedItem>;
}

/** What is opened together: the plan as it stands, and of earlier words one version of each thing at a time. */
function sealedOf(
  items: readonly SealedItem[],
  lines: readonly FamilyLineRow[],
  words: readonly FamilyWordsRow[],
): readonly (readonly SealedItem[])[] {
  const wanted = new Set(lines.map(({ itemId, itemVersion }) => `${itemId} ${itemVersion}`));
  const earlier = words.filter(({ itemId, version }) => wanted.has(`${itemId} ${version}`));
  const numbers = [...new Set(earlier.map(({ version }) => version))].sort((one, other) => one - other);
  const known = new Map(items.map((item) => [item.itemId, item]));
  return [
    items,
    ...numbers.map((number) =>
      earlier.flatMap(({ itemId, version, category, keyVersion, ciphertext }) => {
        const item = known.get(itemId);
        if (!item || version !== number) return [];
        return [{ ...item, version, category, content: { ...item.content, keyVersion, ciphertext } }];
      }),
    ),
  ];
}

function changesOf(caller: FamilyCaller, found: Found, opened: Opened): readonly PlanChanges[] {
  const puts = [...new Map(found.lines.map(({ number, putAt }) => [number, putAt])).entries()];
  const versions = puts.map(([number, putAt]) => ({
    ...{ number, putAt },
    lines: found.lines.filter((line) => line.number === number).map(lineOf),
  }));
  const now = found.entries.map((entry) => standing(entry, found.items));
  return versions
    .map(({ number, putAt, lines }, at) => {
      const next = versions[at + 1];
      const differences = compareVersions(lines, next?.lines ?? now).flatMap((one) =>
        shownOf(caller, found, opened, one),
      );
      return { number, putAt, until: next?.putAt ?? null, differences };
    })
    .reverse();
}

/** Who of the staff is responsible is told with the plan as it stands. */
const lineOf = ({
  entryId,
  itemId,
  itemVersion,
  kind,
  state,
  promisedBy,
  startsOn,
  followUpOn,
}: FamilyLineRow): Line => ({
  ...{ entryId, itemId, itemVersion, kind, state, promisedBy, startsOn, followUpOn },
  ownerStaffId: null,
});

const standing = (
  { id, itemId, kind, state, promisedBy, startsOn, followUpOn }: FamilyEntryRow,
  items: readonly SealedItem[],
): Line => ({
  ...{ entryId: id, itemId, kind, state, promisedBy, startsOn, followUpOn },
  itemVersion: items.find((item) => item.itemId === itemId)?.version ?? 0,
  ownerStaffId: null,
});

/** What the gate keeps on either side is not spoken of. */
function shownOf(
  caller: FamilyCaller,
  { plan }: Found,
  opened: Opened,
  difference: ReturnType<typeof compareVersions<Line>>[number],
): readonly FamilyDifference[] {
  const { entryId, what, changed, before, after } = difference;
  const side = (line: Line | null): ChangeSide | null => {
    const said = line && opened.items.get(`${line.itemId} ${line.itemVersion}`);
    if (!said) return null;
    const { state, promisedBy: by, startsOn, followUpOn } = line;
    return { said, state, startsOn, followUpOn, promisedBy: by === null ? null : promiserOf(caller, plan, opened, by) };
  };
  const [was, is] = [side(before), side(after)];
  const line = after ?? before;
  const part = line && partOf({ kind: line.kind, isPromised: line.promisedBy !== null });
  if (!line || !part || (before && !was) || (after && !is)) return [];
  return [{ entryId, kind: line.kind, part, what, changed, before: was, after: is }];
}

function promiserOf(
  caller: FamilyCaller,
  { personId }: Found['plan'],
  { names }: Opened,
  promisedBy: string,
): Promiser {
  const who = promisedBy === caller.personId ? 'me' : promisedBy === personId ? 'subject' : 'guardian';
  return { who, name: names.get(promisedBy) ?? null };
}
