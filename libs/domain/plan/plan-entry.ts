/**
 * What a plan is made of: the young person's own picture of the future first, then part goals and concrete steps, and what
 * everyone around does, frames and leaves alone ([S1]: the young person's own goals are the mission).
 */
import type { CivilDay } from '../kernel/civil-day.js';
import {
  SERIES_BETTER,
  SERIES_CADENCES,
  SERIES_UNITS,
  measuredOf,
  type Measured,
  type MeasuredWritten,
} from './plan-series.js';

/** What measures are aimed at: the eight that RBM and Check:IRK speak of ([S1]). */
export const NEED_AREAS = [
  'crime',
  'personality',
  'attitudes',
  'relations',
  'substances',
  'family',
  'school-or-work',
  'leisure',
] as const;
export type NeedArea = (typeof NEED_AREAS)[number];

export const ENTRY_KINDS = [
  'future',
  'goal',
  'step',
  'measure',
  'frame',
  'risk',
  'protection',
  'strength',
  'adaptation',
  'step-back',
  'series',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_FIELDS = [
  'goal',
  'needArea',
  'aim',
  'owner',
  'followUpOn',
  'watch',
  'unit',
  'better',
  'cadence',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

export interface KindOfEntry {
  /** The young person's own words and what binds everyone go through the house that leads; the rest any party says for itself. */
  readonly by: 'leading-house' | 'any-party';
  /** What it has to say beside its words. */
  readonly asks: readonly EntryField[];
  /** There is one at a time. */
  readonly single: boolean;
}

export const KINDS: Readonly<Record<EntryKind, KindOfEntry>> = {
  // A line ten years on, in their words.
  future: { by: 'leading-house', asks: [], single: true },
  goal: { by: 'leading-house', asks: [], single: false },
  step: { by: 'leading-house', asks: ['goal'], single: false },
  measure: { by: 'any-party', asks: ['needArea', 'aim', 'owner', 'followUpOn'], single: false },
  // Home by nine, and who keeps an eye on it.
  frame: { by: 'any-party', asks: ['watch'], single: false },
  risk: { by: 'any-party', asks: ['needArea'], single: false },
  protection: { by: 'any-party', asks: [], single: false },
  strength: { by: 'any-party', asks: [], single: false },
  // How the work has to be done to reach this very person.
  adaptation: { by: 'any-party', asks: [], single: false },
  // What others leave alone because one contact has been chosen.
  'step-back': { by: 'leading-house', asks: [], single: false },
  // What is followed in figures, and who tells them.
  series: { by: 'any-party', asks: ['unit', 'better', 'cadence', 'owner'], single: false },
};

export interface EntryWritten {
  readonly kind: string;
  readonly words: string;
  /** The part goal that a step leads to. */
  readonly goal: string | null;
  readonly needArea: string | null;
  readonly aim: string;
  readonly owner: string | null;
  /** Who of the family does it; whoever is responsible follows it up. */
  readonly promisedBy: string | null;
  readonly startsOn: CivilDay | null;
  readonly followUpOn: CivilDay | null;
  readonly watch: string;
  /** Of a series alone. */
  readonly measured: MeasuredWritten | null;
}

export interface EntryFacts {
  readonly leads: boolean;
  readonly today: CivilDay;
  /** Part goals that stand. */
  readonly goals: readonly string[];
  /** Seats that somebody holds. */
  readonly owners: readonly string[];
  /** Of the family, those whom the writer may ask to do something. */
  readonly family: readonly string[];
  /** Of this kind, standing. */
  readonly standing: number;
}

export interface EntryFault {
  readonly field: EntryField | 'kind' | 'words' | 'promisedBy' | 'startsOn';
  readonly code:
    'choose-one' | 'required' | 'date-missing' | 'in-past' | 'before-start' | 'other-house-writes' | 'there-is-one';
}

export type EntryDecision =
  | {
      readonly outcome: 'written';
      readonly kind: EntryKind;
      readonly needArea: NeedArea | null;
      readonly measured: Measured | null;
    }
  | { readonly outcome: 'refused'; readonly faults: readonly EntryFault[] };

/** Whether somebody of the family can be asked to do it. */
export const canBePromised = (kind: EntryKind): boolean => kind === 'step' || kind === 'measure' || kind === 'frame';

export const needAreaOf = (word: string | null): NeedArea | null => NEED_AREAS.find((one) => one === word) ?? null;

export function decideEntry(written: EntryWritten, facts: EntryFacts): EntryDecision {
  const kind = ENTRY_KINDS.find((one) => one === written.kind);
  if (kind === undefined) return { outcome: 'refused', faults: [{ field: 'kind', code: 'choose-one' }] };
  const { by, asks, single } = KINDS[kind];
  if (by === 'leading-house' && !facts.leads)
    return { outcome: 'refused', faults: [{ field: 'kind', code: 'other-house-writes' }] };
  if (single && facts.standing > 0) return { outcome: 'refused', faults: [{ field: 'kind', code: 'there-is-one' }] };
  const faults: EntryFault[] = [
    ...(written.words.trim() === '' ? [{ field: 'words', code: 'required' } as const] : []),
    ...asks.flatMap((field) => faultOf(field, written, facts)),
    ...promiseFaults(kind, written, facts),
  ];
  if (faults.length > 0) return { outcome: 'refused', faults };
  return {
    outcome: 'written',
    kind,
    needArea: needAreaOf(written.needArea),
    measured: kind === 'series' && written.measured ? measuredOf(written.measured) : null,
  };
}

const promiseFaults = (kind: EntryKind, { promisedBy }: EntryWritten, { family }: EntryFacts): EntryFault[] =>
  promisedBy === null || (canBePromised(kind) && family.includes(promisedBy))
    ? []
    : [{ field: 'promisedBy', code: 'choose-one' }];

const MEASURED = { unit: SERIES_UNITS, better: SERIES_BETTER, cadence: SERIES_CADENCES } as const;

function faultOf(field: EntryField, written: EntryWritten, { goals, owners, today }: EntryFacts): EntryFault[] {
  switch (field) {
    case 'goal':
      return written.goal !== null && goals.includes(written.goal) ? [] : [{ field, code: 'choose-one' }];
    case 'needArea':
      return needAreaOf(written.needArea) === null ? [{ field, code: 'choose-one' }] : [];
    case 'owner':
      return written.owner !== null && owners.includes(written.owner) ? [] : [{ field, code: 'choose-one' }];
    case 'unit':
    case 'better':
    case 'cadence':
      return MEASURED[field].some((one) => one === written.measured?.[field]) ? [] : [{ field, code: 'choose-one' }];
    case 'aim':
    case 'watch':
      return written[field].trim() === '' ? [{ field, code: 'required' }] : [];
    case 'followUpOn': {
      const { startsOn, followUpOn } = written;
      if (followUpOn === null) return [{ field, code: 'date-missing' }];
      if (followUpOn < today) return [{ field, code: 'in-past' }];
      return startsOn !== null && followUpOn < startsOn ? [{ field, code: 'before-start' }] : [];
    }
  }
}
