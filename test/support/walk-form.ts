/** Walks a group about a person through a form, from its nomination to its end, by nothing but what the form itself says. */
import { expect } from '@jest/globals';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { CollaborationForm, FormStep } from '#domain/form/form.js';
import { familyComesAfter, minutesOf, pointsOf } from '#domain/meeting/meeting-point.js';
import type { Api } from './api.js';
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
} from './group.js';
import { convenedMeeting } from './group-meeting.js';
import { LEISURE, openMeasuresCase, POLICE, SCHOOL, signedConsent, SOC, TOLD, type JointCase } from './joint.js';
import type { World } from './world.js';

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

export interface FormWalker {
  /** One person for each party that the form must have, in the order of the file. */
  seatsOf(form: CollaborationForm): object[];
  /** Each step in its order, meetings twice where they are repeated; answers the group as it then stands. */
  walk(
    form: CollaborationForm,
    before?: (group: GroupUnderTest, step: FormStep) => Promise<void>,
    of?: { readonly born?: string },
  ): Promise<GroupUnderTest>;
  /** What the step confirms, has signed and assesses, as its file names it. */
  termsOf(step: FormStep): object;
}

/** Agencies that the town lacks are opened, and every party is named in an agreement about each of these forms. */
export async function formWalker(world: World, api: Api, forms: readonly CollaborationForm[]): Promise<FormWalker> {
  const offices: Partial<Record<HouseKind, Officer>> = {
    'prison-and-probation': await openOffice(world, PROBATION, 'prison-and-probation'),
    'health-care': await openOffice(world, CARE, 'health-care'),
  };
  await agreeOn(world, forms);

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
      return (await (await as('anna')).query(STEP, { i: { groupId: id, version, step: wanted, ...more } }))
        .takeGroupStep;
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

  const termsOf = ({ confirms = [], signers = [], requires }: FormStep): object => ({
    confirmed: confirms.map(({ condition }) => condition),
    signedBy: [...signers],
    signedOn: signers.length > 0 ? '2026-01-15' : null,
    threat: requires.includes('threat-level') ? 'local' : null,
  });

  async function take(form: CollaborationForm, group: GroupUnderTest, step: FormStep): Promise<void> {
    const anna = await group.as('anna');
    switch (step.does) {
      case 'form': {
        const { version } = await group.seenBy('anna');
        const members = seatsOf(form);
        const contactStaffId = world.caller('anna').staffId;
        const terms = termsOf(step);
        await anna.query(FORM, { i: { groupId: group.id, version, contactStaffId, members, words: 'Nu.', terms } });
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
        else await group.step(step.step, { words: 'Gjort.', terms: termsOf(step) });
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

  return {
    seatsOf,
    termsOf,
    walk: async (form, before, { born } = {}) => {
      const file = await openMeasuresCase(world, { givenName: 'Vilda' });
      // Fifteen since yesterday: within every form's ages.
      await world.behindTheLocks(
        `update person set born = coalesce($2::date, ((clock.now() at time zone 'Europe/Stockholm')::date - 1 - interval '15 years')::date) where id = $1`,
        [file.personId, born ?? null],
      );
      await layGround(form, file);
      const group = await nominated(form, file);
      for (const step of form.steps) {
        await before?.(group, step);
        const { steps } = await group.seenBy('anna');
        const taken = steps.find((one: { step: { step: string } }) => one.step.step === step.step).times as number;
        if (taken === 0 && !step.optional) await take(form, group, step);
        else if (step.does === 'meet' && step.optional) await take(form, group, step);
      }
      return group;
    },
  };
}

/** The town has no such agency of its own: one with an office and an officer. */
async function openOffice(world: World, house: string, kind: HouseKind): Promise<Officer> {
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

async function agreeOn(world: World, forms: readonly CollaborationForm[]): Promise<void> {
  const town = world.caller('anna').municipalityId;
  for (const form of new Set(forms.filter(({ agreement }) => agreement).map((one) => one.form)))
    await world.behindTheLocks(
      `with g as (insert into agreement (id, municipality_id, form, starts_on, ends_on, signed_by) values (gen_random_uuid(), $1, $2, '2026-01-01', '2027-12-31', 'Kommundirektören') returning id)
       insert into agreement_party (agreement_id, branch_id) select g.id, b.id from g, branch b where b.municipality_id = $1`,
      [town, form],
    );
  for (const { kind } of forms.filter(({ level, variant }) => level === 'persons' && variant))
    await world.behindTheLocks(
      `insert into form_setting (municipality_id, kind, adjustment, changed_by) values ($1, $2, $3, $4) on conflict do nothing`,
      [town, kind, JSON.stringify({ kind }), world.caller('tove').staffId],
    );
}
