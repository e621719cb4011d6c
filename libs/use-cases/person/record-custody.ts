import { Injectable } from '@nestjs/common';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf, startOfDay } from '#domain/kernel/stockholm.js';
import { CUSTODY_SOURCES, findCustodyFaults, type Custody, type CustodyFault } from '#domain/person/custody.js';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { takeBackLinksAbout } from '../family/take-back-links.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonCircle, type CustodyRow } from './person-circle.port.js';
import { personTopic } from './person-topic.js';
import { requireCircle, requireForChange } from './require-person.js';

export interface CustodyWritten {
  readonly childId: string;
  readonly guardianId: string;
  readonly kind: string;
  readonly source: string;
  readonly sourceOn: string;
  readonly startsOn: string;
  /** Empty while it lasts. */
  readonly endsOn: string;
}

const FAULT_CODES: Readonly<Record<CustodyFault, string>> = {
  'own-guardian': 'OWN_GUARDIAN',
  'ends-before-start': 'ENDS_BEFORE_START',
  'already-guardian': 'ALREADY_GUARDIAN',
  'source-in-future': 'SOURCE_IN_FUTURE',
};
const FIELDS: Readonly<Record<string, string>> = {
  guardian: 'guardianId',
  until: 'endsOn',
  sourceDate: 'sourceOn',
};

/** Writes down who has custody and how it is known; a claim without source and date counts for nothing (FB 6:2, 6:11). */
@Injectable()
export class RecordCustody {
  constructor(private readonly asCaller: AsCaller) {}

  async run(caller: StaffCaller, written: CustodyWritten): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const child = await requireForChange(tx, written.childId);
      const guardian = await requireForChange(tx, written.guardianId);
      requireCircle(child, guardian);
      const row = readCustody(tx.newId(), { ...written, childId: child.id, guardianId: guardian.id });
      const circle = tx.of(PersonCircle);
      const rows = (await circle.findCustodyOf(child.id)).map(asCustody);
      const faults = findCustodyFaults(rows, asCustody(row), tx.now.getTime());
      if (faults.length > 0)
        throw new InvalidInput(
          faults.map(({ field, code }) => ({ field: FIELDS[field] ?? field, code: FAULT_CODES[code] })),
        );
      await circle.addCustody(row);
      await tell(tx, row, 'custody-recorded');
      await recheckConsentsAbout(tx, row.childId);
    });
  }

  async end(caller: StaffCaller, ending: { id: string; version: number; endsOn: string }): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const circle = tx.of(PersonCircle);
      const row = await circle.findCustody(ending.id);
      if (!row) throw notFound();
      requireCircle(await requireForChange(tx, row.childId), await requireForChange(tx, row.guardianId));
      if (parseCivilDay(ending.endsOn) === undefined)
        throw new InvalidInput([{ field: 'endsOn', code: 'DATE_MISSING' }]);
      if (ending.endsOn <= row.startsOn) throw new InvalidInput([{ field: 'endsOn', code: 'ENDS_BEFORE_START' }]);
      if (!(await circle.endCustody(row.id, ending.version, ending.endsOn))) throw new Failure('CONFLICT');
      await tell(tx, row, 'custody-ended');
      await takeBackLinksAbout(tx, { ...row, why: 'custody-ended' });
      await recheckConsentsAbout(tx, row.childId);
      return row.childId;
    });
  }
}

async function tell(tx: CallerTransaction, row: { id: string; childId: string; guardianId: string }, deed: string) {
  await tx.of(LedgerStore).record(
    [row.childId, row.guardianId].map((personId) => ({
      action: 'change' as const,
      outcome: 'done' as const,
      personId,
      detail: { deed, custody: row.id },
    })),
  );
  await tx
    .of(OutboxStore)
    .put([row.childId, row.guardianId].map((personId) => ({ topic: personTopic(personId), payload: { personId } })));
}

function readCustody(id: string, written: CustodyWritten): Omit<CustodyRow, 'recordedAt' | 'version'> {
  const faults: FieldFault[] = [];
  const source = CUSTODY_SOURCES.find((one) => one === written.source);
  const kind = (['parent', 'appointed'] as const).find((one) => one === written.kind);
  if (!source) faults.push({ field: 'source', code: 'CUSTODY_SOURCE_MISSING' });
  if (!kind) faults.push({ field: 'kind', code: 'CHOOSE_ONE' });
  for (const field of ['sourceOn', 'startsOn'] as const)
    if (parseCivilDay(written[field]) === undefined) faults.push({ field, code: 'DATE_MISSING' });
  if (written.endsOn !== '' && parseCivilDay(written.endsOn) === undefined)
    faults.push({ field: 'endsOn', code: 'DATE_MISSING' });
  if (!source || !kind || faults.length > 0) throw new InvalidInput(faults);
  const { childId, guardianId, sourceOn, startsOn } = written;
  return { id, childId, guardianId, kind, source, sourceOn, startsOn, endsOn: written.endsOn || null };
}

/** Days become the instants at which they begin in Sweden. */
export function asCustody(row: Omit<CustodyRow, 'recordedAt' | 'version'>): Custody {
  const at = (day: string): number => startOfDay(parseCivilDay(day) ?? 0);
  return {
    id: row.id,
    child: row.childId,
    guardian: row.guardianId,
    kind: row.kind,
    source: row.source,
    sourceDate: at(row.sourceOn ?? row.startsOn),
    from: at(row.startsOn),
    until: row.endsOn === null ? null : at(row.endsOn),
  };
}

/** The civil day in Sweden, as the rows write it. */
export const dayOf = (at: Date): string => formatCivilDay(civilDayOf(at.getTime()));
