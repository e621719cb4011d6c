import { Injectable } from '@nestjs/common';
import { parseMonday, writeDay } from '#domain/area/area-week.js';
import { isMeasureState, type MeasureState } from '#domain/area/measure-states.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Failure, InvalidInput, notAllowed, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { isPlaceOf, LONGEST_AREA_WORDS, placeInWords, requireRunningArea, type AreaKept } from './area-group.js';
import { AreaStore, type MeasureRow } from './area.port.js';
import { CheckWords } from './check-words.js';

export interface MeasureWritten {
  readonly groupId: string;
  readonly place: string;
  readonly phenomenon: string | null;
  readonly what: string;
  /** A member of the group. */
  readonly ownerStaffId: string;
  readonly dueOn: string;
  readonly noPerson: readonly string[];
}

export interface MeasureEnded {
  readonly measureId: string;
  readonly version: number;
  readonly state: string;
  readonly result: string;
  readonly noPerson: readonly string[];
}

/** Longer than half a year ahead is a plan and no measure of a week. */
const LONGEST_DAYS = 190;

/** What is done at a place, by whom and until when; it follows from week to week until its result is told ([S0]). */
@Injectable()
export class KeepMeasures {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly check: CheckWords,
  ) {}

  async add(caller: StaffCaller, written: MeasureWritten): Promise<void> {
    const place = written.place.trim();
    const what = written.what.trim();
    const trimmed = { ...written, place, what };
    // Nothing is asked of the register before it is certain that the writer may decide this here.
    const { sketch } = await this.asCaller.read(caller, (tx) => requireDecidable(tx, trimmed));
    await this.check.run(caller, [placeInWords(sketch, place), { field: 'what', text: what }], written.noPerson);
    await this.asCaller.run(caller, async (tx) => {
      const { group, thisWeek, owner } = await requireDecidable(tx, trimmed);
      const id = tx.newId();
      await tx.of(AreaStore).addMeasure({
        id,
        groupId: group.id,
        place,
        phenomenon: written.phenomenon,
        what,
        ownerBranch: owner.branchId,
        ownerStaff: owner.staffId,
        dueOn: written.dueOn,
        since: writeDay(thisWeek),
      });
      await note(tx, group.id, { measureId: id, measure: 'open', noPerson: written.noPerson.length });
    });
  }

  /** Done or dropped, with what came of it. Answers its group. */
  async end(caller: StaffCaller, written: MeasureEnded): Promise<string> {
    const result = written.result.trim();
    await this.asCaller.read(caller, (tx) => requireEndable(tx, caller, { ...written, result }));
    await this.check.run(caller, [{ field: 'result', text: result }], written.noPerson);
    return this.asCaller.run(caller, async (tx) => {
      const { measure, group, thisWeek, state } = await requireEndable(tx, caller, { ...written, result });
      const since = parseMonday(measure.since) ?? thisWeek;
      const endedWeek = writeDay(Math.max(since, thisWeek));
      if (!(await tx.of(AreaStore).endMeasure(measure.id, written.version, { state, result, endedWeek })))
        throw new Failure('CONFLICT');
      await note(tx, group.id, { measureId: measure.id, measure: state, noPerson: written.noPerson.length });
      return group.id;
    });
  }
}

/** A running group that the writer sits in, and the member who is to do it; throws InvalidInput with what is wrong. */
async function requireDecidable(
  tx: CallerTransaction,
  written: MeasureWritten,
): Promise<AreaKept & { readonly owner: GroupMemberRow }> {
  const area = await requireRunningArea(tx, written.groupId);
  const members = await tx.of(GroupStore).findMembers([written.groupId]);
  const owner = members.find(
    ({ staffId, endsAt, hasLeft }) => staffId === written.ownerStaffId && endsAt === null && !hasLeft,
  );
  const faults = wordFaults('what', written.what);
  const due = parseCivilDay(written.dueOn);
  const today = civilDayOf(tx.now.getTime());
  if (!isPlaceOf(area.sketch, written.place)) faults.push({ field: 'place', code: 'CHOOSE_ONE' });
  if (
    written.phenomenon !== null &&
    !area.terms.phenomena.some(({ id, retired }) => id === written.phenomenon && !retired)
  )
    faults.push({ field: 'phenomenon', code: 'CHOOSE_ONE' });
  if (!owner) faults.push({ field: 'ownerStaffId', code: 'CHOOSE_ONE' });
  if (due === undefined) faults.push({ field: 'dueOn', code: 'REQUIRED' });
  else if (due < today || due > today + LONGEST_DAYS) faults.push({ field: 'dueOn', code: 'DUE_OUT_OF_RANGE' });
  if (faults.length > 0 || !owner) throw new InvalidInput(faults);
  return { ...area, owner };
}

/** A measure of the writer's own house, or of a group that it leads. */
async function requireEndable(
  tx: CallerTransaction,
  caller: StaffCaller,
  written: MeasureEnded,
): Promise<AreaKept & { readonly measure: MeasureRow; readonly state: Exclude<MeasureState, 'open'> }> {
  const measure = await tx.of(AreaStore).findMeasure(written.measureId);
  if (!measure) throw notFound();
  const area = await requireRunningArea(tx, measure.groupId);
  if (measure.ownerBranch !== caller.branchId && area.group.branchId !== caller.branchId) throw notAllowed();
  const { state } = written;
  if (!isMeasureState(state) || state === 'open') throw new Failure('CHOOSE_ONE', 'state');
  const faults = wordFaults('result', written.result);
  if (faults.length > 0) throw new InvalidInput(faults);
  return { ...area, measure, state };
}

function wordFaults(field: string, text: string): FieldFault[] {
  if (text === '') return [{ field, code: 'REQUIRED' }];
  return text.length > LONGEST_AREA_WORDS ? [{ field, code: 'TOO_LONG', values: { most: LONGEST_AREA_WORDS } }] : [];
}

const note = (tx: CallerTransaction, groupId: string, detail: Record<string, string | number>): Promise<void> =>
  tx
    .of(LedgerStore)
    .record([{ action: 'change', outcome: 'done', ground: 'no-person-data', detail: { groupId, ...detail } }]);
