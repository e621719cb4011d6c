/** What somebody has begun to nominate for, by the case that they came from. */
import { findDraft, keepDraft } from '../elements/form/drafts.js';

export const nominationDraft = (caseId?: string): string => (caseId ? `nomination:${caseId}` : 'nomination');

/** Words that are moved there from where no person may be named. */
export function carryToNomination(why: string): void {
  const begun = findDraft<{ readonly why?: string }>(nominationDraft());
  keepDraft(nominationDraft(), { ...begun, why }, { ...begun, why: '' });
}
