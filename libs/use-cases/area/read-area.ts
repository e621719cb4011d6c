import { Injectable } from '@nestjs/common';
import type { AreaTerms } from '#domain/area/area-terms.js';
import { parseMonday, weekNumber, writeDay } from '#domain/area/area-week.js';
import { standsInWeek } from '#domain/area/measure-states.js';
import { countPlaces, countWeeks, type CellFacts, type PlaceCount, type WeekCount } from '#domain/area/picture.js';
import type { Sketch } from '#domain/area/sketch.js';
import { NONE_TOLD, tellCount, type ToldCount } from '#domain/area/told-count.js';
import { parseCivilDay, type CivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { hasCapability } from '#domain/organisation/role.js';
import { Failure } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from '../group/group.port.js';
import { noteGroup } from '../group/read-group.js';
import { requireArea } from './area-group.js';
import { AreaStore, type ClosedWeek, type CountRow, type MeasureRow, type SightingRow } from './area.port.js';

/** How far back the trend goes, in weeks. */
export const TREND_WEEKS = 8;

export interface ShownSighting {
  readonly row: SightingRow;
  readonly own: boolean;
  readonly told: ToldCount;
}

export interface ShownMeasure {
  readonly row: MeasureRow;
  /** Decided in an earlier week and still open in this one. */
  readonly carried: boolean;
  readonly late: boolean;
  /** The reader's house may tell its result. */
  readonly mayEnd: boolean;
}

export interface AreaPage {
  readonly group: GroupRow;
  readonly formName: { readonly sv: string; readonly en: string };
  readonly own: boolean;
  readonly mayLead: boolean;
  readonly mayAdd: boolean;
  readonly monday: CivilDay;
  readonly thisWeek: CivilDay;
  readonly number: { readonly year: number; readonly week: number };
  readonly closed: ClosedWeek | null;
  readonly terms: AreaTerms;
  readonly sketch: Sketch | null;
  readonly sightings: readonly ShownSighting[];
  readonly places: readonly (PlaceCount & { readonly before: ToldCount })[];
  readonly trend: readonly WeekCount[];
  readonly measures: readonly ShownMeasure[];
  readonly members: readonly GroupMemberRow[];
  /** Houses in the group that have told nothing this week. */
  readonly silent: readonly string[];
}

/** One week of an area: what was seen where, what is done about it, and how it has gone over the last weeks. */
@Injectable()
export class ReadArea {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
  ) {}

  run(caller: StaffCaller, groupId: string, wanted: string | null): Promise<AreaPage> {
    return this.asCaller.run(caller, async (tx) => {
      const { group, terms, sketch, thisWeek } = await requireArea(tx, groupId);
      const monday = wanted === null ? thisWeek : parseMonday(wanted);
      if (monday === undefined) throw new Failure('CHOOSE_ONE', 'monday');
      const store = tx.of(AreaStore);
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const from = monday - 7 * (TREND_WEEKS - 1);
      const here = await store.findSightings(groupId, writeDay(monday), writeDay(monday));
      const cells = (await store.findCounts(groupId, writeDay(from), writeDay(monday))).map(cellOf);
      const members = await this.membersOf(tx, groupId);
      const closed = (await store.findClosed(groupId)).find((one) => one.monday === writeDay(monday)) ?? null;
      const before = new Map(
        countPlaces(cells.filter((one) => one.monday === monday - 7)).map((one) => [one.place, one]),
      );
      const today = civilDayOf(tx.now.getTime());
      const own = group.branchId === caller.branchId;
      const mayLead = own && hasCapability(caller.role, 'manage-groups');
      const runs = group.formedAt !== null && group.closedAt === null;
      await noteGroup(tx, group, 'area-week');
      return {
        ...{ group, own, mayLead, monday, thisWeek, terms, sketch, members, closed },
        formName: form.name,
        mayAdd: runs && closed === null && monday <= thisWeek && hasCapability(caller.role, 'write-item'),
        number: weekNumber(monday),
        sightings: here.map((row) => ({ row, ...toldOf(row, caller) })),
        places: countPlaces(cells.filter((one) => one.monday === monday)).map((one) => ({
          ...one,
          before: before.get(one.place)?.told ?? NONE_TOLD,
        })),
        trend: countWeeks(cells, monday, TREND_WEEKS),
        measures: shownMeasures(await store.findMeasures(groupId), { monday, today, caller, runs, mayLead }),
        silent: silentHouses(members, here),
      };
    });
  }

  private async membersOf(tx: CallerTransaction, groupId: string): Promise<readonly GroupMemberRow[]> {
    const members = await tx.of(GroupStore).findMembers([groupId]);
    return members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
  }
}

const cellOf = (row: CountRow): CellFacts => ({ ...row, monday: parseCivilDay(row.monday) ?? 0 });

const toldOf = (row: SightingRow, caller: StaffCaller): { own: boolean; told: ToldCount } => {
  const own = row.branchId === caller.branchId;
  const times = row.times ?? 0;
  return { own, told: own ? tellCount(times, 0) : tellCount(0, times, row.times === null) };
};

function shownMeasures(
  rows: readonly MeasureRow[],
  at: { monday: CivilDay; today: CivilDay; caller: StaffCaller; runs: boolean; mayLead: boolean },
): readonly ShownMeasure[] {
  return rows.flatMap((row) => {
    const since = parseCivilDay(row.since) ?? 0;
    const endedWeek = row.endedWeek === null ? null : (parseCivilDay(row.endedWeek) ?? null);
    if (!standsInWeek({ since, endedWeek }, at.monday)) return [];
    const isOpen = row.state === 'open';
    return [
      {
        row,
        carried: since < at.monday,
        late: isOpen && (parseCivilDay(row.dueOn) ?? 0) < at.today,
        mayEnd: isOpen && at.runs && (row.ownerBranch === at.caller.branchId || at.mayLead),
      },
    ];
  });
}

const silentHouses = (members: readonly GroupMemberRow[], here: readonly SightingRow[]): readonly string[] => {
  const told = new Set(here.map(({ branchId }) => branchId));
  return [...new Map(members.map(({ branchId, branchName }) => [branchId, branchName]))]
    .filter(([id]) => !told.has(id))
    .map(([, name]) => name);
};
