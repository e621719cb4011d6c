/** A case in the phase of measures with a signed consent, and the joint meeting that it opens: what tests of both begin from. */
import { randomUUID } from 'node:crypto';
import type { ConsentScope } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import type { Category, Form } from '#domain/disclosure/vocabulary.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { narrowConsent, withdrawConsent } from '#use-cases/consent/withdraw-consent.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { BeginMeasures } from '#use-cases/report/begin-measures.js';
import { CaseStore } from '#use-cases/report/case.port.js';
import type { Api, ApiClient } from './api.js';
import { type GradedCase, openGradedCase } from './case.js';
import { onBoard, type HubUnderTest } from './hub.js';
import { signName } from './names.js';
import type { World } from './world.js';

export const SOC = 'ekvalla-soc/individ-och-familj';
export const POLICE = 'polisen/lpo-ekvalla';
export const SCHOOL = 'ekvalla-skola/grundskola';
export const LEISURE = 'ekvalla-fritid/fritid';

export const TOLD: readonly Category[] = [
  'nomination',
  'home-and-family',
  'assessment-results',
  'associates-and-network',
  'school-attendance-and-results',
  'crime-and-suspicion',
  'measures-and-plan',
];

export interface JointCase extends GradedCase {
  readonly secondGuardianId: string;
  readonly signers: readonly string[];
}

/** A fifteen-year-old with two guardians; Elin has investigated and begins measures, Anna coordinates. */
export async function openMeasuresCase(
  world: World,
  named: { readonly givenName?: string; readonly familyName?: string } = {},
): Promise<JointCase> {
  const opened = await openGradedCase(world, { grade: 'red', ...named });
  const anna = world.caller('anna');
  const admit = new AdmitPerson(world.seal, new HmacLookupHash(world.settings.keys));
  const house = { municipalityId: anna.municipalityId, branchId: anna.branchId };
  const secondGuardianId = await world.asCaller.run(
    { kind: 'service', name: 'reception', requestId: 'test' },
    async (tx) =>
      admit.run(tx, house, {
        givenName: 'Peter',
        familyName: named.familyName ?? 'Provberg',
        number: { kind: 'none', reason: 'unknown' } as const,
        bornYear: 1982,
      }),
  );
  await world.behindTheLocks(
    `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), $1, $2, 'population-register', '2011-05-01')`,
    [opened.personId, secondGuardianId],
  );
  await enterMeasures(world, opened.caseId);
  return { ...opened, secondGuardianId, signers: [opened.guardianId, secondGuardianId, opened.personId] };
}

