import { Injectable } from '@nestjs/common';
import { parseCivilDay, formatCivilDay } from '#domain/kernel/civil-day.js';
import { isWorkday } from '#domain/kernel/public-holidays.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import type { EntryAct, MeasureOutcome } from '#domain/plan/entry-states.js';
import { readingOf, untoldPeriod, type Measured, type Reading } from '#domain/plan/plan-series.js';
import { isSince, isToldOf, newestFirst, type HappeningKind } from '#domain/plan/since-last-meeting.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore, type HouseSeeing } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import { GroupStore } from '../group/group.port.js';
import { noteGroup } from '../group/read-group.js';
import { earlierFigures, type EarlierFigure } from './earlier-figures.js';
import { PlanNewsStore, type PlanNewsRow, type PlanValueRow } from './plan-news.port.js';
import { PlanStore, type PlanActRow, type PlanEntryRow } from './plan.port.js';
import { mayWriteIn, requireCaseGroup } from './require-plan.js';
import { mayTell } from './tell-value.js';

/** One thing that has happened; what it has no use for is null. */
export interface Happening {
  /** Of the note, the figure, the act or what was added. */
  readonly id: string;
  readonly kind: HappeningKind;
  readonly at: Date;
  readonly byName: string;
  /** What was told, or what was said of it. */
  readonly item: ReleasedItem | null;
  readonly alsoSeenBy: readonly HouseSeeing[];
  /** The measure or the series that it is about, in its words. */
  readonly of: string | null;
  readonly act: EntryAct | null;
  readonly result: MeasureOutcome | null;
  readonly figure: { readonly value: number; readonly period: string; readonly measured: Measured } | null;
  /** When the words that stand there were written, where they are not the first, and why. */
  readonly corrected: { readonly at: Date; readonly byName: string; readonly why: string | null } | null;
  /** The group has not met since. */
  readonly isSince: boolean;
  /** The reader’s own house has told it, and may put it right or take it out. */
  readonly mayChange: boolean;
}

export interface ShownValue {
  readonly id: string;
  readonly period: string;
  readonly value: number;
  readonly byName: string;
  readonly at: Date;
  readonly itemVersion: number;
  readonly isCorrected: boolean;
  /** What it said before, the oldest first. */
  readonly earlier: readonly EarlierFigure[];
  readonly mayCorrect: boolean;
}

export interface ShownSeries {
  /** Of the entry in the plan that it is. */
  readonly seriesId: string;
  readonly name: string;
  readonly measured: Measured;
  readonly ownerName: string | null;
  readonly isFollowed: boolean;
  readonly mayTell: boolean;
  /** In the order of their days. */
  readonly values: readonly ShownValue[];
  readonly reading: Reading | null;
  /** A day or a week that nobody has told yet; null where none is waited for. */
  readonly untold: string | null;
}

export interface NewsPage {
  readonly groupId: string;
  readonly lastMetAt: Date | null;
  readonly mayWrite: boolean;
  readonly happenings: readonly Happening[];
  readonly series: readonly ShownSeries[];
}

/** So many are shown; what is older stands in the plan and in the minutes. */
const MOST = 100;

/**
 * What has happened in a group since it last met, as this reader may have it: each note, figure and act is asked of the gate
 * for this reader alone, and what is not released has not happened to them (OSL 26:1; design: one gate).
 */
