/** Another municipality on the same installation, with a coordinator in its social services: whom one hands over to. */
import { AddFirstAdministrator } from '#use-cases/organisation/add-first-administrator.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { readTown } from '#platform/towns/read-town.js';
import type { World } from './world.js';

export interface AnotherTown {
  readonly municipalityId: string;
  readonly branchId: string;
  readonly unitId: string;
  /** Olle, who coordinates there. */
  readonly coordinatorId: string;
}

export async function openAnotherTown(world: World): Promise<AnotherTown> {
  const { municipalityId } = await new ImportTown(world.asCaller).run(readTown('config/towns/orebro.json'), {
    issuer: '',
    staff: [],
    postsFrom: new Date(0),
  });
  await new AddFirstAdministrator(world.asCaller).run({
    town: 'orebro',
    name: 'Olle Nyberg',
    title: 'Samordnare',
    email: 'olle@orebro.example',
    phone: '019-174 06 33',
    issuer: 'https://login.orebro.example',
    subject: 'olle',
  });
  const [row] = await world.behindTheLocks<{ staff: string; unit: string; branch: string }>(
    `select s.id as staff, u.id as unit, u.branch_id as branch from staff_member s, unit u join branch b on b.id = u.branch_id
       join authority a on a.id = b.authority_id
     where s.subject = 'olle' and u.municipality_id = $1 and a.kind = 'social-services' and u.kind = 'intake' limit 1`,
    [municipalityId],
  );
  if (!row) throw new Error('Örebro has no social services');
  await world.behindTheLocks(`update membership set role = 'coordinator', unit_id = $2 where staff_id = $1`, [
    row.staff,
    row.unit,
  ]);
  return { municipalityId, branchId: row.branch, unitId: row.unit, coordinatorId: row.staff };
}
