/**
 * What somebody has begun to say about a case, carried to the page of sharing: the words with all that decides who may have them
 * and for how long. To whom they go is chosen anew. Kept like every draft.
 */
import { dropDraft, findDraft, keepDraft } from '../elements/form/drafts.js';
import { EMPTY_DRAFT, NOTHING, type Choice, type Draft } from './share-choice.js';

type Kept = Pick<Choice, 'draft' | 'purpose' | 'until'>;

const START: Kept = { draft: NOTHING.draft, purpose: NOTHING.purpose, until: NOTHING.until };

const nameOf = (caseId: string): string => `share-${caseId}`;

const saysNothing = (draft: Draft): boolean => JSON.stringify(draft) === JSON.stringify(EMPTY_DRAFT);

const keptOf = (caseId: string): Kept => findDraft<Kept>(nameOf(caseId)) ?? START;

/** A purpose or a day that was chosen for no words of one's own is chosen anew. */
export function begunShare(caseId: string): Kept {
  const kept = keptOf(caseId);
  return kept.draft === null ? START : kept;
}

export function keepShare(caseId: string, part: Partial<Choice>): void {
  const { draft, purpose, until } = { ...keptOf(caseId), ...part };
  const kept: Kept = { draft: draft && saysNothing(draft) ? null : draft, purpose, until };
  keepDraft(nameOf(caseId), kept, kept.draft === null ? kept : START);
}

export const dropShare = (caseId: string): void => dropDraft(nameOf(caseId));

/** The words alone, where no more is asked yet: what they were marked with goes on being said of them. */
export const answerDraft = (caseId: string): string => begunShare(caseId).draft?.text ?? '';
export const keepAnswer = (caseId: string, text: string): void =>
  keepShare(caseId, { draft: { ...EMPTY_DRAFT, ...begunShare(caseId).draft, text } });
