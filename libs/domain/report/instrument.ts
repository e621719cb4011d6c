/**
 * An instrument is data: factors with stable ids that people answer with reasons. It carries a judgement and never makes
 * one, and licensed instruments are kept as result, date and assessor alone, without their questions [S0, S1].
 */
import type { FieldFault } from '../person/field-fault.js';

export interface Label {
  readonly sv: string;
  readonly en: string;
}

export interface Factor {
  /** Stable for ever: answers refer to it. */
  readonly id: string;
  /** `either`: a circumstance that may weigh to both sides. */
  readonly kind: 'risk' | 'protective' | 'either';
  readonly about: 'child' | 'family' | 'surroundings';
  readonly label: Label;
}

export interface Instrument {
  readonly id: string;
  /** Raised when the factors change; an answer keeps the version that it was given for. */
  readonly version: number;
  readonly label: Label;
  readonly source: string;
  readonly factors: readonly Factor[];
}

export const FACTOR_ANSWERS = ['present', 'absent', 'unknown'] as const;

/** One house's answer; another house may complete or differ, and both then stand. */
export interface FactorAnswer {
  readonly factor: string;
  readonly answer: (typeof FACTOR_ANSWERS)[number];
  readonly reasons: string;
  /** `authority/branch`. */
  readonly by: string;
}

export type AnswerFaultCode = 'unknown-factor' | 'reasons-missing' | 'answered-twice';

/** An answer without reasons says nothing to the next reader; what one does not know needs none. */
export const findAnswerFaults = (
  instrument: Instrument,
  answers: readonly FactorAnswer[],
): readonly FieldFault<AnswerFaultCode>[] => {
  const known = new Set(instrument.factors.map(({ id }) => id));
  const given = new Set<string>();
  return answers.flatMap(({ factor, answer, reasons, by }, at): FieldFault<AnswerFaultCode>[] => {
    const faults: FieldFault<AnswerFaultCode>[] = [];
    if (!known.has(factor)) faults.push({ field: `answers.${at}.factor`, code: 'unknown-factor' });
    if (given.has(`${by} ${factor}`)) faults.push({ field: `answers.${at}.factor`, code: 'answered-twice' });
    given.add(`${by} ${factor}`);
    if (answer === 'present' && reasons.trim() === '')
      faults.push({ field: `answers.${at}.reasons`, code: 'reasons-missing' });
    return faults;
  });
};

export type InstrumentFaultCode = 'no-factors' | 'same-id-twice' | 'id-not-plain' | 'label-missing';

/** What a municipality's own instrument must be before it is taken into use. */
export const findInstrumentFaults = (instrument: Instrument): readonly FieldFault<InstrumentFaultCode>[] => {
  const faults: FieldFault<InstrumentFaultCode>[] = [];
  if (instrument.factors.length === 0) faults.push({ field: 'factors', code: 'no-factors' });
  const seen = new Set<string>();
  instrument.factors.forEach(({ id, label }, at) => {
    if (!/^[a-z][a-z0-9-]*$/.test(id)) faults.push({ field: `factors.${at}.id`, code: 'id-not-plain' });
    if (seen.has(id)) faults.push({ field: `factors.${at}.id`, code: 'same-id-twice' });
    seen.add(id);
    for (const language of ['sv', 'en'] as const)
      if (label[language].trim() === '')
        faults.push({ field: `factors.${at}.label.${language}`, code: 'label-missing' });
  });
  return faults;
};

/** Factors that two houses answer differently: shown side by side, never settled by the program. */
export const findDisagreements = (
  answers: readonly { readonly factor: string; readonly answer: string }[],
): readonly string[] => {
  const seen = new Map<string, Set<string>>();
  for (const { factor, answer } of answers)
    if (answer !== 'unknown') seen.set(factor, (seen.get(factor) ?? new Set()).add(answer));
  return [...seen].filter(([, given]) => given.size > 1).map(([factor]) => factor);
};
