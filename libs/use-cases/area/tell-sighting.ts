import { Injectable } from '@nestjs/common';
import { decideWeek, parseMonday, writeDay } from '#domain/area/area-week.js';
import type { CivilDay } from '#domain/kernel/civil-day.js';
import { InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { isPlaceOf, LONGEST_AREA_WORDS, placeInWords, requireRunningArea, type AreaKept } from './area-group.js';
import { AreaStore } from './area.port.js';
import { CheckWords } from './check-words.js';

export interface SightingWritten {
  readonly groupId: string;
  /** A Monday; null is this week. */
  readonly monday: string | null;
  readonly place: string;
  readonly band: string;
  readonly phenomenon: string;
  /** How many times it was seen; never how many people. */
  readonly times: number;
  readonly words: string;
  readonly noPerson: readonly string[];
}

const MOST_TIMES = 99;
const WEEK_CODES = { 'not-yet': 'WEEK_NOT_YET', 'too-old': 'WEEK_TOO_OLD', closed: 'WEEK_CLOSED' } as const;

/** A party tells what its people have seen at a place; nobody is named ([S0]; OSL 26:1). */
@Injectable()
export class TellSighting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly check: CheckWords,
  ) {}

  async run(caller: StaffCaller, written: SightingWritten): Promise<void> {
    const place = written.place.trim();
    const words = written.words.trim();
    const trimmed = { ...written, place, words };
    // Nothing is asked of the register before it is certain that the writer may tell this here, and asked again with the row.
    const { area } = await this.asCaller.read(caller, (tx) => requireTellable(tx, trimmed));
    const texts = [placeInWords(area.sketch, place), { field: 'words', text: words }];
    await this.check.run(caller, texts, written.noPerson);
    await this.asCaller.run(caller, async (tx) => {
      const { monday } = await requireTellable(tx, trimmed);
      const id = tx.newId();
      const { band, phenomenon, times, groupId } = written;
      await tx.of(AreaStore).addSighting({
        ...{ id, groupId, place, band, phenomenon, times },
        monday: writeDay(monday),
        words: words === '' ? null : words,
      });
      await note(tx, groupId, { sightingId: id, noPerson: written.noPerson.length });
    });
  }

  /** Takes back what the own house has told. */
  async withdraw(caller: StaffCaller, id: string): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const groupId = await tx.of(AreaStore).withdrawSighting(id);
      if (groupId === undefined) throw notFound();
      await note(tx, groupId, { sightingId: id, sighting: 'withdrawn' });
      return groupId;
    });
  }

  /** Words that point at somebody after all are taken away at once, by whoever sees them. */
  async strike(caller: StaffCaller, id: string): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const groupId = await tx.of(AreaStore).strikeWords(id);
      if (groupId === undefined) throw notFound();
      await note(tx, groupId, { struckId: id });
      return groupId;
    });
  }
}

/** The week that it is told for, in a group that the writer sits in; throws InvalidInput with what is wrong. */
async function requireTellable(
  tx: CallerTransaction,
  written: SightingWritten,
): Promise<{ readonly area: AreaKept; readonly monday: CivilDay }> {
  const area = await requireRunningArea(tx, written.groupId);
  const monday = written.monday === null ? area.thisWeek : parseMonday(written.monday);
  const faults = [...faultsOf(area, written), ...(await weekFaults(tx, area, monday))];
  if (faults.length > 0 || monday === undefined) throw new InvalidInput(faults);
  return { area, monday };
}

function faultsOf({ sketch, terms }: AreaKept, written: SightingWritten): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isPlaceOf(sketch, written.place)) faults.push({ field: 'place', code: 'CHOOSE_ONE' });
  if (!terms.bands.some(({ id }) => id === written.band)) faults.push({ field: 'band', code: 'CHOOSE_ONE' });
  if (!terms.phenomena.some(({ id, retired }) => id === written.phenomenon && !retired))
    faults.push({ field: 'phenomenon', code: 'CHOOSE_ONE' });
  if (!Number.isInteger(written.times) || written.times < 1 || written.times > MOST_TIMES)
    faults.push({ field: 'times', code: 'TIMES_OUT_OF_RANGE', values: { most: MOST_TIMES } });
  if (written.words.length > LONGEST_AREA_WORDS)
    faults.push({ field: 'words', code: 'TOO_LONG', values: { most: LONGEST_AREA_WORDS } });
  return faults;
}

async function weekFaults(
  tx: CallerTransaction,
  { group, thisWeek }: AreaKept,
  monday: number | undefined,
): Promise<FieldFault[]> {
  if (monday === undefined) return [{ field: 'monday', code: 'CHOOSE_ONE' }];
  const closed = (await tx.of(AreaStore).findClosed(group.id)).some((one) => one.monday === writeDay(monday));
  const decision = decideWeek(monday, { monday: thisWeek, closed });
  return decision.outcome === 'open' ? [] : [{ field: 'monday', code: WEEK_CODES[decision.code] }];
}

const note = (tx: CallerTransaction, groupId: string, detail: Record<string, string | number>): Promise<void> =>
  tx
    .of(LedgerStore)
    .record([{ action: 'change', outcome: 'done', ground: 'no-person-data', detail: { groupId, ...detail } }]);
