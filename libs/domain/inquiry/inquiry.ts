/**
 * A question to another house, from when it is put until it ends: answered within a day, by the deputy too from half of
 * the time on, and answered anew as long as it stands (MASH step 2 [S0]).
 */
import { CATEGORIES, type Category } from '../disclosure/vocabulary.js';
import { decideAnswer, type AnswerDecision, type AnswerPart, type Question } from '../hub/question.js';
import type { Instant } from '../kernel/instant.js';

export const INQUIRY_ENDS = ['withdrawn', 'closed'] as const;
/** `withdrawn`: it should not have been asked, or need not be answered. `closed`: the investigator has what is needed. */
export type InquiryEnd = (typeof INQUIRY_ENDS)[number];

/** Feedback, nominations and the report itself are nothing that another house is asked for. */
const NEVER_ASKED: readonly Category[] = ['report-content', 'report-feedback', 'nomination', 'situational-picture'];
export const ASKED_CATEGORIES: readonly Category[] = CATEGORIES.filter((one) => !NEVER_ASKED.includes(one));

export interface InquiryAnswer {
  readonly knowledge: string | null;
  readonly parts: readonly AnswerPart[];
  readonly at: Instant;
}

/** As a unit of the own house answers, save that no meeting begins: the answer may be given anew until the question ends. */
export const decideInquiryAnswer = (question: Question, answer: InquiryAnswer): AnswerDecision =>
  decideAnswer(question, { ...answer, meeting: 'to-come' });

export type EndDecision =
  | { readonly outcome: 'ended'; readonly how: InquiryEnd }
  | { readonly outcome: 'refused'; readonly code: 'unknown-word' | 'ended-already' | 'answered' };

/** What has been answered cannot be withdrawn as though it had never been asked; it is closed. */
export function decideEnd(inquiry: { readonly answered: boolean; readonly ended: boolean }, how: string): EndDecision {
  const word = INQUIRY_ENDS.find((one) => one === how);
  if (word === undefined) return { outcome: 'refused', code: 'unknown-word' };
  if (inquiry.ended) return { outcome: 'refused', code: 'ended-already' };
  if (word === 'withdrawn' && inquiry.answered) return { outcome: 'refused', code: 'answered' };
  return { outcome: 'ended', how: word };
}