@Injectable()
export class ReadNews {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, groupId: string): Promise<NewsPage> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, groupId));
    const opening = { caller, asOf: found.asOf, purpose: found.plan?.purpose ?? 'support' } as const;
    const { released } = await this.gate.openItems(opening, found.sealed);
    const items = new Map(released.map((item) => [item.itemId, item]));
    const rows = found.earlier.filter(({ itemId }) => items.has(itemId));
    const earlier = await earlierFigures(this.gate, opening, { sealed: found.sealed, rows, now: items });
    return pageOf(caller, found, { items, earlier });
  }

  async mayWatch(caller: StaffCaller, groupId: string): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(GroupStore).find(groupId))?.level === 'persons');
  }

  private async find(tx: CallerTransaction, groupId: string) {
    const group = await requireCaseGroup(tx, groupId);
    await noteGroup(tx, group, 'plan-news');
    const store = tx.of(PlanNewsStore);
    const entries = (await tx.of(PlanStore).findEntries(group.id)).filter(({ kind }) => isToldOf(kind, 'reach'));
    const known = new Set(entries.map(({ id }) => id));
    const acts = (await tx.of(PlanStore).findActs(group.id)).filter(({ entryId }) => known.has(entryId));
    const news = (await store.findOfGroup(group.id)).filter(({ takenOutAt }) => takenOutAt === null);
    const values = (await store.findValues(group.id)).filter(({ seriesId }) => known.has(seriesId));
    const told = [...news, ...values].map(({ itemId }) => itemId);
    const ids = [...told, ...entries.map(({ itemId }) => itemId), ...acts.flatMap(({ itemId }) => itemId ?? [])];
    return {
      group,
      earlier: await store.findEarlier(values.map(({ itemId }) => itemId)),
      plan: await tx.of(PlanStore).find(group.id),
      entries,
      acts,
      news,
      values,
      members: await tx.of(GroupStore).findMembers([group.id]),
      sealed: await tx.of(ItemStore).findSealed([...new Set(ids)]),
      seeing: await tx.of(ItemStore).findHousesSeeing(told),
      asOf: tx.now,
    };
  }
}

type Found = Awaited<ReturnType<ReadNews['find']>>;
type Items = ReadonlyMap<string, ReleasedItem>;

interface Opened {
  readonly items: Items;
  readonly earlier: ReadonlyMap<string, readonly EarlierFigure[]>;
}

interface Reader extends Opened {
  readonly caller: StaffCaller;
  readonly found: Found;
  readonly writes: boolean;
}

function pageOf(caller: StaffCaller, found: Found, opened: Opened): NewsPage {
  const { items } = opened;
  const { group, entries, members } = found;
  const leads = group.branchId === caller.branchId;
  const writes = mayWriteIn(caller, group, members) && (leads || found.plan !== undefined);
  const reader: Reader = { caller, found, ...opened, writes };
  const shown = entries.filter(({ itemId }) => items.has(itemId));
  const happenings = [
    ...found.news.flatMap((one) => newsOf(reader, one)),
    ...found.values.flatMap((one) => valueOf(reader, one)),
    ...shown.flatMap((entry) => addedOf(reader, entry)),
    ...found.acts.flatMap((one) => actOf(reader, one)),
  ];
  return {
    groupId: group.id,
    lastMetAt: group.lastMetAt,
    mayWrite: writes,
    happenings: newestFirst(happenings.map((one) => ({ one, at: one.at.getTime() })))
      .slice(0, MOST)
      .map(({ one }) => one),
    series: shown.flatMap((entry) => seriesOf(reader, entry)),
  };
}

const NOTHING = {
  item: null,
  alsoSeenBy: [],
  of: null,
  act: null,
  result: null,
  figure: null,
  corrected: null,
} as const;

const sinceIn = ({ found }: Reader, at: Date): boolean =>
  isSince({ at: at.getTime() }, found.group.lastMetAt?.getTime() ?? null);

const correctedOf = (row: Pick<PlanNewsRow, 'wordsAt' | 'wordsByName'>, item: ReleasedItem): Happening['corrected'] => {
  const why = item.content.data?.['why'];
  if (item.version === 1) return null;
  return { at: row.wordsAt, byName: row.wordsByName, why: typeof why === 'string' ? why : null };
};

function newsOf(reader: Reader, news: PlanNewsRow): Happening[] {
  const item = reader.items.get(news.itemId);
  if (!item) return [];
  const { id, kind, byName, madeAt } = news;
  return [
    {
      ...{ ...NOTHING, id, kind, byName, item, at: madeAt },
      alsoSeenBy: reader.found.seeing.filter(({ itemId }) => itemId === news.itemId),
      corrected: correctedOf(news, item),
      isSince: sinceIn(reader, madeAt),
      mayChange: reader.writes && news.byBranch === reader.caller.branchId,
    },
  ];
}

