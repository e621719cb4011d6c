/**
 * Every form, walked over the api from its nomination or its start to its end by nothing but its own file: whom it needs, on
 * which ground, which steps in which order, and its meetings with their agenda ([S0], [S1], [S4]).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm, FormStep } from '#domain/form/form.js';
import { familyComesAfter, minutesOf, pointsOf } from '#domain/meeting/meeting-point.js';
import { readForms } from '#platform/forms/read-forms.js';
import { type Api, startApi } from '../../support/api.js';
import {
  ANSWER,
  clientsOf,
  FORM,
  GROUP,
  NOMINATE,
  preparatoryDecision,
  seat,
  STEP,
  type GroupUnderTest,
} from '../../support/group.js';
import { convenedMeeting, soon } from '../../support/group-meeting.js';
import {
  LEISURE,
  openMeasuresCase,
  POLICE,
  SCHOOL,
  signedConsent,
  SOC,
  TOLD,
  type JointCase,
} from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(120_000);

const PROBATION = 'kriminalvarden/frivarden';
const CARE = 'provregionen/bup';
interface Officer {
  readonly staffId: string;
  readonly unitId: string;
}
/** Who stands for a party of each kind in this town. */
const PEOPLE: Partial<Record<HouseKind, string>> = {
  'social-services': 'anna',
  police: 'marcus',
  school: 'lena',
  leisure: 'hassan',
};
const CRITERIA: Readonly<Record<string, object>> = {
  'OSL 10:18a': { concreteCircumstances: true, notUnsuitable: true },
  'OSL 10:15a': { neededToPreventCrime: true, secrecyDoesNotOutweigh: true },
};

let world: World;
let api: Api;
let offices: Partial<Record<HouseKind, Officer>>;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  offices = {
    'prison-and-probation': await openOffice(PROBATION, 'prison-and-probation'),
    'health-care': await openOffice(CARE, 'health-care'),
  };
  await agreeOnEveryForm();
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** The town has no such agency of its own: one with an office and an officer. */
async function openOffice(house: string, kind: HouseKind): Promise<Officer> {
  const town = world.caller('anna').municipalityId;
  const [authority, branch] = house.split('/');
  const [row] = await world.behindTheLocks<Officer>(
    `with a as (insert into authority (id, municipality_id, slug, kind, name) values (gen_random_uuid(), $1, $2, $4, $2) returning id),
       b as (insert into branch (id, municipality_id, authority_id, slug, name) select gen_random_uuid(), $1, id, $3, $3 from a returning id),
       u as (insert into unit (id, municipality_id, branch_id, slug, name, kind) select gen_random_uuid(), $1, id, 'kontoret', 'Kontoret', 'office' from b returning id),
       s as (insert into staff_member (id, municipality_id, issuer, subject, name, email) values (gen_random_uuid(), $1, 'x', $2, 'Frida Provvård', $2 || '@prov.example') returning id),
       m as (insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at) select gen_random_uuid(), $1, s.id, u.id, 'unit-representative', now() - interval '1 day' from s, u)
     select s.id as "staffId", u.id as "unitId" from s, u`,
    [town, authority, branch, kind],
  );
  return row!;
}

async function agreeOnEveryForm(): Promise<void> {
  const town = world.caller('anna').municipalityId;
  for (const form of new Set(forms.filter(({ agreement }) => agreement).map((one) => one.form)))
    await world.behindTheLocks(
      `with g as (insert into agreement (id, municipality_id, form, starts_on, ends_on, signed_by) values (gen_random_uuid(), $1, $2, '2026-01-01', '2027-12-31', 'Kommundirektören') returning id)
       insert into agreement_party (agreement_id, branch_id) select g.id, b.id from g, branch b where b.municipality_id = $1`,
      [town, form],
    );
  for (const { kind } of persons.filter(({ variant }) => variant))
    await world.behindTheLocks(
      `insert into form_setting (municipality_id, kind, adjustment, changed_by) values ($1, $2, $3, $4) on conflict do nothing`,
      [town, kind, JSON.stringify({ kind }), world.caller('tove').staffId],
    );
}

const forms = readForms();
const persons = forms.filter(({ level }) => level === 'persons');
const nameless = forms.filter(({ level }) => level === 'none');

/** One person for each party that the form must have, in the order of the file. */
const seatsOf = (form: CollaborationForm): object[] =>
  form.parties.must.map((kinds) => {
    const key = kinds.map((kind) => PEOPLE[kind]).find((one) => one !== undefined);
    if (key) return seat(world, key, key === 'anna' ? { mandate: 'decides' } : {});
    const office = kinds.map((kind) => offices[kind]).find((one) => one !== undefined);
    if (office) return { ...office };
    throw new Error(`nobody stands for ${kinds.join(' or ')} in this town`);
  });

/** What the law asks for before the form’s ground holds. */
async function layGround(form: CollaborationForm, file: JointCase): Promise<void> {
  const anna = world.caller('anna');
  if (form.ground.kind === 'consent') {
    const houses = [SOC, POLICE, SCHOOL, LEISURE, CARE];
    await signedConsent(world, file, { form: form.form, from: houses, to: houses });
  }
  if (form.ground.kind === 'duty')
    await world.behindTheLocks(`update case_file set phase = 'investigation' where id = $1`, [file.caseId]);
  if (form.ground.kind === 'assessment')
    for (const house of [POLICE, PROBATION])
      await world.behindTheLocks(
        `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, until)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'coordinator', clock.now() + interval '90 days')`,
        [
          anna.municipalityId,
          anna.branchId,
          file.caseId,
          form.ground.source,
          file.personId,
          SOC,
          house,
          [...TOLD],
          JSON.stringify(CRITERIA[form.ground.source]),
          anna.staffId,
        ],
      );
}

