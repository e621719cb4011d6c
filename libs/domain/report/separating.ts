/**
 * A report that was joined by mistake becomes a case of its own again, with its own clock and the grade that it had: what
 * was thought about two matters as one is no judgement of either (SoL 20:1–2).
 */
import type { Instant } from '../kernel/instant.js';
import { type Grade, mostUrgent } from './grading.js';
import { isReportOpen, REPORT_TRANSITIONS, type ReportState, type ReportStep } from './report-states.js';

/** A join that stands: cases come to a lead one by one, and one that had cases under it brings them along. */
export interface StandingJoin {
  readonly joined: string;
  /** The case that it was joined into then; it may itself have been joined since. */
  readonly under: string;
  readonly joinedAt: Instant;
  /** Of the joined case. */
  readonly grade: Grade | null;
}

export interface SeparationInput {
  readonly lead: {
    readonly id: string;
    readonly state: ReportState;
    /** The last that a person gave it itself, not what it took over from a joined case. */
    readonly grading: { readonly grade: Grade; readonly at: Instant } | null;
    readonly grade: Grade | null;
  };
  readonly joined: {
    readonly id: string;
    readonly state: ReportState;
    readonly joinedInto: string | null;
    readonly grade: Grade | null;
    /** A hub of its own was convened before it was joined, and has not closed. */
    readonly hubIsOpen: boolean;
  };
  /** All that stand under the lead. */
  readonly joins: readonly StandingJoin[];
}

/** Where a case can stand again. */
const STATES_AGAIN = ['received', 'graded', 'in-hub'] as const satisfies readonly ReportState[];

export type StateAgain = (typeof STATES_AGAIN)[number];

export type SeparationDecision =
  | {
      readonly outcome: 'separated';
      readonly state: StateAgain;
      /** The case, and those that had been joined into it before. */
      readonly leaving: readonly string[];
      /** The lead’s grade without it; null = nobody has graded what is left. */
      readonly leadGrade: Grade | null;
    }
  | { readonly outcome: 'refused'; readonly code: 'not-joined-here' | 'lead-decided' };

export const decideSeparation = ({ lead, joined, joins }: SeparationInput): SeparationDecision => {
  const state = stateAgain(joined);
  if (joined.joinedInto !== lead.id || state === undefined || !joins.some((join) => join.joined === joined.id))
    return { outcome: 'refused', code: 'not-joined-here' };
  if (!isReportOpen(lead.state)) return { outcome: 'refused', code: 'lead-decided' };
  const leaving = joinedUnder(joined.id, joins);
  const staying = joins.filter((join) => !leaving.includes(join.joined));
  return { outcome: 'separated', state, leaving, leadGrade: gradeWithout(lead, staying) };
};

/** As the table of states leads from `joined`, step by step through what the case had come to. */
const stateAgain = ({ state, grade, hubIsOpen }: SeparationInput['joined']): StateAgain | undefined => {
  const steps: ReportStep[] = ['separate'];
  if (grade !== null) steps.push('grade');
  if (grade !== null && hubIsOpen) steps.push('convene-hub');
  const end = steps.reduce<ReportState | undefined>((at, step) => at && REPORT_TRANSITIONS[at][step], state);
  return STATES_AGAIN.find((again) => again === end);
};

const joinedUnder = (id: string, joins: readonly StandingJoin[]): readonly string[] => [
  id,
  ...joins.filter(({ under }) => under === id).flatMap(({ joined }) => joinedUnder(joined, joins)),
];

/** A hub that was called stays called: its grade is a person’s to change. Otherwise what people graded since counts. */
const gradeWithout = (lead: SeparationInput['lead'], staying: readonly StandingJoin[]): Grade | null => {
  if (lead.state === 'in-hub') return lead.grade;
  const { grading } = lead;
  const brought = staying.filter(({ joinedAt }) => grading === null || joinedAt > grading.at).map(({ grade }) => grade);
  return mostUrgent([grading?.grade ?? null, ...brought].filter((grade) => grade !== null));
};
