/** Ali as a coordinator of the house beside Anna: each works on cases of their own, and neither on the other's. */
import type { Api, ApiClient } from './api.js';
import type { World } from './world.js';

export interface SecondCoordinator {
  readonly client: ApiClient;
  /** Anna's case is his from now on, and hers no more. */
  takeOver(caseId: string): Promise<void>;
}

export async function secondCoordinator(world: World, api: Pick<Api, 'as'>): Promise<SecondCoordinator> {
  const { staffId, unitId } = world.caller('ali');
  const [post] = await world.behindTheLocks<{ id: string }>(
    `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at)
     select gen_random_uuid(), municipality_id, staff_id, unit_id, 'coordinator', clock.now() - interval '1 day' from membership
     where staff_id = $1 limit 1 returning id`,
    [staffId],
  );
  const leave = (of: { readonly staffId: string; readonly unitId: string }, caseId: string | null): Promise<unknown> =>
    world.behindTheLocks(
      `update assignment set ends_at = greatest(clock.now(), starts_at)
       where (staff_id = $1 or unit_id = $2) and ($3::uuid is null or case_id = $3) and (ends_at is null or ends_at > clock.now())`,
      [of.staffId, of.unitId, caseId],
    );
  await leave({ staffId, unitId }, null);
  return {
    client: await api.as({ id: staffId }, post?.id),
    takeOver: async (caseId) => {
      await leave(world.caller('anna'), caseId);
      await world.behindTheLocks(
        `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
        [caseId, world.caller('ali').branchId, staffId],
      );
    },
  };
}
