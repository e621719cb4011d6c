/**
 * What does your unit know? Asked of the representative, of the deputy too at half the time, and answered in a minute:
 * knows, knew, or does not know; a late answer counts and shows that it was late [S0].
 */
import { CATEGORIES, type Category } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import type { FieldFault } from '../person/field-fault.js';

export const QUESTION_STATES = ['asked', 'deputy-asked', 'answered'] as const;

export type QuestionState = (typeof QUESTION_STATES)[number];

/** An answer may be given anew until the meeting closes; an asked deputy is never unasked. */
export const QUESTION_TRANSITIONS: Readonly<
  Record<QuestionState, Readonly<Partial<Record<'ask-deputy' | 'answer', QuestionState>>>>
> = {
  asked: { 'ask-deputy': 'deputy-asked', answer: 'answered' },
  'deputy-asked': { answer: 'answered' },
  answered: { answer: 'answered' },
};

/** `knew`: had contact before, has none now. */
export const KNOWLEDGE = ['knows', 'knew', 'does-not-know'] as const;

export type Knowledge = (typeof KNOWLEDGE)[number];

export interface Question {
  readonly id: string;
  readonly unit: string;
  readonly representative: string | null;
  readonly deputy: string | null;
  /** Both were asked from the first: the representative is on duty, and the deputy beside may be asleep. */
  readonly together: boolean;
  readonly state: QuestionState;
  readonly askedAt: Instant;
  readonly due: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
  readonly knowledge: Knowledge | null;
}

/** Half of the unit's time, counted from when it was asked. */
export const deputyAskedAt = ({ askedAt, due }: Question): Instant => askedAt + Math.ceil((due - askedAt) / 2);

export type DeputyDecision =
  | { readonly outcome: 'ask-deputy'; readonly deputy: string }
  | { readonly outcome: 'wait'; readonly until: Instant }
  | { readonly outcome: 'nothing'; readonly code: 'answered' | 'already-asked' | 'no-deputy' };

/** A unit whose representative is away has its deputy asked at once. */
export const decideDeputy = (question: Question, now: Instant): DeputyDecision => {
  if (QUESTION_TRANSITIONS[question.state]['ask-deputy'] === undefined)
    return { outcome: 'nothing', code: question.state === 'answered' ? 'answered' : 'already-asked' };
  if (question.deputy === null) return { outcome: 'nothing', code: 'no-deputy' };
  const from = question.representative === null ? question.askedAt : deputyAskedAt(question);
  return now >= from ? { outcome: 'ask-deputy', deputy: question.deputy } : { outcome: 'wait', until: from };
};

/** What the unit knows of one kind: its text becomes an item of its own, because each category has its own secrecy. */
export interface AnswerPart {
  readonly category: string | null;
  readonly text: string;
}

export interface AnswerInput {
  readonly knowledge: string | null;
  readonly parts: readonly AnswerPart[];
  readonly at: Instant;
  readonly meeting: 'to-come' | 'begun' | 'over';
}

export type AnswerFaultCode =
  'missing' | 'unknown-word' | 'too-long' | 'too-many' | 'meeting-begun' | 'meeting-over' | 'must-be-empty';

export type AnswerDecision =
  | {
      readonly outcome: 'answered';
      readonly knowledge: Knowledge;
      /** Empty when the unit does not know: then there is no item to keep. */
      readonly parts: readonly { readonly category: Category; readonly text: string }[];
      readonly late: boolean;
      readonly changed: boolean;
    }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault<AnswerFaultCode>[] };

export const LONGEST_ANSWER = 5_000;
export const MOST_PARTS = 12;

/** A missing answer is welcome until the meeting is over; a given one stands once the meeting has begun. */
export const decideAnswer = (question: Question, input: AnswerInput): AnswerDecision => {
  const faults: FieldFault<AnswerFaultCode>[] = [];
  const add = (field: string, code: AnswerFaultCode): void => void faults.push({ field, code });
  const knowledge = KNOWLEDGE.find((word) => word === input.knowledge);
  const isAnswered = question.state === 'answered';
  if (input.meeting === 'over') add('knowledge', 'meeting-over');
  else if (input.meeting === 'begun' && isAnswered) add('knowledge', 'meeting-begun');
  if (knowledge === undefined) add('knowledge', input.knowledge === null ? 'missing' : 'unknown-word');
  const parts = input.parts.map(({ category, text }) => ({
    category: CATEGORIES.find((word) => word === category) ?? null,
    text: text.trim(),
  }));
  if (parts.length > MOST_PARTS) add('parts', 'too-many');
  if (knowledge === 'does-not-know') {
    if (parts.some(({ text }) => text !== '')) add('parts', 'must-be-empty');
  } else {
    if (knowledge !== undefined && parts.length === 0) add('parts', 'missing');
    parts.forEach(({ category, text }, at) => {
      if (category === null) add(`parts.${at}.category`, input.parts[at]?.category ? 'unknown-word' : 'missing');
      if (text === '') add(`parts.${at}.text`, 'missing');
      if (text.length > LONGEST_ANSWER) add(`parts.${at}.text`, 'too-long');
    });
  }
  if (knowledge === undefined || faults.length > 0) return { outcome: 'refused', faults };
  return {
    outcome: 'answered',
    knowledge,
    parts:
      knowledge === 'does-not-know'
        ? []
        : parts.flatMap(({ category, text }) => (category === null ? [] : [{ category, text }])),
    late: input.at >= question.due,
    changed: isAnswered,
  };
};
