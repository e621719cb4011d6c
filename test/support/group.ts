/** A group about a young person with a signed consent, from Maria's nomination on: what tests of groups begin from. */
import type { Api, ApiClient } from './api.js';
import { openMeasuresCase, signedConsent, type ConsentUnderTest, type JointCase } from './joint.js';
import type { World } from './world.js';

export const NOMINATE = `mutation($i: NominateInput!) { nominate(input: $i) }`;
export const ANSWER = `mutation($i: AnswerNominationInput!) { answerNomination(input: $i) { groupId } }`;
export const START = `mutation($i: StartGroupInput!) { startGroup(input: $i) }`;
export const FORM = `mutation($i: FormGroupInput!) { formGroup(input: $i) { id version standing } }`;
export const STEP = `mutation($i: TakeStepInput!) { takeGroupStep(input: $i) { id version standing } }`;
export const MOVE = `mutation($i: MoveGroupInput!) { moveGroup(input: $i) { id version standing } }`;
export const ADD_MEMBER = `mutation($i: AddMemberInput!) { addGroupMember(input: $i) { version } }`;
export const GROUP = `query($id: ID!) { group(id: $id) { id version kind own mayLead standing standingReason agreement consentId caseId
  about { person { name } told caseNumber area } members { id staffId name houseKind mandate deputyFor terms isContact hasLeft endsAt endReason }
  missing { kinds } steps { step { step } times isNext lacks } acts { act word reason words passed { sv } standing } meeting { by standing proposed } moves } }`;

export interface GroupUnderTest {
  readonly id: string;
  readonly file: JointCase;
  readonly consent: ConsentUnderTest;
  as(key: string): Promise<ApiClient>;
  /** The group as this person sees it. */
  seenBy(key: string): Promise<Record<string, any>>;
  step(
    step: string,
    more?: { words?: string; reason?: string; terms?: object; heldOn?: string },
  ): Promise<Record<string, any>>;
}

/** People of the town over one api, each with a session of their own. */
export function clientsOf(world: World, api: Pick<Api, 'as'>): (key: string) => Promise<ApiClient> {
  const people = new Map<string, Promise<ApiClient>>();
  return (key) => {
    const known = people.get(key) ?? api.as({ id: world.town.staff.get(key) ?? '' });
    people.set(key, known);
    return known;
  };
}

export const seat = (world: World, key: string, more: { mandate?: string; deputyForStaffId?: string } = {}) => ({
  staffId: world.caller(key).staffId,
  unitId: world.caller(key).unitId,
  ...more,
});

const BOARDS = `{ preparatoryGroups { id members { memberId } } }`;

export interface PreparatoryUnderTest {
  readonly boardId: string;
  readonly meetingId: string | null;
  readonly betweenMeetings: boolean;
  readonly present: string[];
  readonly deciderId: string;
}

/** What the town's preparatory group decided by telephone: whoever sits there now took part, and its first member decided. */
export async function preparatoryDecision(world: World, api: Pick<Api, 'as'>): Promise<PreparatoryUnderTest> {
  const anna = await clientsOf(world, api)('anna');
  if ((await anna.query(BOARDS)).preparatoryGroups.length === 0) await appointBoard(world, anna);
  const [board] = (await anna.query(BOARDS)).preparatoryGroups;
  const present = board.members.map(({ memberId }: { memberId: string }) => memberId);
  return { boardId: board.id, meetingId: null, betweenMeetings: true, present, deciderId: present[0] };
}

async function appointBoard(world: World, anna: ApiClient): Promise<void> {
  const { startGroup: groupId } = await anna.query(START, { i: { kind: 'preparatory', area: 'Beredning' } });
  const members = [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus')];
  await anna.query(FORM, { i: { groupId, version: 1, contactStaffId: world.caller('anna').staffId, members } });
}

/** Nominated by Elin within the house, taken up by Anna; not formed yet. */
export async function prepareGroup(
  world: World,
  api: Pick<Api, 'as'>,
  of: {
    readonly kind?: string;
    readonly file?: JointCase;
    readonly givenName?: string;
    readonly consent?: ConsentUnderTest;
  } = {},
): Promise<GroupUnderTest> {
  const as = clientsOf(world, api);
  const file = of.file ?? (await openMeasuresCase(world, of.givenName ? { givenName: of.givenName } : {}));
  const consent = of.consent ?? (await signedConsent(world, file));
  const { nominate } = await (
    await as('elin')
  ).query(NOMINATE, {
    i: { kind: of.kind ?? 'sig', toStaffId: world.caller('anna').staffId, caseId: file.caseId, why: 'Vill sluta.' },
  });
  const { answerNomination } = await (
    await as('anna')
  ).query(ANSWER, {
    i: {
      nominationId: nominate,
      decision: 'prepare',
      words: 'Familjen vill, och läget är rätt.',
      preparatory: await preparatoryDecision(world, api),
    },
  });
  const id = answerNomination.groupId as string;
  const seenBy = async (key: string) => (await (await as(key)).query(GROUP, { id })).group;
  return {
    id,
    file,
    consent,
    as,
    seenBy,
    step: async (step, more = {}) => {
      const { version } = await seenBy('anna');
      const { takeGroupStep } = await (await as('anna')).query(STEP, { i: { groupId: id, version, step, ...more } });
      return takeGroupStep;
    },
  };
}

/** With Anna, an officer and a teacher; Anna is the contact person. */
export async function formedGroup(
  world: World,
  api: Pick<Api, 'as'>,
  of: Parameters<typeof prepareGroup>[2] = {},
): Promise<GroupUnderTest> {
  const group = await prepareGroup(world, api, of);
  await group.step('consent');
  const { version } = await group.seenBy('anna');
  await (
    await group.as('anna')
  ).query(FORM, {
    i: {
      groupId: group.id,
      version,
      contactStaffId: world.caller('anna').staffId,
      members: [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus'), seat(world, 'lena')],
    },
  });
  return group;
}
