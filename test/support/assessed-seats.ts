/** The seats of a group as they would be on an assessed ground, with what somebody has found for the police and for the school. */
import { randomUUID } from 'node:crypto';
import type { GroupUnderTest } from './group.js';
import { POLICE, SCHOOL, SOC } from './joint.js';
import type { World } from './world.js';

const FOUND = [
  [POLICE, 'polisen/lpo-ekvalla', 'OSL 10:18a', { concreteCircumstances: true, notUnsuitable: true }],
  [SCHOOL, 'ekvalla-skola/grundskola', 'OSL 10:15a', { neededToPreventCrime: true, secrecyDoesNotOutweigh: true }],
] as const;

/** Yes to the police and to the school, each for so many minutes. */
export async function seatsOnAssessment(
  world: World,
  group: GroupUnderTest,
  minutes: { readonly police: number; readonly school: number },
): Promise<void> {
  for (const table of ['group_member', 'hub_party'])
    await world.behindTheLocks(
      `update ${table} set terms = 'assessed' where terms = 'with-consent'
         and ${table === 'hub_party' ? 'hub_id in (select id from hub where group_id = $1)' : 'group_id = $1'}`,
      [group.id],
    );
  const { municipalityId, branchId, staffId } = world.caller('anna');
  for (const [to, receiver, ground, criteria] of FOUND)
    await world.behindTheLocks(
      `insert into assessment (id, municipality_id, branch_id, to_branch_id, case_id, ground, person_id, from_house, to_house,
         categories, criteria, item_id, decided_by, decided_as, until)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, '{nomination}', $10, (select id from item where case_id = $5 limit 1), $11, 'manager',
         clock.now() + make_interval(mins => $12)`,
      [
        ...[randomUUID(), municipalityId, branchId, world.town.branches.get(receiver), group.file.caseId, ground],
        ...[group.file.personId, SOC, to, JSON.stringify(criteria), staffId],
        to === POLICE ? minutes.police : minutes.school,
      ],
    );
}
