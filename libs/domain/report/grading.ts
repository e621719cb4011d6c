/**
 * Green, orange or red is a person's judgement with reasons: the instrument supports it, no sum ever makes it, and each
 * change stands in the history with its own reasons [S0; SoL 20:2].
 */
import type { DeadlineKind } from '../deadline/built-in-deadlines.js';
import type { Instant } from '../kernel/instant.js';
import type { FieldFault } from '../person/field-fault.js';
import { type AnswerFaultCode, type FactorAnswer, type Instrument, findAnswerFaults } from './instrument.js';

/** From least to most urgent. */
export const GRADES = ['green', 'orange', 'red'] as const;

export type Grade = (typeof GRADES)[number];

/** The time that each grade sets for the preliminary assessment. */
export const GRADE_DEADLINES: Readonly<Record<Grade, DeadlineKind>> = {
  green: 'grade-green-assessment',
  orange: 'grade-orange-assessment',
  red: 'grade-red-assessment',
};

export interface Grading {
  readonly grade: Grade;
  readonly reasons: string;
  readonly by: string;
  readonly at: Instant;
  readonly instrument: { readonly id: string; readonly version: number };
  readonly answers: readonly FactorAnswer[];
}

export interface GradingInput {
  readonly grade: Grade | null;
  readonly reasons: string;
  /** The person who grades. */
  readonly by: string | null;
  readonly at: Instant;
  readonly instrument: Instrument;
  readonly answers: readonly FactorAnswer[];
}

export type GradingFaultCode = AnswerFaultCode | 'grade-missing' | 'grader-missing' | 'before-last-grading';

export type GradingDecision =
  | {
      readonly outcome: 'graded';
      readonly grading: Grading;
      readonly history: readonly Grading[];
      readonly change: 'first' | 'confirmed' | 'raised' | 'lowered';
    }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault<GradingFaultCode>[] };

/** The answers are looked at for form only: whatever they say, the grade is the one that the person gave. */
export const decideGrading = (input: GradingInput, history: readonly Grading[]): GradingDecision => {
  const faults: FieldFault<GradingFaultCode>[] = [...findAnswerFaults(input.instrument, input.answers)];
  const { grade, by } = input;
  const last = history.at(-1) ?? null;
  if (grade === null) faults.push({ field: 'grade', code: 'grade-missing' });
  if (by === null || by === '') faults.push({ field: 'by', code: 'grader-missing' });
  if (input.reasons.trim() === '') faults.push({ field: 'reasons', code: 'reasons-missing' });
  if (last !== null && input.at < last.at) faults.push({ field: 'at', code: 'before-last-grading' });
  if (grade === null || by === null || faults.length > 0) return { outcome: 'refused', faults };
  const grading: Grading = {
    grade,
    by,
    reasons: input.reasons.trim(),
    at: input.at,
    instrument: { id: input.instrument.id, version: input.instrument.version },
    answers: input.answers,
  };
  return { outcome: 'graded', grading, history: [...history, grading], change: changeFrom(last, grade) };
};

const changeFrom = (last: Grading | null, grade: Grade): 'first' | 'confirmed' | 'raised' | 'lowered' => {
  if (last === null) return 'first';
  const step = GRADES.indexOf(grade) - GRADES.indexOf(last.grade);
  return step === 0 ? 'confirmed' : step > 0 ? 'raised' : 'lowered';
};

export const mostUrgent = (grades: readonly Grade[]): Grade | null =>
  [...GRADES].reverse().find((grade) => grades.includes(grade)) ?? null;

export const isHubGrade = (grade: Grade): boolean => grade !== 'green';
