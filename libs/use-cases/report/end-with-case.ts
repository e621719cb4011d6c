/** A case that is closed or joined into another takes along what waits on it: questions to other houses, and offers to another town. */
import type { CallerTransaction } from '../gate/as-caller.js';
import { leaveOpenInquiries } from '../inquiry/end-inquiry.js';
import { endOffersOfCase } from '../relocation/end-offers.js';

export async function endWithCase(tx: CallerTransaction, caseId: string): Promise<void> {
  await leaveOpenInquiries(tx, caseId);
  await endOffersOfCase(tx, caseId);
}