/** Elin has investigated and begins measures, Anna coordinates. */
export async function enterMeasures(world: World, caseId: string): Promise<void> {
  await world.behindTheLocks(`update case_file set state = 'investigation', phase = 'investigation' where id = $1`, [
    caseId,
  ]);
  for (const key of ['elin', 'anna']) {
    const { branchId, staffId } = world.caller(key);
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, $4)`,
      [caseId, branchId, staffId, key === 'elin' ? 'investigation' : 'coordination'],
    );
  }
  const elin = world.caller('elin');
  const file = await world.asCaller.run(elin, (tx) => tx.of(CaseStore).find(caseId));
  await new BeginMeasures(world.asCaller, world.seal).run(elin, {
    caseId,
    expectedVersion: file?.version ?? 0,
    reasons: 'Utredningen är klar. Familjen vill ha hjälp tillsammans med skola och polis.',
  });
}

interface TakenAway {
  readonly houses?: readonly string[];
  readonly categories?: readonly Category[];
}

export interface ConsentUnderTest {
  readonly id: string;
  /** By one of those who must sign, as the family's own way does it: the same function, here written down by Anna. */
  withdraw(personId: string): Promise<Date>;
  narrow(personId: string, refusals: TakenAway): Promise<void>;
  sign(personId: string, refusals?: TakenAway): Promise<void>;
}

/** Drafted and offered by Anna, signed by everyone but those left out. */
export async function signedConsent(
  world: World,
  about: JointCase,
  more: Partial<ConsentScope> & {
    readonly unsignedBy?: readonly string[];
    readonly validUntil?: Date;
    readonly form?: Form;
  } = {},
): Promise<ConsentUnderTest> {
  const anna: StaffCaller = world.caller('anna');
  const drafting = new DraftConsent(world.asCaller, world.seal);
  const houses = [SOC, POLICE, SCHOOL];
  const id = await drafting.draft(anna, about.caseId, {
    scope: {
      from: more.from ?? houses,
      to: more.to ?? houses,
      categories: more.categories ?? TOLD,
      purposes: more.purposes ?? ['support'],
    },
    situations: ['meeting'],
    form: more.form ?? 'sig',
    validFrom: null,
    validUntil: more.validUntil ?? null,
    apart: false,
    why: '',
  });
  const drafted = await world.asCaller.run(anna, (tx) => tx.of(ConsentStore).find(id));
  await drafting.offer(anna, { id, expectedVersion: drafted?.version ?? 0 });
  const sign: ConsentUnderTest['sign'] = async (personId, { houses: refused = [], categories = [] } = {}) => {
    await signName(world, anna, {
      consentId: id,
      personId,
      method: 'oral',
      language: 'sv',
      noticeVersion: NOTICE_VERSION,
      refusals: { houses: refused, categories },
      receivedBy: anna.staffId,
    });
  };
  for (const personId of about.signers) if (!more.unsignedBy?.includes(personId)) await sign(personId);
  return {
    id,
    sign,
    withdraw: async (personId) =>
      (await world.asCaller.run(anna, (tx) => withdrawConsent(tx, { consentId: id, personId }))).at,
    narrow: async (personId, { houses: refused = [], categories = [] }) => {
      await world.asCaller.run(anna, (tx) =>
        narrowConsent(tx, { consentId: id, personId, refusals: { houses: refused, categories } }),
      );
    },
  };
}

/** Called by Anna over the api; everyone at the table has prepared a picture. Each speaks to the node that `nodeOf` names. */
export async function conveneJoint(
  world: World,
  nodeOf: (key: string) => Pick<Api, 'as'>,
  about: Pick<JointCase, 'caseId'>,
  pictures: Readonly<
    Record<
      string,
      {
        readonly category: string;
        readonly text: string;
        readonly about?: readonly string[];
        readonly revealsPlace?: boolean;
      } | null
    >
  >,
): Promise<HubUnderTest> {
  const people = new Map<string, Promise<ApiClient>>();
  const as = (key: string): Promise<ApiClient> => {
    const known = people.get(key) ?? nodeOf(key).as({ id: world.town.staff.get(key) ?? '' });
    people.set(key, known);
    return known;
  };
  // Nobody is at two meetings at once: after those that are to be about the same person.
  const [clock] = await world.behindTheLocks<{ soon: Date }>(
    `select greatest(clock.now() + interval '20 minutes', (select max(h.starts_at + make_interval(mins => h.minutes))
       from hub h join case_file c on c.id = h.case_id join case_file mine on mine.person_id = c.person_id
       where mine.id = $1 and h.state not in ('closed','called-off'))) as soon`,
    [about.caseId],
  );
  const unitIds = Object.keys(pictures).map((key) => world.caller(key).unitId);
  const { conveneJoint: hub } = await (
    await as('anna')
  ).query(`mutation($i: ConveneJointInput!) { conveneJoint(input: $i) { id rows { questionId unitId } } }`, {
    i: { caseId: about.caseId, unitIds, startsAt: clock?.soon },
  });
  const questions: Record<string, string> = {};
  for (const [key, picture] of Object.entries(pictures)) {
    const { unitId } = world.caller(key);
    questions[key] = hub.rows.find((row: { unitId: string }) => row.unitId === unitId).questionId;
    await (
      await as(key)
    ).query(`mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`, {
      i: {
        questionId: questions[key],
        version: 1,
        knowledge: picture ? 'knows' : 'does-not-know',
        parts: picture ? [{ about: [], ...picture }] : [],
      },
    });
  }
  return onBoard(hub.id, questions, as);
}

/** A new key for an act on the board. */
export const aKey = (): string => randomUUID();
