/** One town in one fresh database, with its people in their posts: what every database test begins from. */
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { HouseParty } from '#domain/disclosure/case.js';
import type { Role } from '#domain/organisation/role.js';
import { buildTown } from '#demo/world/build-town.js';
import { demonstrationStaff } from '#demo/world/people.js';
import { readSettings, type Settings } from '#platform/config/settings.js';
import { AesFieldCipher } from '#platform/crypto/aes-field-cipher.js';
import { PgAsCaller } from '#store/caller/pg-as-caller.js';
import { runtimeDataSource } from '#store/database.js';
import { GroupCommitAppender } from '#store/ledger/group-commit-appender.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Gate } from '#use-cases/gate/open.js';
import { EvidenceGate } from '#use-cases/gate/open-evidence.js';
import { FamilyGate } from '#use-cases/gate/open-to-family.js';
import { SettleSight } from '#use-cases/gate/settle-sight.js';
import { ShownSights } from '#use-cases/gate/shown-sights.js';
import { Seal } from '#use-cases/gate/seal.js';
import type { TownIds } from '#use-cases/organisation/town-definition.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface World {
  readonly database: TestDatabase;
  readonly settings: Settings;
  readonly source: DataSource;
  readonly asCaller: PgAsCaller;
  readonly appender: GroupCommitAppender;
  readonly gate: Gate;
  readonly familyGate: FamilyGate;
  readonly evidenceGate: EvidenceGate;
  readonly shown: ShownSights;
  readonly seal: Seal;
  readonly town: TownIds;
  /** The identity of a demonstration person in their first (or the named) role. */
  caller(key: string, role?: Role): StaffCaller;
  /** Rows as nobody in the program can see them: for looking behind the locks. */
  behindTheLocks<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** Builds Ekvalla in a database of its own. Close it in afterAll. */
export async function buildWorld(): Promise<World> {
  const database = await createTestDatabase();
  const settings = readSettings({ ...process.env, ...database.env });
  const source = await runtimeDataSource(database.urls.app, 10, 'samnav-test').initialize();
  const asCaller = new PgAsCaller(source);
  const appender = new GroupCommitAppender(database.urls.ledger);
  const cipher = new AesFieldCipher(settings.keys);
  const shown = new ShownSights(asCaller);
  const settling = new SettleSight(appender, asCaller, shown);
  const admin = new Client({ connectionString: database.urls.admin });
  await admin.connect();
  const town = await buildTown(asCaller, {
    issuer: settings.identityUrl,
    postsFrom: new Date(Date.now() - 86_400_000),
  });
  const houses = new Map<string, HouseParty>();
  for (const row of (
    await admin.query<{ kind: string; authority: string; branch: string }>(
      `select a.kind, a.slug as authority, b.slug as branch from branch b join authority a on a.id = b.authority_id`,
    )
  ).rows) {
    houses.set(`${row.authority}/${row.branch}`, row as HouseParty);
  }
  return {
    database,
    settings,
    source,
    asCaller,
    appender,
    gate: new Gate(settling, cipher),
    familyGate: new FamilyGate(settling, cipher),
    evidenceGate: new EvidenceGate(settling, cipher),
    shown,
    seal: new Seal(cipher),
    town,
    caller: (key, role) => callerOf(key, role, town, houses),
    behindTheLocks: async <T extends object>(sql: string, values: unknown[] = []) =>
      (await admin.query<T>(sql, values)).rows,
    close: async () => {
      await appender.close();
      await source.destroy();
      await admin.end();
      await database.drop();
    },
  };
}

function callerOf(
  key: string,
  role: Role | undefined,
  town: TownIds,
  houses: ReadonlyMap<string, HouseParty>,
): StaffCaller {
  const posts = demonstrationStaff.find((s) => s.key === key)?.posts ?? [];
  const post = role ? posts.find((p) => p.role === role) : posts[0];
  if (!post) throw new Error(`nobody called ${key} has a post as ${role ?? 'anything'} in the demonstration town`);
  const branch = post.unit.split('/').slice(0, 2).join('/');
  const pick = (ids: ReadonlyMap<string, string>, name: string): string => {
    const id = ids.get(name);
    if (!id) throw new Error(`the town has no ${name}`);
    return id;
  };
  const house = houses.get(branch);
  if (!house) throw new Error(`the town has no house ${branch}`);
  return {
    kind: 'staff',
    staffId: pick(town.staff, key),
    membershipId: '00000000-0000-4000-8000-000000000000',
    role: post.role,
    unitId: pick(town.units, post.unit),
    branchId: pick(town.branches, branch),
    municipalityId: town.municipalityId,
    house,
    sessionId: '00000000-0000-4000-8000-000000000001',
    origin: '127.0.0.1',
    requestId: `test ${key}`,
  };
}
