/** A result is the form's step: whoever wrote it takes it thereby, also where they do not lead the group (Örebro's eleven steps [S1]). */
import { stepOfResult } from '#domain/group-assessment/group-assessment.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { requirementsMet, type GroupSituation } from '../group/group-situation.js';
import { takenOf } from '../group/read-group.js';
import { recordAct } from '../group/record-act.js';
import { moveClock } from '../group/take-step.js';

export async function takeStepOfResult(
  tx: CallerTransaction,
  caller: StaffCaller,
  of: { readonly group: GroupRow; readonly situation: GroupSituation; readonly itemId: string },
): Promise<void> {
  const { group, situation, itemId } = of;
  const { form } = situation;
  const { standing } = group;
  const store = tx.of(GroupStore);
  const seated = (await store.findMembers([group.id])).filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
  const { met } = await requirementsMet(tx, group.municipalityId, situation, {
    branchIds: [...new Set([group.branchId, ...seated.map(({ branchId }) => branchId)])],
    kinds: [caller.house.kind, ...seated.map(({ house }) => house.kind)],
    hasContact: seated.some(({ staffId }) => staffId === group.contactId),
    hasReasons: true,
    groupId: group.id,
  });
  const taken = takenOf(await store.findActs([group.id]));
  const step = stepOfResult(form, { standing, taken }, met);
  if (!step) return;
  await recordAct(tx, group, { act: 'step', word: step.step, standing, itemId });
  // What comes next is owed where the group is led.
  const unitId = await unitOfLeader(tx, group);
  await moveClock(tx, { ...caller, unitId: unitId ?? caller.unitId }, { group, form, step, taken, standing });
}

async function unitOfLeader(tx: CallerTransaction, group: GroupRow): Promise<string | undefined> {
  const posts = await tx.of(GroupStore).findCandidates(group.municipalityId);
  return posts.find(({ staffId, branchId }) => staffId === group.coordinatorId && branchId === group.branchId)?.unitId;
}