const valueIn = ({ content }: ReleasedItem): number | null => {
  const value = content.data?.['value'];
  return typeof value === 'number' ? value : null;
};

function valueOf(reader: Reader, told: PlanValueRow): Happening[] {
  const series = reader.found.entries.find(({ id }) => id === told.seriesId);
  const [item, of] = [reader.items.get(told.itemId), series && reader.items.get(series.itemId)];
  const value = item ? valueIn(item) : null;
  if (!item || !of || value === null || !series?.measured) return [];
  const { id, byName, madeAt, period } = told;
  return [
    {
      ...{ ...NOTHING, id, kind: 'value', byName, item, at: madeAt, of: of.content.text },
      alsoSeenBy: reader.found.seeing.filter(({ itemId }) => itemId === told.itemId),
      figure: { value, period, measured: series.measured },
      corrected: correctedOf(told, item),
      isSince: sinceIn(reader, madeAt),
      // Where the series stands with all its figures.
      mayChange: false,
    },
  ];
}

function addedOf(reader: Reader, entry: PlanEntryRow): Happening[] {
  const item = reader.items.get(entry.itemId);
  if (!item || !isToldOf(entry.kind)) return [];
  const { id, byName, madeAt } = entry;
  const of = item.content.text;
  return [
    { ...NOTHING, id, kind: 'added', byName, of, at: madeAt, isSince: sinceIn(reader, madeAt), mayChange: false },
  ];
}

function actOf(reader: Reader, row: PlanActRow): Happening[] {
  const { id, act, result, byName, at } = row;
  const entry = reader.found.entries.find((one) => one.id === row.entryId);
  const of = entry && reader.items.get(entry.itemId);
  if (!of || !isToldOf(entry.kind, act)) return [];
  const item = row.itemId === null ? null : (reader.items.get(row.itemId) ?? null);
  // What the gate keeps of it has not happened to them either: what came of a measure is as much as its words.
  if (row.itemId !== null && item === null) return [];
  const isAfter = sinceIn(reader, at);
  return [
    {
      ...{ ...NOTHING, id, kind: 'act', act, result, byName, at, item },
      ...{ of: of.content.text, isSince: isAfter, mayChange: false },
    },
  ];
}

function seriesOf(reader: Reader, entry: PlanEntryRow): ShownSeries[] {
  const { caller, found, items, writes, earlier: before } = reader;
  const item = items.get(entry.itemId);
  const { measured } = entry;
  if (!item || !measured || entry.state === 'removed') return [];
  const isFollowed = entry.state === 'standing';
  const values = found.values.flatMap((told) => {
    const said = told.seriesId === entry.id ? items.get(told.itemId) : undefined;
    const value = said ? valueIn(said) : null;
    if (!said || value === null) return [];
    const { id, period, byName, madeAt } = told;
    const mayCorrect = writes && isFollowed && told.byBranch === caller.branchId;
    const isCorrected = said.version > 1;
    const earlier = before.get(told.itemId) ?? [];
    return [{ id, period, value, byName, at: madeAt, itemVersion: said.version, isCorrected, mayCorrect, earlier }];
  });
  const told = values.map(({ period, value }) => ({ period: parseCivilDay(period) ?? 0, value }));
  const untold = isFollowed
    ? untoldPeriod(told, measured, {
        agreedOn: civilDayOf(entry.madeAt.getTime()),
        today: civilDayOf(found.asOf.getTime()),
        isRest: (day) => !isWorkday(day),
      })
    : null;
  return [
    {
      ...{ seriesId: entry.id, name: item.content.text, measured, ownerName: entry.ownerName, isFollowed, values },
      mayTell: writes && isFollowed && mayTell(caller, found.group.branchId === caller.branchId, entry),
      reading: readingOf(told, measured),
      untold: untold === null ? null : formatCivilDay(untold),
    },
  ];
}
