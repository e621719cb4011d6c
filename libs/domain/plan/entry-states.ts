/**
 * What becomes of what stands in a plan. A measure begins, rests and ends, and never ends without what came of it; all else
 * stands until it is reached or taken away ([S1]: "accelerate and brake at once"). A measure is taken out only where it should
 * never have stood there: of the wrong child, or never decided.
 */
import type { CivilDay } from '../kernel/civil-day.js';
import type { EntryKind } from './plan-entry.js';

export const ENTRY_STATES = ['planned', 'running', 'paused', 'ended', 'standing', 'reached', 'removed'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const ENTRY_ACTS = ['start', 'pause', 'follow-up', 'end', 'reach', 'remove'] as const;
export type EntryAct = (typeof ENTRY_ACTS)[number];

/** What is not here cannot be done. */
export const ENTRY_TRANSITIONS: Readonly<Record<EntryState, Readonly<Partial<Record<EntryAct, EntryState>>>>> = {
  planned: { start: 'running', 'follow-up': 'planned', end: 'ended', remove: 'removed' },
  running: { pause: 'paused', 'follow-up': 'running', end: 'ended', remove: 'removed' },
  paused: { start: 'running', 'follow-up': 'paused', end: 'ended', remove: 'removed' },
  ended: { remove: 'removed' },
  standing: { reach: 'reached', remove: 'removed' },
  reached: {},
  removed: {},
};

/** What has to be said with it: why, or what came of it. */
export const ACT_ASKS: Readonly<Record<EntryAct, 'nothing' | 'reason' | 'result' | 'next-day'>> = {
  start: 'nothing',
  pause: 'reason',
  // How it goes, and when it is looked at next.
  'follow-up': 'next-day',
  end: 'result',
  reach: 'nothing',
  remove: 'reason',
};

/** How far a measure came, as people say it when it ends. */
export const MEASURE_OUTCOMES = ['reached', 'partly', 'not-reached', 'never-begun'] as const;
export type MeasureOutcome = (typeof MEASURE_OUTCOMES)[number];

export const firstState = (kind: EntryKind): EntryState => (kind === 'measure' ? 'planned' : 'standing');

/** Stands in the plan now. */
export const isCurrent = (state: EntryState): boolean => state !== 'ended' && state !== 'removed';
/** Has its day for following up. */
export const isUnderWay = (state: EntryState): boolean =>
  state === 'planned' || state === 'running' || state === 'paused';

export interface ActWritten {
  readonly act: string;
  readonly words: string;
  readonly result: string | null;
  readonly followUpOn: CivilDay | null;
}

export interface ActFault {
  readonly field: 'act' | 'words' | 'result' | 'followUpOn';
  readonly code: 'choose-one' | 'required' | 'date-missing' | 'in-past';
}

export type ActDecision =
  | {
      readonly outcome: 'done';
      readonly act: EntryAct;
      readonly state: EntryState;
      readonly result: MeasureOutcome | null;
      /** Null where the day stays. */
      readonly followUpOn: CivilDay | null;
    }
  | { readonly outcome: 'refused'; readonly faults: readonly ActFault[] };

/** By the house that leads or the one that wrote it: whoever does a measure in another house ends it, and takes nothing out. */
export const mayTakeOut = (by: { readonly leads: boolean; readonly wrote: boolean }): boolean => by.leads || by.wrote;

/** What can be done with: goals and steps, and a series that has been followed to its end. */
const REACHED: readonly EntryKind[] = ['goal', 'step', 'series'];

export const actsOf = (kind: EntryKind, state: EntryState): readonly EntryAct[] =>
  (Object.keys(ENTRY_TRANSITIONS[state]) as EntryAct[]).filter((act) => act !== 'reach' || REACHED.includes(kind));

/** A measure begins as it was decided; one that has rested begins again for a reason, as it rested for one. */
export const asksOf = (act: EntryAct, state: EntryState): (typeof ACT_ASKS)[EntryAct] =>
  act === 'start' && state === 'paused' ? 'reason' : ACT_ASKS[act];

export function decideAct(
  entry: { readonly kind: EntryKind; readonly state: EntryState },
  written: ActWritten,
  today: CivilDay,
): ActDecision {
  const act = actsOf(entry.kind, entry.state).find((one) => one === written.act);
  const state = act && ENTRY_TRANSITIONS[entry.state][act];
  if (act === undefined || state === undefined)
    return { outcome: 'refused', faults: [{ field: 'act', code: 'choose-one' }] };
  const asks = asksOf(act, entry.state);
  const result = MEASURE_OUTCOMES.find((one) => one === written.result) ?? null;
  const faults: ActFault[] = [];
  if (asks === 'result' && result === null) faults.push({ field: 'result', code: 'choose-one' });
  if (asks !== 'nothing' && written.words.trim() === '') faults.push({ field: 'words', code: 'required' });
  if (asks === 'next-day' && written.followUpOn === null) faults.push({ field: 'followUpOn', code: 'date-missing' });
  else if (asks === 'next-day' && written.followUpOn! < today) faults.push({ field: 'followUpOn', code: 'in-past' });
  if (faults.length > 0) return { outcome: 'refused', faults };
  return {
    outcome: 'done',
    act,
    state,
    result: asks === 'result' ? result : null,
    followUpOn: asks === 'next-day' ? written.followUpOn : null,
  };
}
