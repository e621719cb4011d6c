/**
 * Role × operation, made of the schema itself so that a new operation is in it the moment it exists: what a role's
 * capabilities do not hold is denied and written down, and administrators reach no content (ASVS 8.2.1–2, default deny).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { isContentCapability, type Capability } from '#domain/organisation/capability.js';
import { hasCapability, ROLES, type Role } from '#domain/organisation/role.js';
import { isFamilyRequirement, type FamilyRequirement } from '#api/guard/family-door.js';
import { PROVED_WITHIN, PUBLIC, REQUIRES } from '#api/guard/requires.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { LiveTopics, type LiveTopic } from '#api/live/live-topic.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { buildWorld, type World } from '../../support/world.js';

const ACTORS: Readonly<Record<Role, string>> = {
  intake: 'maria',
  'unit-representative': 'sara',
  investigator: 'elin',
  coordinator: 'anna',
  manager: 'birgitta',
  'investigation-leader': 'disa',
  auditor: 'olof',
  administrator: 'tove',
};

/** What asks for no capability. Whoever adds to it has made sure that it shows nothing said about a person. */
const WITHOUT_CAPABILITY = [
  'addBusyAddress',
  'addBusyFile',
  'answerInvitation',
  'askForFamilyLink',
  'closeCalendarFeed',
  'demonstration',
  'demonstrationClock',
  'familyDoor',
  'instruments',
  'leaveFamily',
  'makeCalendarFeed',
  'markAllNoticesRead',
  'markNoticeRead',
  'me',
  'moveClock',
  'myBusySources',
  'myCalendarFeeds',
  'myDeadlines',
  'myDraftKeys',
  'myInvitations',
  'myNotices',
  'mySessions',
  'openFamilyDoor',
  'removeBusySource',
  'resetClock',
  'signOutEverywhere',
  'switchMembership',
];

/** What is hard to undo in the wrong hands, and how many minutes a proof of who one is lasts for it (ASVS 7.5.3). */
const PROVED = [
  'addPost: 15',
  'assessGround: 15',
  'changeStaffMember: 15',
  'changeWebhookSecret: 15',
  'decideInDanger: 60',
  'endSessions: 15',
  'importPaperRegister: 15',
  'importTown: 15',
  'mergePeople: 15',
  'nameStaff: 15',
  'offerRelocation: 15',
  'removePerson: 15',
  'saveWebhook: 15',
  'setProtection: 15',
  'setStaffMemberDisabled: 15',
  'settlePersonDecision: 15',
  'undoMerge: 15',
];

interface Operation {
  readonly name: string;
  readonly kind: 'Query' | 'Mutation';
  readonly requires: Capability | 'signed-in' | 'public' | FamilyRequirement;
  /** Milliseconds; undefined where any proof of the session will do. */
  readonly provedWithin: number | undefined;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

let world: World;
let api: Api;
let operations: readonly Operation[];
const clients = new Map<Role, ApiClient>();

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  operations = allOperations();
  for (const role of ROLES) clients.set(role, await api.as({ id: world.town.staff.get(ACTORS[role]) ?? '' }));
}, 120_000);

afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** What each resolver method says that it requires, by the name it has in the schema. */
function declarations(): Map<string, Pick<Operation, 'requires' | 'provedWithin'>> {
  const reflector = api.app.get(Reflector);
  const found = new Map<string, Pick<Operation, 'requires' | 'provedWithin'>>();
  for (const { instance, metatype } of api.app.get(DiscoveryService, { strict: false }).getProviders()) {
    if (!instance || typeof instance !== 'object' || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
    for (const method of new MetadataScanner().getAllMethodNames(prototype)) {
      const handler = prototype[method];
      if (typeof handler !== 'function') continue;
      const kind = Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined;
      if (kind !== 'Query' && kind !== 'Mutation') continue;
      const named = Reflect.getMetadata('graphql:resolver_name', handler) as unknown;
      const places = [handler as () => void, metatype as never];
      const open = reflector.getAllAndOverride<boolean>(PUBLIC, places);
      const requires = open
        ? 'public'
        : reflector.getAllAndOverride<Capability | 'signed-in' | FamilyRequirement | undefined>(REQUIRES, places);
      const provedWithin = reflector.getAllAndOverride<number | undefined>(PROVED_WITHIN, places);
      if (requires) found.set(`${kind}.${typeof named === 'string' ? named : method}`, { requires, provedWithin });
    }
  }
  return found;
}

function allOperations(): Operation[] {
  const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
  const declared = declarations();
  return (['Query', 'Mutation'] as const).flatMap((kind) => {
    const type = kind === 'Query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => {
      const says = declared.get(`${kind}.${field.name}`);
      if (says === undefined) throw new Error(`${kind}.${field.name} says nothing of what it requires`);
      return { name: field.name, kind, ...says, ...callOf(kind, field) };
    });
  });
}

