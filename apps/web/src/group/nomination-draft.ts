/** What somebody has begun to nominate for, by the case that they came from. */
import { findDraft, keepDraft } from '../elements/form/drafts.js';

export const nominationDraft = (caseId?: string): string => (caseId ? `nomination:${caseId}` : 'nomination');

/** Words that are moved there from where no person may be named; they come after what one has begun to write there. */
export function carryToNomination(words: string): void {
  const begun = findDraft<{ readonly why?: string }>(nominationDraft());
  const why = [begun?.why ?? '', words].filter((one) => one.trim() !== '').join('\n\n');
  keepDraft(nominationDraft(), { ...begun, why }, { ...begun, why: '' });
}
