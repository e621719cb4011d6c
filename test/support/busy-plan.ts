/** The plan of a busy town's group: the young person's own picture, what each house does, and something tried before. */
import type { GroupUnderTest } from './group.js';

export const WRITE_ENTRY = `mutation($i: WritePlanEntryInput!) { writePlanEntry(input: $i) }`;
export const WRITE_NEWS = `mutation($i: WritePlanNewsInput!) { writePlanNews(input: $i) }`;
export const TELL_VALUE = `mutation($i: TellPlanValueInput!) { tellPlanValue(input: $i) }`;
export const ACT_ON_ENTRY = `mutation($i: ActOnPlanEntryInput!) { actOnPlanEntry(input: $i) }`;

export async function layPlan(group: GroupUnderTest): Promise<void> {
  const write = async (key: string, i: object): Promise<string> =>
    (await (await group.as(key)).query(WRITE_ENTRY, { i: { groupId: group.id, ...i } })).writePlanEntry;
  const act = async (key: string, i: object): Promise<unknown> => (await group.as(key)).query(ACT_ON_ENTRY, { i });
  const { plan } = await (
    await group.as('anna')
  ).query(`query($id: ID!) { plan(groupId: $id) { seats { memberId kind } } }`, { id: group.id });
  const seat = (kind: string): string =>
    plan.seats.find((one: { kind: string; memberId: string }) => one.kind === kind).memberId;
  await write('anna', {
    kind: 'future',
    words: 'Om tio år är jag elektriker och har en egen bil.',
    forFamily: true,
  });
  const goalId = await write('anna', { kind: 'goal', words: 'Godkänd i matte före jul.', forFamily: true });
  await write('anna', {
    ...{ kind: 'step', words: 'Gå på mattestugan varje tisdag.', goalId },
    ...{ forFamily: true, promisedBy: 'subject' },
  });
  const tried = await write('anna', {
    ...{ kind: 'measure', words: 'Läxhjälp hemma på kvällarna.', needArea: 'school-or-work' },
    ...{ aim: 'I kapp i matte.', ownerMemberId: seat('social-services'), followUpOn: '2099-11-01' },
  });
  await act('anna', {
    ...{ entryId: tried, version: 1, act: 'end', result: 'not-reached' },
    words: 'Blev för sent på kvällen. Hon orkade inte.',
  });
  const maths = await write('lena', {
    ...{ kind: 'measure', words: 'Mattestuga på tisdagar på förmiddagen.', needArea: 'school-or-work' },
    ...{ aim: 'Betyget före jul.', help: 'Att någon ringer om hon inte kommer.', seen: [tried] },
    ...{ ownerMemberId: seat('school'), startsOn: '2026-11-01', followUpOn: '2099-12-08' },
  });
  await act('lena', { entryId: maths, version: 1, act: 'start' });
  await write('marcus', {
    ...{ kind: 'measure', words: 'Möter upp vid torget på fredagar.', needArea: 'relations' },
    ...{ aim: 'En trygg väg hem.', ownerMemberId: seat('police'), followUpOn: '2099-12-18' },
  });
  await write('anna', {
    kind: 'frame',
    words: 'Hemma klockan nio på vardagar.',
    watch: 'Mamma, och fältarna på fredagar.',
    forFamily: true,
  });
  await write('anna', { kind: 'risk', words: 'De äldre vid torget.', needArea: 'relations' });
  await write('lena', { kind: 'strength', words: 'Envis, och rolig att ha i klassrummet.' });
  await write('anna', { kind: 'adaptation', words: 'Korta möten, helst gående. Säg en sak i taget.' });
  await write('anna', { kind: 'step-back', words: 'Bara Anna ringer hem. Skolan och polisen går via henne.' });
  await (await group.as('anna')).query(`mutation($id: ID!) { putPlanForward(groupId: $id) }`, { id: group.id });
  await answer(group, 'lena', { answer: 'yes' });
  await answer(group, 'anna', { answer: 'yes', how: 'meeting', words: 'Matten går före allt annat.' });
  await write('lena', { kind: 'protection', words: 'Två vänner i klassen som hon litar på.' });
  await layNews(group, { write, teller: seat('school') });
}

const DAY = 86_400_000;
/** Week by week, the last of them over. */
const ATTENDED = ['6', '12', '20', '31', '28', '44', '58', '65'];

/** What was told between meetings: good news, other news, and how much of school she is at. */
async function layNews(
  group: GroupUnderTest,
  of: { readonly write: (key: string, i: object) => Promise<string>; readonly teller: string },
): Promise<void> {
  const tell = async (key: string, i: object) =>
    (await group.as(key)).query(WRITE_NEWS, { i: { groupId: group.id, ...i } });
  const seriesId = await of.write('anna', {
    ...{ kind: 'series', words: 'Är i skolan, av schemalagd tid', category: 'school-attendance-and-results' },
    ...{ measured: { unit: 'percent', better: 'more', cadence: 'week' }, ownerMemberId: of.teller },
  });
  const lena = await group.as('lena');
  for (const [back, value] of [...ATTENDED].reverse().entries()) {
    const on = new Date(Date.now() - (back + 1) * 7 * DAY).toISOString().slice(0, 10);
    await lena.query(TELL_VALUE, { i: { seriesId, on, value } });
  }
  await tell('lena', { kind: 'good-news', words: 'Höll föredrag för hela klassen, och stannade kvar efteråt.' });
  await tell('marcus', { kind: 'news', words: 'Två i det gamla gänget har flyttat från orten.' });
}

/** The first of those that this person may answer: for their own house, or of the family's. */
async function answer(
  group: GroupUnderTest,
  key: string,
  i: { answer: string; how?: string; words?: string },
): Promise<void> {
  const client = await group.as(key);
  const { planVersions } = await client.query(
    `query($id: ID!) { planVersions(groupId: $id) { versions { answers { id house mayAnswer } } } }`,
    { id: group.id },
  );
  const wanted = planVersions.versions[0].answers.find(
    ({ house, mayAnswer }: { house: string | null; mayAnswer: boolean }) => mayAnswer && (house === null) === !!i.how,
  );
  await client.query(`mutation($i: AnswerPlanInput!) { answerPlan(input: $i) }`, { i: { answerId: wanted.id, ...i } });
}