async function nominated(form: CollaborationForm, file: JointCase): Promise<GroupUnderTest> {
  const as = clientsOf(world, api);
  const { nominate } = await (
    await as('elin')
  ).query(NOMINATE, {
    i: { kind: form.kind, toStaffId: world.caller('anna').staffId, caseId: file.caseId, why: 'Vill sluta.' },
  });
  const { answerNomination } = await (
    await as('anna')
  ).query(ANSWER, {
    i: {
      nominationId: nominate,
      decision: 'prepare',
      words: 'Familjen vill.',
      preparatory: await preparatoryDecision(world, api),
    },
  });
  const id = answerNomination.groupId as string;
  const seenBy = async (key: string) => (await (await as(key)).query(GROUP, { id })).group;
  const step: GroupUnderTest['step'] = async (wanted, more = {}) => {
    const { version } = await seenBy('anna');
    return (await (await as('anna')).query(STEP, { i: { groupId: id, version, step: wanted, ...more } })).takeGroupStep;
  };
  return {
    id,
    file,
    consent: {
      id: '',
      sign: () => Promise.reject(new Error('none')),
      withdraw: () => Promise.reject(new Error('none')),
      narrow: () => Promise.resolve(),
    },
    as,
    seenBy,
    step,
  };
}

async function take(form: CollaborationForm, group: GroupUnderTest, step: FormStep): Promise<void> {
  const anna = await group.as('anna');
  switch (step.does) {
    case 'form': {
      const { version } = await group.seenBy('anna');
      const members = seatsOf(form);
      const contactStaffId = world.caller('anna').staffId;
      await anna.query(FORM, { i: { groupId: group.id, version, contactStaffId, members, words: 'Nu.' } });
      return;
    }
    case 'meet':
      await meet(form, group);
      if (step.repeats) await meet(form, group);
      return;
    case 'close':
      await group.step(step.step, { words: 'Målen är nådda.', reason: 'goals-met' });
      return;
    default: {
      // Who is needed is settled by giving them their places.
      if (step.requires.includes('parties'))
        for (const one of seatsOf(form)) {
          const { version } = await group.seenBy('anna');
          await anna.query(`mutation($i: AddMemberInput!) { addGroupMember(input: $i) { version } }`, {
            i: { groupId: group.id, version, seat: { mandate: 'speaks', ...one } },
          });
        }
      // The result takes the step by itself.
      if (step.requires.includes('assessment')) await assessed(group);
      else await group.step(step.step, { words: 'Gjort.' });
    }
  }
}

async function assessed(group: GroupUnderTest): Promise<void> {
  const anna = await group.as('anna');
  const ordered = { groupId: group.id, instrument: 'savry', assessorId: world.caller('elin').staffId };
  const { orderAssessment } = await anna.query(
    `mutation($i: OrderAssessmentInput!) { orderAssessment(input: $i) { assessments { id } } }`,
    { i: ordered },
  );
  const i = {
    id: orderAssessment.assessments[0].id,
    level: 'medium',
    assessedOn: '2026-01-15',
    words: 'Skolan skyddar.',
  };
  await (
    await group.as('elin')
  ).query(`mutation($i: FinishAssessmentInput!) { finishAssessment(input: $i) { assessments { id } } }`, { i });
}

/** Convened and held as the form has it: its kind, its minutes, who is alone and when the family comes. */
async function meet(form: CollaborationForm, group: GroupUnderTest): Promise<void> {
  const [kind] = form.meetings;
  const meeting = await convenedMeeting(world, group);
  const seen = await meeting.seenBy('anna');
  expect([form.kind, seen['minutes'], seen['points'].map((point: { name: unknown }) => point.name)]).toEqual([
    form.kind,
    minutesOf(kind!),
    kind!.agenda.map(({ point }) => ({ sv: point.sv })),
  ]);
  const alone = pointsOf(kind!).findIndex(({ audience }) => audience === 'everyone');
  const familyMay = (['subject', 'guardian'] as const).some((one) => form.parties.may.includes(one));
  if (familyMay && alone >= 0) expect([form.kind, familyComesAfter(pointsOf(kind!))]).toEqual([form.kind, 30]);
  await meeting.hold();
}

describe('a form about a person', () => {
  it.each(persons.map((form) => [form.kind, form] as const))(
    '%s is walked from its nomination to its end, with its meetings',
    async (_, form) => {
      const file = await openMeasuresCase(world, { givenName: 'Vilda' });
      await layGround(form, file);
      const group = await nominated(form, file);
      for (const step of form.steps) {
        const { steps } = await group.seenBy('anna');
        const taken = steps.find((one: { step: { step: string } }) => one.step.step === step.step).times as number;
        if (taken === 0 && !step.optional) await take(form, group, step);
        else if (step.does === 'meet' && step.optional) await take(form, group, step);
      }
      const end = await group.seenBy('anna');
      expect(end.standing).toBe(form.steps.at(-1)?.does === 'follow-up' ? 'followed-up' : 'closed');
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
          const [first] = seatsOf(form);
          if (step.requires.includes('parties'))
            expect((await anna.refusal(FORM, await formed([first!]))).code).toBe('PARTIES_MISSING');
          await anna.query(FORM, await formed(seatsOf(form)));
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