/** A call that the schema accepts, with the least that it demands. */
function callOf(kind: 'Query' | 'Mutation', field: GraphQLField<unknown, unknown>) {
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const head = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const args = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const wanted = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    document: `${kind.toLowerCase()}${head ? ` (${head})` : ''} { ${field.name}${args ? `(${args})` : ''}${wanted} }`,
    variables: Object.fromEntries(needed.map((arg) => [arg.name, example(arg.type)])),
  };
}

const EXAMPLES: Readonly<Record<string, unknown>> = {
  ID: '0b9a5c1e-0000-4000-8000-00000000000f',
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-11-24T12:00:00.000Z',
};

function example(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return example(type.ofType);
  if (isListType(type)) return [example(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((f) => isNonNullType(f.type) && f.defaultValue === undefined);
    return Object.fromEntries(needed.map((f) => [f.name, example(f.type)]));
  }
  return EXAMPLES[type.name] ?? {};
}

const isDenied = (role: Role, { requires }: Operation): boolean =>
  requires !== 'public' &&
  requires !== 'signed-in' &&
  (isFamilyRequirement(requires) || !hasCapability(role, requires));

describe('the matrix', () => {
  it('holds every operation of the schema, each with what it requires', () => {
    expect(operations.map((one) => one.name)).toEqual(expect.arrayContaining(['me', 'mySessions', 'endSessions']));
    expect(new Set(operations.map((one) => `${one.kind}.${one.name}`)).size).toBe(operations.length);
  });

  it('lets only what has been looked at do without a capability', () => {
    const free = operations.filter((one) => one.requires === 'public' || one.requires === 'signed-in');
    expect(free.map((one) => one.name).sort()).toEqual(WITHOUT_CAPABILITY);
  });

  it('asks for a new proof before what is hard to undo, and nowhere else', () => {
    const asking = operations.flatMap(({ name, provedWithin }) =>
      provedWithin === undefined ? [] : [`${name}: ${provedWithin / MINUTE}`],
    );
    expect(asking.sort()).toEqual(PROVED);
  });

  it('opens to nobody who is not signed in, but for what says so', async () => {
    const open: string[] = [];
    for (const operation of operations.filter((one) => one.requires !== 'public')) {
      const { code } = await api.anonymous.refusal(operation.document, operation.variables);
      const wanted = isFamilyRequirement(operation.requires) ? 'FAMILY_SIGN_IN_REQUIRED' : 'SIGN_IN_REQUIRED';
      if (code !== wanted) open.push(`${operation.name}: ${code}`);
    }
    expect(open).toEqual([]);
  }, 30_000);

  it.each(ROLES)(
    'denies %s whatever that role cannot do, and writes each denial down',
    async (role) => {
      const client = clients.get(role);
      if (!client) throw new Error(`nobody acts as ${role}`);
      const denied = operations.filter((one) => isDenied(role, one));
      const wrong: string[] = [];
      for (const operation of denied) {
        const { code } = await client.refusal(operation.document, operation.variables);
        if (code !== 'NOT_ALLOWED') wrong.push(`${operation.name} (${operation.requires}): ${code}`);
      }
      expect(wrong).toEqual([]);
      const rows = await world.behindTheLocks<{ capability: string }>(
        `select detail->>'capability' as capability from ledger_entry
       where action = 'refuse' and ground = 'role' and actor_staff = $1`,
        [world.town.staff.get(ACTORS[role])],
      );
      expect(rows.map((row) => row.capability).sort()).toEqual(denied.map((one) => String(one.requires)).sort());
    },
    60_000,
  );
});

describe('administrators and auditors', () => {
  const behind = (role: Role): Operation[] =>
    operations.filter((one) => one.requires !== 'public' && one.requires !== 'signed-in' && !isDenied(role, one));

  it.each(['administrator', 'auditor'] as const)('as %s reach nothing that opens content', (role) => {
    expect(behind(role).filter((one) => isContentCapability(one.requires as Capability))).toEqual([]);
    const content = operations.filter(
      (one) =>
        one.requires !== 'public' &&
        one.requires !== 'signed-in' &&
        !isFamilyRequirement(one.requires) &&
        isContentCapability(one.requires),
    );
    // Without content there would be nothing to keep from them.
    expect(content.length).toBeGreaterThan(0);
    expect(content.every((one) => isDenied(role, one))).toBe(true);
  });

  it('cannot watch a screen that shows content', async () => {
    const topics = [
      ...(api.app.get(LiveTopics, { strict: false }) as unknown as { topics: Map<string, LiveTopic> }).topics.values(),
    ];
    const closed = topics.filter((topic) => topic.requires !== 'signed-in' && isContentCapability(topic.requires));
    const socket = await clients.get('administrator')?.socket();
    if (!socket) throw new Error('nobody acts as administrator');
    const answers: unknown[] = [];
    for (const topic of closed)
      answers.push(await socket.emitWithAck('watch', `${topic.name}:${String(EXAMPLES['ID'])}`));
    expect(closed.length).toBeGreaterThan(0);
    expect(answers).toEqual(closed.map(() => ({ ok: false, code: 'NOT_ALLOWED' })));
  });
});
