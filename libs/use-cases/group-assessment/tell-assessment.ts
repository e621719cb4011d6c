/** Tells whoever must make an assessment and whoever waits for it: that there is one, never by which instrument or about whom. */
import type { DeadlineFactsRow } from '../deadline/deadline.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { notify } from '../notice/notify.js';
import { GroupAssessmentStore } from './group-assessment.port.js';

export async function tellAssessment(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'caseId'>,
  told: {
    readonly id: string;
    readonly what: 'ordered' | 'late' | 'done' | 'withdrawn';
    readonly staffIds: readonly string[];
    readonly dueAt?: Date;
  },
): Promise<void> {
  const { id, what, staffIds, dueAt } = told;
  const self = tx.caller.kind === 'staff' ? tx.caller.staffId : null;
  await notify(tx, {
    staffIds: staffIds.filter((staffId) => staffId !== self),
    kind: `assessment-${what}`,
    effectKey: `assessment:${id}:${what}`,
    caseId: group.caseId,
    dueAt: dueAt ?? null,
  });
}

/** The act `tell-late-assessment` of the deadline `ordered-assessment`; runs as the service `deadlines`. */
export async function tellLateAssessment(tx: CallerTransaction, { aboutId, dueAt }: DeadlineFactsRow): Promise<void> {
  const awaited = aboutId === null ? undefined : await tx.of(GroupAssessmentStore).findAwaited(aboutId);
  const group = awaited && (await tx.of(GroupStore).find(awaited.groupId));
  if (!awaited || !group || aboutId === null || group.coordinatorId === awaited.assessorId) return;
  await tellAssessment(tx, group, { id: aboutId, what: 'late', staffIds: [group.coordinatorId], dueAt });
}
