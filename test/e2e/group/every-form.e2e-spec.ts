/**
 * Every form, walked over the api from its nomination or its start to its end by nothing but its own file: whom it needs, on
 * which ground, which steps in which order, and its meetings with their agenda ([S0], [S1], [S4]).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CollaborationForm, FormStep } from '#domain/form/form.js';
import { minutesOf } from '#domain/meeting/meeting-point.js';
import { readForms } from '#platform/forms/read-forms.js';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, FORM, GROUP, STEP } from '../../support/group.js';
import { soon } from '../../support/group-meeting.js';
import { POLICE, signedConsent, SOC } from '../../support/joint.js';
import { formWalker, type FormWalker } from '../../support/walk-form.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(120_000);

let world: World;
let api: Api;
let walker: FormWalker;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  walker = await formWalker(world, api, forms);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const forms = readForms();
const persons = forms.filter(({ level }) => level === 'persons');
const nameless = forms.filter(({ level }) => level === 'none');

interface FollowUp {
  readonly state: string;
  readonly owner: string;
  /** Due as many months after the closing as the form says, at the end of that day. */
  readonly inTime: boolean;
}

const followUpsOf = (groupId: string, within: FormStep['within']): Promise<FollowUp[]> =>
  world.behindTheLocks<FollowUp>(
    `select d.state, d.owner_staff_id as owner, d.due_at = ((((g.closed_at at time zone 'Europe/Stockholm')::date
         + make_interval(months => $2))::date + 1)::timestamp at time zone 'Europe/Stockholm') as "inTime"
     from deadline d join collaboration_group g on g.id = d.about_id
     where d.kind = 'closing-follow-up' and g.id = $1 order by d.starts_at`,
    [groupId, within?.unit === 'months' ? within.count : 0],
  );

describe('a form about a person', () => {
  it.each(persons.map((form) => [form.kind, form] as const))(
    '%s is walked from its nomination to its end, with its meetings',
    async (_, form) => {
      const last = form.steps.at(-1)!;
      const follows = last.does === 'follow-up';
      let owed: readonly FollowUp[] = [];
      const group = await walker.walk(form, async ({ id }, { does }) => {
        if (does === 'follow-up') owed = await followUpsOf(id, last.within);
      });
      // From the closing on it is owed by whoever led the group, to the end of the day that the form's own time comes to.
      const coordinator = world.caller('anna').staffId;
      expect([form.kind, owed]).toEqual([
        form.kind,
        follows ? [{ state: 'open', owner: coordinator, inTime: true }] : [],
      ]);
      expect(follows ? last.within : null).toEqual(follows ? { unit: 'months', count: 6 } : null);
      expect((await followUpsOf(group.id, last.within)).map(({ state }) => state)).toEqual(follows ? ['met'] : []);
      const end = await group.seenBy('anna');
      expect(end.standing).toBe(follows ? 'followed-up' : 'closed');
      const acts = end.acts.filter(({ act = 'step' }: { act?: string }) => act === 'step') as {
        word: string;
        passed: unknown[];
      }[];
      // Every step once in its order, the meetings as often as they were held, and nothing passed over.
      const expected = form.steps
        .filter(({ optional, does }) => !optional || does === 'meet')
        .flatMap(({ step, does, repeats }) => (does === 'meet' && repeats ? [step, step] : [step]));
      // A nomination that is taken up and the decision to do so are one moment: either may stand first in a list by time.
      const order = (words: readonly string[]) => [...words.slice(0, 2).sort(), ...words.slice(2)];
      expect([form.kind, order(acts.map(({ word }) => word))]).toEqual([form.kind, order(expected)]);
      expect(acts.flatMap(({ passed }) => passed)).toEqual([]);
    },
  );
});

describe('MASH step 3', () => {
  it('about a grown person stands on their own yes: no duty towards children holds for them (OSL 10:1, SoL 20:6)', async () => {
    const form = forms.find(({ kind }) => kind === 'mash-3')!;
    const anna = await clientsOf(world, api)('anna');
    const SHOWN = `query($id: ID!) { group(id: $id) { version form { groundKind groundSource } steps { step { does } lacks } } }`;
    const group = await walker.walk(
      form,
      async ({ id, file }, { does }) => {
        if (does !== 'form') return;
        const { group: seen } = await anna.query(SHOWN, { id });
        expect(seen.form).toEqual({ groundKind: 'consent', groundSource: 'OSL 10:1' });
        expect(seen.steps.find(({ step }: any) => step.does === 'form').lacks).toContain('ground');
        const contactStaffId = world.caller('anna').staffId;
        const i = { groupId: id, version: seen.version, contactStaffId, members: walker.seatsOf(form), words: 'Nu.' };
        const refusal = await anna.refusal(FORM, { i });
        expect(refusal.code).toBe('GROUND_MISSING');
        expect(refusal.message).toContain('OSL 10:1');
        const alone = { ...file, secondGuardianId: '', signers: [file.personId] };
        const scope = { form: 'mash', from: [POLICE], to: [SOC], purposes: ['investigate-need'] } as const;
        await signedConsent(world, alone, scope);
      },
      { born: '1996-03-02' },
    );
    expect((await group.seenBy('anna')).standing).toBe('closed');
  });
});

