/** Plans that three houses have open: one case, a consent, and groups that all sit around it, as many as are asked for. */
import { randomUUID } from 'node:crypto';
import { ask } from './programs.mjs';
import { documentOf } from './documents.mjs';
import { reportByPhone, searchForReported } from '../arms/requests.mjs';

const HOUSES = ['ekvalla-soc/individ-och-familj', 'polisen/lpo-ekvalla', 'ekvalla-skola/grundskola'];
const WORDS = 'Möter upp vid torget på fredagar och följer med hem, så att ingen behöver gå ensam förbi de äldre. ';

/** Ten to a plan: four of the house that leads, three of the police and three of the school. */
const COPIES = { elin: 2, marcus: 2, lena: 2 };
export const READERS = [
  'anna',
  ...Object.entries(COPIES).flatMap(([key, copies]) => [
    key,
    ...Array.from({ length: copies }, (_, n) => `${key}-${n}`),
  ]),
];

/** People beside those of the town, each in the post of one of them. */
async function copyPeople(town) {
  for (const [key, copies] of Object.entries(COPIES))
    for (let n = 0; n < copies; n += 1)
      await town.look(
        `with who as (
           insert into staff_member (id, municipality_id, issuer, subject, name, title, email)
           select gen_random_uuid(), municipality_id, issuer, $2, name || ' ' || $3, title, $2 || '@bench.example' from staff_member where subject = $1
           returning id
         )
         insert into membership (id, municipality_id, staff_id, unit_id, role, rank, starts_at)
         select gen_random_uuid(), m.municipality_id, w.id, m.unit_id, m.role, m.rank, m.starts_at
         from who w, membership m join staff_member s on s.id = m.staff_id where s.subject = $1`,
        [key, `${key}-${n}`, String(n + 1)],
      );
}

/** Whoever acts in their first post, as the program's own use cases take it. */
async function callerOf(town, key) {
  const [post] = await town.look(
    `select s.id as "staffId", m.id as "membershipId", m.role, u.id as "unitId", b.id as "branchId", m.municipality_id as "municipalityId",
       json_build_object('kind', a.kind, 'authority', a.slug, 'branch', b.slug) as house
     from staff_member s join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id
     join authority a on a.id = b.authority_id where s.subject = $1`,
    [key],
  );
  return { kind: 'staff', ...post, sessionId: randomUUID(), origin: '127.0.0.1', requestId: 'bench' };
}

/** A young person who signs alone, in the phase of measures, and a consent between the three houses. */
async function openCase(town, api, cookies) {
  await searchForReported(api, cookies.maria);
  const { registerReport } = await ask(api, cookies.maria, documentOf('RegisterReport'), { input: reportByPhone(0) });
  const caseId = registerReport.caseIds[0];
  await town.look(`update case_file set state = 'investigation', phase = 'investigation' where id = $1`, [caseId]);
  await town.look(`update person set maturity = 'child' where id = (select person_id from case_file where id = $1)`, [
    caseId,
  ]);
  await town.look(
    `insert into assignment (id, case_id, branch_id, staff_id, reason)
     select gen_random_uuid(), $1, u.branch_id, s.id, 'coordination' from staff_member s join membership m on m.staff_id = s.id
     join unit u on u.id = m.unit_id where s.subject = any($2::text[])`,
    [caseId, READERS],
  );
  const [{ version }] = await town.look('select version from case_file where id = $1', [caseId]);
  const input = {
    caseId,
    expectedVersion: version,
    reasons: 'Familjen vill ha hjälp tillsammans med skola och polis.',
  };
  await ask(api, cookies.elin, documentOf('BeginMeasures'), { input });
  await signConsent(town, caseId);
  return caseId;
}

async function signConsent(town, caseId) {
  const { AesFieldCipher } = await import('../../dist/libs/platform/crypto/aes-field-cipher.js');
  const { Seal } = await import('../../dist/libs/use-cases/gate/seal.js');
  const { asConsents } = await import('../../dist/libs/use-cases/consent/as-consents.js');
  const { ConsentStore } = await import('../../dist/libs/use-cases/consent/consent.port.js');
  const { DraftConsent } = await import('../../dist/libs/use-cases/consent/draft-consent.js');
  const { signConsent: sign } = await import('../../dist/libs/use-cases/consent/sign-consent.js');
  const { NOTICE_VERSION } = await import('../../dist/libs/domain/consent/notice.js');
  const seal = new Seal(new AesFieldCipher((await town.settings()).keys));
  const anna = await callerOf(town, 'anna');
  const drafts = new DraftConsent({ run: (caller, work) => town.run(caller, work) }, seal);
  const consentId = await drafts.draft(anna, caseId, {
    scope: { from: HOUSES, to: HOUSES, categories: ['nomination', 'measures-and-plan'], purposes: ['support'] },
    situations: ['meeting'],
    form: 'sig',
    validFrom: null,
    validUntil: null,
    apart: false,
    why: '',
  });
  const { asked } = await drafts.offer(anna, { id: consentId, expectedVersion: 1 });
  for (const personId of asked)
    await town.run(anna, async (tx) => {
      const how = { method: 'oral', language: 'sv', noticeVersion: NOTICE_VERSION, receivedBy: anna.staffId };
      await sign(tx, { consentId, personId, ...how, refusals: { houses: [], categories: [] } });
      const { record } = await tx.of(ConsentStore).find(consentId);
      const id = tx.newId();
      const bytes = Buffer.from(JSON.stringify({ method: 'oral' }));
      const content = await asConsents(tx, (service) =>
        seal.evidence(service, { personId: record.person, row: id }, bytes),
      );
      const what = { kind: 'oral', mediaType: 'application/json', keyPersonId: record.person };
      await tx.of(ConsentStore).addEvidence({ id, consentId, signerId: personId, ...what, ...content });
    });
}

/** So many plans, each with its group of ten and one measure that the police are told too. Answers groups and measures. */
export async function openPlans(town, api, cookies, count) {
  await copyPeople(town);
  const caseId = await openCase(town, api, cookies);
  // As many as there are clients need, where a town has but one of a form about one person.
  await town.look('drop index collaboration_group_once');
  const plans = [];
  for (let number = 0; number < count; number += 1) {
    const groupId = randomUUID();
    await town.look(
      `insert into collaboration_group (id, municipality_id, branch_id, kind, form, level, case_id, standing, coordinator_id, contact_id, formed_at, created_by)
       select $1, c.municipality_id, c.branch_id, 'sig', 'sig', 'persons', c.id, 'active', s.id, s.id, clock.now(), s.id
       from case_file c, staff_member s where c.id = $2 and s.subject = 'anna'`,
      [groupId, caseId],
    );
    await town.look(
      `insert into group_member (id, group_id, case_id, branch_id, unit_id, staff_id, membership_id, mandate, terms, added_by)
       select gen_random_uuid(), $1, $2, u.branch_id, u.id, s.id, m.id, 'speaks', case when s.subject = 'anna' then 'internal' else 'with-consent' end, s.id
       from staff_member s join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id
       where s.subject = any($3::text[])`,
      [groupId, caseId, READERS.filter((key) => !key.startsWith('elin'))],
    );
    const input = { groupId, kind: 'strength', words: WORDS.repeat(4), category: 'measures-and-plan' };
    const { writePlanEntry } = await ask(api, cookies.anna, documentOf('WritePlanEntry'), { input });
    plans.push({ groupId, entryId: writePlanEntry });
  }
  await town.look('analyze');
  return plans;
}
