/** A group that has ended waits for no assessment: what is not done is taken back, and its clock stops. */
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { GroupRow } from '../group/group.port.js';
import { GroupAssessmentStore } from './group-assessment.port.js';
import { tellAssessment } from './tell-assessment.js';

export async function endAssessments(tx: CallerTransaction, group: GroupRow): Promise<void> {
  const store = tx.of(GroupAssessmentStore);
  for (const { id, doneAt, withdrawnAt, assessorId } of await store.findOfGroup(group.id)) {
    if (doneAt !== null || withdrawnAt !== null) continue;
    await store.withdraw(id);
    await settleDeadline(tx, {
      kind: 'ordered-assessment',
      aboutId: id,
      outcome: 'void',
      reason: 'group-closed',
    });
    await tellAssessment(tx, group, { id, what: 'withdrawn', staffIds: [assessorId] });
  }
}
