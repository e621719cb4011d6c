/** A family with a consent that all of them have signed, and a group around their child with a plan: what tests of both begin from. */
import { NO_REFUSALS } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import type { Api } from './api.js';
import { WRITE_ENTRY } from './busy-plan.js';
import { offerConsent, openFamily, POLICE, SCHOOL, SOC, type Family } from './family.js';
import { ADD_MEMBER, formedGroup, seat, type GroupUnderTest } from './group.js';
import { enterMeasures, TOLD, type JointCase } from './joint.js';
import { signName } from './names.js';
import type { World } from './world.js';

const HOUSES = [SOC, POLICE, SCHOOL];
const SEATS = `query($id: ID!) { plan(groupId: $id) { seats { memberId kind } } }`;

export interface PlannedFamily {
  readonly family: Family;
  readonly consentId: string;
  readonly group: GroupUnderTest;
  person(givenName: string): string;
  /** Written in the plan by somebody of the staff; answers its id. */
  write(key: string, i: object): Promise<string>;
  /** The seat of the house of this kind. */
  seat(kind: string): string;
  putForward(): Promise<void>;
}

export async function plannedFamily(
  world: World,
  api: Pick<Api, 'as'>,
  names: readonly [string, string, ...string[]],
  of: {
    readonly apart?: boolean;
    /** Houses besides the three that the consent reaches too, and whoever of them has a seat. */
    readonly more?: { readonly houses: readonly string[]; readonly seats: readonly string[] };
  } = {},
): Promise<PlannedFamily> {
  const family = await openFamily(world, names);
  const person = (givenName: string): string => family.people.get(givenName) ?? '';
  await enterMeasures(world, family.caseId);
  const houses = [...HOUSES, ...(of.more?.houses ?? [])];
  const scope = { from: houses, to: houses, categories: TOLD, purposes: ['support'] } as const;
  const consentId = await offerConsent(world, family, { scope, apart: of.apart ?? false });
  const anna = world.caller('anna');
  for (const personId of family.people.values())
    await signName(world, anna, {
      ...{ consentId, personId, method: 'oral', language: 'sv', noticeVersion: NOTICE_VERSION },
      refusals: NO_REFUSALS,
      receivedBy: anna.staffId,
    });
  const guardianId = person(names[1]);
  const file: JointCase = {
    ...{ caseId: family.caseId, personId: family.child, guardianId, secondGuardianId: guardianId },
    signers: [...family.people.values()],
  };
  const nothing = () => Promise.reject(new Error('signed already'));
  const consent = { id: consentId, withdraw: nothing, narrow: nothing, sign: nothing };
  const group = await formedGroup(world, api, { file, consent });
  for (const key of of.more?.seats ?? []) {
    const { version } = await group.seenBy('anna');
    const i = { groupId: group.id, version, seat: seat(world, key) };
    await (await group.as('anna')).query(ADD_MEMBER, { i });
  }
  const { plan } = await (await group.as('anna')).query(SEATS, { id: group.id });
  return {
    ...{ family, consentId, group, person },
    write: async (key, i) =>
      (await (await group.as(key)).query(WRITE_ENTRY, { i: { groupId: group.id, forFamily: true, ...i } }))
        .writePlanEntry,
    seat: (kind) => plan.seats.find((one: { kind: string }) => one.kind === kind).memberId,
    putForward: async () => {
      const client = await group.as('anna');
      await client.query(`mutation($id: ID!) { putPlanForward(groupId: $id) }`, { id: group.id });
    },
  };
}
