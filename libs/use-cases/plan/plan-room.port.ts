import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { StaffCaller } from '../gate/caller.js';
import type { HouseSeeing } from '../gate/items.port.js';
import type { GroupMemberRow } from '../group/group.port.js';
import type { PlanActRow, PlanEntryRow } from './plan.port.js';
import type { CaseGroup } from './require-plan.js';

/** A plan, or a part of it, as one reader reaches it; readers of one house who reach the same are given the same object. */
export interface RoomPlan {
  readonly group: Pick<CaseGroup, 'branchId' | 'standing' | 'formedAt' | 'personId'>;
  /** What is said in it is said for this; null where it is not begun. */
  readonly purpose: Purpose | null;
  readonly members: readonly GroupMemberRow[];
  /** In the order of the page. */
  readonly entries: readonly PlanEntryRow[];
  readonly acts: readonly PlanActRow[];
  readonly seeing: readonly HouseSeeing[];
}

/** The same plan read by several people at once, each under their own identity. Answers stand in the order of the callers. */
export abstract class PlanRoomStore {
  /** Of these entries with the goals and the steps that they belong to, or of all; null for whom the group is not there. */
  abstract find(
    callers: readonly StaffCaller[],
    groupId: string,
    entryIds: readonly string[] | 'all',
  ): Promise<(RoomPlan | null)[]>;
}
