/**
 * An instrument as it was answered. The questions are kept beside the answers, in the words and the version that they were
 * asked in, so that what was answered can be read when the municipality has changed its instrument since.
 */
import { findInstrument } from './instruments.js';
import type { FactorAnswer, Instrument, Label } from './instrument.js';

export interface LabelledAnswer extends FactorAnswer {
  readonly label: Label;
}

export interface AnsweredInstrument {
  readonly instrument: string;
  readonly version: number;
  readonly label: Label;
  readonly answers: readonly LabelledAnswer[];
}

export const asAnswered = (instrument: Instrument, answers: readonly FactorAnswer[]): AnsweredInstrument => ({
  instrument: instrument.id,
  version: instrument.version,
  label: instrument.label,
  answers: answers.map((answer) => ({ ...answer, label: labelOf(instrument, answer.factor) })),
});

/** What an item's data says of an instrument; null where it says nothing. Older answers have their words from the house's. */
export function readAnswered(data: Readonly<Record<string, unknown>> | undefined): AnsweredInstrument | null {
  const { instrument, version, label, answers } = data ?? {};
  if (typeof instrument !== 'string') return null;
  const built = findInstrument(instrument);
  const given = Array.isArray(answers) ? (answers as (FactorAnswer & { readonly label?: Label })[]) : [];
  return {
    instrument,
    version: typeof version === 'number' ? version : 1,
    label: (label as Label | undefined) ?? built?.label ?? { sv: instrument, en: instrument },
    answers: given.map((answer) => ({ ...answer, label: answer.label ?? labelOf(built, answer.factor) })),
  };
}

const labelOf = (instrument: Instrument | null, id: string): Label =>
  instrument?.factors.find((factor) => factor.id === id)?.label ?? { sv: id, en: id };
