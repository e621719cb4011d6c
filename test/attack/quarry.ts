/** What an attacker is after: a red case half through its hub, seen by people who have a lawful session and no business there. */
import { randomUUID } from 'node:crypto';
import { AddFirstAdministrator } from '#use-cases/organisation/add-first-administrator.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { readTown } from '#platform/towns/read-town.js';
import type { Role } from '#domain/organisation/role.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { startApi, type Api, type ApiClient } from '../support/api.js';
import { fillBusyTown, type BusyTown } from '../support/busy-town.js';
import { moveToTuesdayMorning, type RunningTown } from '../support/running-town.js';
import { buildWorld, type World } from '../support/world.js';

export interface Quarry {
  readonly world: World;
  readonly api: Api;
  readonly busy: BusyTown;
  /** Of another municipality: a manager of its social services. */
  readonly stranger: { readonly caller: StaffCaller; readonly client: ApiClient };
  as(key: string): Promise<ApiClient>;
  close(): Promise<void>;
}

/** Long forms try everything; the short form, in every `npm test`, a part of each. */
export const isLong = process.env['SAMNAV_LONG'] === '1';

/** Close it in afterAll. */
export async function buildQuarry(env: Readonly<Record<string, string>> = {}): Promise<Quarry> {
  const world = await buildWorld();
  await moveToTuesdayMorning(world);
  const api = await startApi(world.database, { SAMNAV_DEMONSTRATION: '1', ...env });
  const busy = await fillBusyTown({ world, url: api.url, house: { api } } as unknown as RunningTown);
  const caller = await strangerIn(world);
  return {
    world,
    api,
    busy,
    stranger: { caller, client: await api.as({ id: caller.staffId }) },
    as: busy.as,
    close: async () => {
      await api.close();
      await world.close();
    },
  };
}

async function strangerIn(world: World): Promise<StaffCaller> {
  const town = readTown('config/towns/orebro.json');
  const { municipalityId } = await new ImportTown(world.asCaller).run(town, {
    issuer: '',
    staff: [],
    postsFrom: new Date(0),
  });
  const person = { name: 'Ulla Nyberg', title: 'Enhetschef', email: 'ulla@orebro.example', phone: null };
  await new AddFirstAdministrator(world.asCaller).run({
    town: 'orebro',
    ...person,
    issuer: 'https://login.orebro.example',
    subject: 'ulla',
  });
  const [row] = await world.behindTheLocks<{ staff: string; unit: string; branch: string }>(
    `select s.id as staff, u.id as unit, u.branch_id as branch from staff_member s, unit u join branch b on b.id = u.branch_id
       join authority a on a.id = b.authority_id
     where s.subject = 'ulla' and u.municipality_id = $1 and a.kind = 'social-services' and u.kind = 'intake' limit 1`,
    [municipalityId],
  );
  if (!row) throw new Error('Örebro has no intake');
  await world.behindTheLocks(`update membership set role = 'manager', unit_id = $2 where staff_id = $1`, [
    row.staff,
    row.unit,
  ]);
  return {
    ...world.caller('birgitta'),
    staffId: row.staff,
    unitId: row.unit,
    branchId: row.branch,
    municipalityId,
    requestId: randomUUID(),
  };
}

/** The same person in another role in the same unit: what a post with a role but no case work would see. */
export const inRole = (caller: StaffCaller, role: Role): StaffCaller => ({ ...caller, role });