describe('a form without persons', () => {
  const START = `mutation($i: StartGroupInput!) { startGroup(input: $i) }`;
  const CONVENE = `mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { name { sv } minutes points { name { sv } }
    meetings { id version state seats { memberId } } } }`;
  const HOLD = `mutation($i: HoldAreaMeetingInput!) { holdAreaMeeting(input: $i) { meetings { id state seats { wasThere } } } }`;

  /** Called as the form has it, its time come, and held with everyone there. */
  async function meetWithoutPersons(form: CollaborationForm, groupId: string): Promise<void> {
    const anna = await clientsOf(world, api)('anna');
    const [kind] = form.meetings;
    const startsAt = await soon(world);
    const { conveneAreaMeeting: called } = await anna.query(CONVENE, { i: { groupId, startsAt } });
    expect([form.kind, called.name.sv, called.minutes, called.points.map(({ name }: any) => name.sv)]).toEqual([
      form.kind,
      kind!.name.sv,
      minutesOf(kind!),
      kind!.agenda.map(({ point }) => point.sv),
    ]);
    const { id, version, seats } = called.meetings.find(({ state }: { state: string }) => state === 'planned');
    await world.behindTheLocks(`update area_meeting set starts_at = clock.now() - interval '1 minute' where id = $1`, [
      id,
    ]);
    const present = seats.map(({ memberId }: { memberId: string }) => memberId);
    const { holdAreaMeeting } = await anna.query(HOLD, { i: { id, version, present } });
    const held = holdAreaMeeting.meetings.find((one: { id: string }) => one.id === id);
    expect([held.state, held.seats.every((seated: { wasThere: boolean }) => seated.wasThere)]).toEqual(['held', true]);
    await world.behindTheLocks(`update area_meeting set starts_at = starts_at - interval '1 day' where id = $1`, [id]);
  }

  it.each(nameless.map((form) => [form.kind, form] as const))(
    '%s is walked from its start to its end, with its meetings and nobody named',
    async (_, form) => {
      const as = clientsOf(world, api);
      const anna = await as('anna');
      const { startGroup: id } = await anna.query(START, { i: { kind: form.kind, area: 'Stationen och torget' } });
      const seen = async () => (await anna.query(GROUP, { id })).group;
      const contactStaffId = world.caller('anna').staffId;
      const formed = async (members: object[]) => ({
        i: { groupId: id, version: (await seen()).version, contactStaffId, members },
      });
      for (const step of form.steps) {
        const taken = async (reason: string | null) =>
          anna.query(STEP, { i: { groupId: id, version: (await seen()).version, step: step.step, reason } });
        if (step.does === 'nominate') continue;
        if (step.does === 'form') {
          const [first] = walker.seatsOf(form);
          if (step.requires.includes('parties'))
            expect((await anna.refusal(FORM, await formed([first!]))).code).toBe('PARTIES_MISSING');
          await anna.query(FORM, await formed(walker.seatsOf(form)));
        } else if (step.does === 'meet') {
          await meetWithoutPersons(form, id);
          if (step.repeats) await meetWithoutPersons(form, id);
        } else await taken(step.does === 'close' ? 'goals-met' : null);
      }
      const end = await seen();
      const last = form.steps.at(-1)?.does === 'follow-up' ? 'followed-up' : 'closed';
      expect([form.kind, end.standing, end.caseId, end.about.person]).toEqual([form.kind, last, null, null]);
      expect([form.kind, end.acts.map(({ word }: any) => word)]).toEqual([
        form.kind,
        form.steps.flatMap(({ step, does, repeats }) => (does === 'meet' && repeats ? [step, step] : [step])),
      ]);
      expect(end.acts.flatMap(({ passed }: any) => passed)).toEqual([]);
      expect(end.members.every(({ endsAt }: any) => endsAt !== null)).toBe(true);
      const clock = await world.behindTheLocks<{ state: string }>(
        `select state from deadline where about_id = $1 and kind = 'sig-meeting' order by starts_at, settled_at nulls last`,
        [id],
      );
      expect(clock.map(({ state }) => state)).toEqual(form.cadence ? ['met', 'met', 'void'] : []);
      const [words] = await world.behindTheLocks<{ n: number }>(
        `select count(*)::int as n from group_act where group_id = $1 and item_id is not null`,
        [id],
      );
      expect(words?.n).toBe(0);
    },
  );
});
