import type { Caller } from '#use-cases/gate/caller.js';
import type { ShowingLine } from '#use-cases/ledger/ledger-appender.port.js';

/** In the order in which a leaf of the tree holds them: never another. */
export const FIRST_LEDGER_COLUMNS = [
  'municipality_id',
  'actor_staff',
  'actor_service',
  'actor_role',
  'actor_branch',
  'actor_unit',
  'action',
  'outcome',
  'person_id',
  'case_id',
  'item_id',
  'item_version',
  'purpose',
  'ground',
  'origin',
  'request_id',
  'detail',
] as const;

/** Columns that came later, in the order in which they came: a leaf from before them has the bytes that it had. */
export const ADDED_LEDGER_COLUMNS = ['actor_person'] as const;

export const LEDGER_COLUMNS = [...FIRST_LEDGER_COLUMNS, ...ADDED_LEDGER_COLUMNS] as const;

const TYPES = [
  'uuid',
  'uuid',
  'text',
  'text',
  'uuid',
  'uuid',
  'text',
  'text',
  'uuid',
  'uuid',
  'uuid',
  'int',
  'text',
  'text',
  'text',
  'text',
  'jsonb',
  'uuid',
] as const;

/** One INSERT for any number of lines: an array a column. */
export const INSERT_LEDGER = `insert into ledger_entry (${LEDGER_COLUMNS.join(', ')})
  select * from unnest(${TYPES.map((t, i) => `$${i + 1}::${t}[]`).join(', ')})`;

/**
 * The same for what is about to be shown: the counts of cases are compared in the statement that writes the lines, so that
 * what has moved since it was decided is neither written nor shown. Answers the places of those lines, from 1.
 */
export const INSERT_SHOWN = `
  with line as (
    select * from unnest(${[...TYPES, 'uuid', 'bigint'].map((t, i) => `$${i + 1}::${t}[]`).join(', ')})
      with ordinality as l (${LEDGER_COLUMNS.join(', ')}, sight_about, sight_epoch, place)
  ), moved as (
    select l.place from line l join sight_epoch s on s.about = l.sight_about where s.epoch <> l.sight_epoch
  ), written as (
    insert into ledger_entry (${LEDGER_COLUMNS.join(', ')})
    select ${LEDGER_COLUMNS.join(', ')} from line where place not in (select place from moved) order by place
  )
  select place::integer from moved order by place`;

export interface LedgerRow {
  readonly caller: Caller;
  readonly line: ShowingLine;
}

/** The columns of INSERT_LEDGER, an array each. */
export function ledgerArrays(rows: readonly LedgerRow[]): unknown[][] {
  const column = (pick: (row: LedgerRow) => unknown): unknown[] => rows.map(pick);
  const staff = <K extends 'staffId' | 'role' | 'unitId'>({ caller }: LedgerRow, key: K) =>
    caller.kind === 'staff' ? caller[key] : null;
  const someone = <K extends 'municipalityId' | 'branchId' | 'origin'>({ caller }: LedgerRow, key: K) =>
    caller.kind === 'service' ? null : caller[key];
  return [
    column((r) => someone(r, 'municipalityId') ?? r.line.municipalityId ?? null),
    column((r) => staff(r, 'staffId')),
    column((r) => (r.caller.kind === 'service' ? r.caller.name : null)),
    column((r) => staff(r, 'role')),
    column((r) => someone(r, 'branchId')),
    column((r) => staff(r, 'unitId')),
    column((r) => r.line.action),
    column((r) => r.line.outcome),
    column((r) => r.line.personId ?? null),
    column((r) => r.line.caseId ?? null),
    column((r) => r.line.itemId ?? null),
    column((r) => r.line.itemVersion ?? null),
    column((r) => r.line.purpose ?? null),
    column((r) => r.line.ground ?? null),
    column((r) => someone(r, 'origin')),
    column((r) => r.caller.requestId),
    column((r) => JSON.stringify(r.line.detail ?? {})),
    column((r) => (r.caller.kind === 'family' ? r.caller.personId : null)),
  ];
}

/** The columns of INSERT_SHOWN. */
export function shownArrays(rows: readonly LedgerRow[]): unknown[][] {
  return [
    ...ledgerArrays(rows),
    rows.map(({ line }) => line.sight?.about ?? null),
    rows.map(({ line }) => line.sight?.epoch ?? null),
  ];
}
