/** What somebody has begun to write about a case, carried to the page of sharing; in memory only, like every draft. */
import { findDraft, keepDraft } from '../elements/form/drafts.js';

const nameOf = (caseId: string): string => `share-${caseId}`;

export const answerDraft = (caseId: string): string => findDraft<string>(nameOf(caseId)) ?? '';
export const keepAnswer = (caseId: string, text: string): void => keepDraft(nameOf(caseId), text);
