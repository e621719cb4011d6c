/**
 * A family in which one may not learn about the other: parents who sign apart, one of whom an assessment keeps out and the
 * other of whom is protected, and a child who decides alone. What the one is answered does not differ by a byte whatever
 * the other does, and holds nothing of them (OSL 12:3, 21:3).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { noticeHash } from '#use-cases/consent/consent-notice.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  offerConsent,
  openFamily,
  ORDER,
  SCHOOL,
  type Family,
} from '../../support/family.js';
import { buildWorld, type World } from '../../support/world.js';

/** Everything that a family can ask for that might tell. Ends of sessions are a matter of time, not of the other. */
const ALL = `{ familyHome { me { givenName name young language } town office phone
  consents { id state form about { isMe givenName } why askedBy houses { house kind name tells isTold takenAway mine }
    categories { category takenAway mine } purposes situations validFrom validUntil offeredAt myName { state at method standsAs }
    otherNames { givenName standsAs hasSigned } names { needed have } allNames renews maySign mayNarrow mayWithdraw mayAskRenewal
    documentAddress notice { id version } }
  meetings { consentId startsAt endsAt } contacts { name role phone hours night onDutyNow } questions { id askedAt text answeredAt } } }`;

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
}, 120_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

async function known(of: Family, consentId: string, givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: of.people.get(givenName) ?? '' }), givenName);
  return own;
}

const BACK = `mutation ($id: ID!) { withdrawMyConsent(consentId: $id) { already consent { state } } }`;
const NARROW = `mutation ($id: ID!, $refusals: RefusalsInput!) { narrowMyConsent(consentId: $id, refusals: $refusals) { state } }`;

describe('parents who meet it apart', () => {
  let of: Family;
  let id: string;
  let peter: FamilyBrowser;
  let samira: FamilyBrowser;
  let unsigned: string;
  beforeAll(async () => {
    of = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    id = await offerConsent(world, of, { apart: true });
    peter = await known(of, id, 'Peter');
    samira = await known(of, id, 'Samira');
    unsigned = await peter.bytes(ALL);
  }, 60_000);

  it('see no more than their own name', async () => {
    expect(JSON.parse(unsigned)).toMatchObject({
      data: { familyHome: { consents: [{ state: 'asks-you', otherNames: [], names: null, allNames: false }] } },
    });
    expect(unsigned).not.toContain('Samira');
  });

  it('are answered the same bytes before and after the other has signed and taken parts away', async () => {
    await samira.sign(id, 'Samira', { houses: [SCHOOL] });
    expect(await peter.bytes(ALL)).toBe(unsigned);
    await samira.query(NARROW, { id, refusals: { houses: [], categories: ['school-attendance-and-results'] } });
    expect(await peter.bytes(ALL)).toBe(unsigned);
    const text = `query ($id: ID!) { signingText(consentId: $id, language: "sv") { visible } }`;
    expect((await peter.query(text, { id })).signingText.visible).toContain('hur det går i skolan');
  }, 60_000);

  it('wait in the same words whether the other has signed or not', async () => {
    await peter.sign(id, 'Peter');
    const waiting = await peter.bytes(ALL);
    expect(JSON.parse(waiting)).toMatchObject({
      data: { familyHome: { consents: [{ state: 'waits', allNames: false }] } },
    });
    const other = await openFamily(world, ['Tilde', 'Jenny', 'Anders']);
    const alone = await offerConsent(world, other, { apart: true });
    const jenny = await known(other, alone, 'Jenny');
    await jenny.sign(alone, 'Jenny');
    const shape = (bytes: string): string =>
      JSON.stringify(JSON.parse(bytes), (key, value: unknown) =>
        ['id', 'at', 'offeredAt', 'validFrom', 'validUntil', 'documentAddress', 'me', 'about'].includes(key)
          ? key
          : value,
      );
    expect(shape(await jenny.bytes(ALL))).toBe(shape(waiting));
  }, 60_000);

  it('learn that it holds when every name is there, and no more than that it has ended when the other takes theirs back', async () => {
    const nora = await known(of, id, 'Nora');
    await nora.sign(id, 'Nora');
    expect((await peter.query(ALL)).familyHome.consents[0]).toMatchObject({
      state: 'holds',
      allNames: true,
      otherNames: [],
    });
    await samira.query(BACK, { id });
    const [after] = (await peter.query(ALL)).familyHome.consents;
    expect(after).toMatchObject({ state: 'ended', otherNames: [], mayWithdraw: false });
  }, 60_000);
});

describe('parents who meet it apart and take away each a part of their own', () => {
  let of: Family;
  let id: string;
  let peter: FamilyBrowser;
  let samira: FamilyBrowser;
  beforeAll(async () => {
    of = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    id = await offerConsent(world, of, { apart: true });
    samira = await known(of, id, 'Samira');
    await samira.sign(id, 'Samira', { houses: [SCHOOL], categories: ['measures-and-plan'] });
    peter = await known(of, id, 'Peter');
  }, 60_000);

  it('are not told by a refusal that nothing would be left, neither when they sign nor when they narrow', async () => {
    const order = await peter.sign(id, 'Peter', { categories: ['school-attendance-and-results'] });
    expect(order).toMatchObject({ state: 'complete', failure: null });
    const taken = { houses: [SCHOOL], categories: [] };
    expect(await peter.query(NARROW, { id, refusals: taken })).toMatchObject({ narrowMyConsent: { state: 'waits' } });
    expect(await peter.refusal(NARROW, { id, refusals: { houses: [], categories: ['measures-and-plan'] } })).toBe(
      'NOTHING_LEFT',
    );
  }, 60_000);

  it('take out a receipt in the language in which they read it, that tells nothing of the other', async () => {
    const alone = await offerConsent(world, of, { apart: true });
    const RECEIPT = `query ($id: ID!) { familyReceipt(consentId: $id) { language noticeVersion sentence data dataAddress pdfAddress } }`;
    expect(await peter.refusal(RECEIPT, { id: alone })).toBe('NOT_FOUND');
    await samira.sign(alone, 'Samira', { houses: [SCHOOL] });
    await peter.sign(alone, 'Peter', { categories: ['school-attendance-and-results'], language: 'so' });
    const { familyReceipt } = await peter.query(RECEIPT, { id: alone });
    expect(familyReceipt).toMatchObject({ language: 'so', noticeVersion: NOTICE_VERSION });
    const fetched = await peter.fetch(familyReceipt.dataAddress);
    expect(fetched.headers.get('content-type')).toContain('application/ld+json');
    const data = (await fetched.json()) as Record<string, any>;
    const hash = noticeHash(NOTICE_VERSION, 'so')?.toString('hex');
    expect(data.notice).toMatchObject({ language: 'so', sha256: hash });
    expect({ ...data, issued: '' }).toEqual({ ...JSON.parse(familyReceipt.data), issued: '' });
    expect(data.state).toBe('requested');
    const written = JSON.stringify(data);
    // Before it holds, the school stands there: who took it away is not told.
    expect(written).toContain(SCHOOL);
    expect(written).not.toContain('school-attendance-and-results');
    expect(written).not.toContain(of.people.get('Samira'));
    const pdf = await peter.fetch(familyReceipt.pdfAddress);
    expect([pdf.status, pdf.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await samira.query(BACK, { id: alone });
    const over = JSON.parse((await peter.query(RECEIPT, { id: alone })).familyReceipt.data);
    expect(over.state).toBe('invalidated');
    expect(await (await api.anonymous.fetch(familyReceipt.dataAddress)).text()).not.toContain(SCHOOL);
    const lines = await world.behindTheLocks<{ form: string }>(
      `select detail ->> 'form' as form from ledger_entry where action = 'export' and detail ->> 'consentId' = $1 order by id`,
      [alone],
    );
    expect(lines.map(({ form }) => form)).toEqual(['iso-27560', 'pdf']);
  }, 60_000);

  it('see the part of the other as gone, not as taken away, once it holds', async () => {
    const other = await openFamily(world, ['Tilde', 'Jenny', 'Anders']);
    const apart = await offerConsent(world, other, { apart: true });
    const jenny = await known(other, apart, 'Jenny');
    await jenny.sign(apart, 'Jenny', { houses: [SCHOOL] });
    const anders = await known(other, apart, 'Anders');
    await anders.sign(apart, 'Anders', { categories: ['school-attendance-and-results'] });
    const tilde = await known(other, apart, 'Tilde');
    await tilde.sign(apart, 'Tilde');
    const [shown] = (await anders.query(ALL)).familyHome.consents;
    expect(shown.state).toBe('holds');
    expect(shown.houses.map(({ house }: { house: string }) => house)).not.toContain(SCHOOL);
    expect(shown.categories).toContainEqual({ category: 'school-attendance-and-results', takenAway: true, mine: true });
    expect(JSON.stringify(shown)).not.toContain('"takenAway":true,"mine":false');
  }, 60_000);
});

describe('a guardian whom an assessment keeps out', () => {
  let of: Family;
  let id: string;
  beforeAll(async () => {
    of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
    id = await offerConsent(world, of);
  }, 60_000);

  it('is answered the very bytes that a guardian of whom nothing is asked is answered', async () => {
    const tomas = await known(of, id, 'Tomas');
    expect((await tomas.query(ALL)).familyHome.consents).toHaveLength(1);
    const linda = await known(of, id, 'Linda');
    const elin = world.caller('elin');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigates')`,
      [of.caseId, elin.branchId, elin.staffId],
    );
    const input = {
      caseId: of.caseId,
      guardianId: of.people.get('Tomas'),
      seriousHarm: true,
      reasons: 'Melvin har berättat vad som händer när pappan får veta.',
      until: new Date(Date.now() + 90 * 86_400_000),
    };
    const ASSESS = `mutation ($input: AssessGuardianInput!) { assessGuardian(input: $input) }`;
    expect((await maria.refusal(ASSESS, { input })).code).toBe('NOT_ALLOWED');
    await (await api.as({ id: elin.staffId })).query(ASSESS, { input });
    const kept = await tomas.bytes(ALL);
    expect(JSON.parse(kept)).toMatchObject({ data: { familyHome: { consents: [] } } });
    for (const word of ['Melvin', 'Linda', 'Åstrand', id]) expect(kept).not.toContain(word);
    await linda.sign(id, 'Linda');
    expect(await tomas.bytes(ALL)).toBe(kept);
    for (const document of [
      `query ($id: ID!) { familyConsent(id: $id) { id } }`,
      `query ($id: ID!) { signingText(consentId: $id, language: "sv") { visible } }`,
      BACK,
      `mutation ($id: ID!) { askForRenewal(consentId: $id) }`,
      `mutation ($id: ID!) { askFamilyQuestion(input: { consentId: $id, key: $id, text: "Vad händer?" }) { id } }`,
      `mutation ($id: ID!) { beginConsentSigning(input: { consentId: $id, language: "sv", start: "other-device" }) { id } }`,
    ]) {
      const real = await tomas.bytes(document, { id });
      const madeUp = await tomas.bytes(document, { id: '0b9a5c1e-0000-4000-8000-00000000000f' });
      expect(real).toBe(madeUp);
    }
    expect(
      (
        await maria.refusal(
          `mutation ($consentId: ID!, $personId: ID!) { sendFamilyLink(consentId: $consentId, personId: $personId, channel: "letter") { id } }`,
          { consentId: id, personId: of.people.get('Tomas') },
        )
      ).code,
    ).toBe('NAME_NOT_NEEDED');
    const [shown] = (await linda.query(ALL)).familyHome.consents;
    expect(JSON.stringify(shown)).not.toContain('Tomas');
  }, 90_000);

  it('learns nothing of what a child signs who decides alone', async () => {
    const other = await openFamily(world, ['Elias', 'Sanna']);
    const alone = await offerConsent(world, other);
    const sanna = await known(other, alone, 'Sanna');
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [other.child]);
    const before = await sanna.bytes(ALL);
    expect(JSON.parse(before)).toMatchObject({ data: { familyHome: { consents: [] } } });
    const elias = await known(other, alone, 'Elias');
    await elias.sign(alone, 'Elias');
    expect((await elias.query(ALL)).familyHome.consents[0]).toMatchObject({ state: 'holds', otherNames: [] });
    expect(await sanna.bytes(ALL)).toBe(before);
  }, 60_000);
});

describe('a municipality whose lawyer has switched a ground off', () => {
  const settle = (disclosure: object) =>
    world.behindTheLocks(`update municipality set settings = settings || jsonb_build_object('disclosure', $1::jsonb)`, [
      JSON.stringify(disclosure),
    ]);

  it('tells a guardian nothing on that ground: not the name, not the why, not the paper', async () => {
    const of = await openFamily(world, ['Nora', 'Samira']);
    const id = await offerConsent(world, of);
    const samira = await known(of, id, 'Samira');
    await samira.sign(id, 'Samira');
    const [told] = (await samira.query(ALL)).familyHome.consents;
    expect(told).toMatchObject({ about: { givenName: 'Nora' }, why: 'Vi vill hjälpas åt med vardagen.' });
    expect((await samira.fetch(told.documentAddress)).status).toBe(200);
    try {
      await settle({ switchedOff: ['OSL 12:3'] });
      const kept = await samira.bytes(ALL);
      for (const word of ['Nora', 'vardagen']) expect(kept).not.toContain(word);
      expect(JSON.parse(kept).data.familyHome.me.givenName).toBe('Samira');
      expect((await samira.fetch(told.documentAddress)).status).toBe(404);
    } finally {
      await settle({});
    }
    expect((await samira.query(ALL)).familyHome.consents[0]).toMatchObject({ about: { givenName: 'Nora' } });
  }, 60_000);
});

const endOpen = (child: string) =>
  world.behindTheLocks(
    `update consent set state = case when state in ('active','narrowed') then 'ended' else 'called-off' end, ended_at = clock.now()
     where person_id = $1 and state in ('offered','partly-signed','active','narrowed')`,
    [child],
  );

describe('parents of whom nobody wrote that they meet it apart', () => {
  const protect = (person: unknown, protection = 'protected-registration') =>
    world.behindTheLocks(`update person set protection = $2 where id = $1`, [person, protection]);
  const keepApart = (one: unknown, other: unknown) => {
    const { municipalityId, branchId, staffId } = world.caller('maria');
    return world.behindTheLocks(
      `insert into kept_apart (id, municipality_id, branch_id, person_id, other_person_id, ground, until, decided_by)
       values (gen_random_uuid(), $1, $2, $3, $4, 'violence', clock.now() + interval '90 days', $5)`,
      [municipalityId, branchId, one, other, staffId],
    );
  };
  const release = (one: unknown) =>
    world.behindTheLocks(
      `update kept_apart set ended_at = clock.now(), ended_by = decided_by where other_person_id = $1 and ended_at is null`,
      [one],
    );
  let of: Family;
  beforeAll(async () => {
    of = await openFamily(world, ['Nora', 'Samira', 'Peter']);
  });
  afterEach(async () => {
    await protect(of.people.get('Samira'), 'none');
    await release(of.people.get('Samira'));
    await endOpen(of.child);
  });
  const begin = async () => {
    const [mother, father] = [of.people.get('Samira'), of.people.get('Peter')];
    await endOpen(of.child);
    return { mother, father };
  };

  it.each(['is protected', 'is kept apart by the house'])(
    'keep it to themselves where one %s',
    async (why) => {
      const { mother, father } = await begin();
      const id = await offerConsent(world, of);
      const [samira, peter, nora] = [
        await known(of, id, 'Samira'),
        await known(of, id, 'Peter'),
        await known(of, id, 'Nora'),
      ];
      await (why === 'is protected' ? protect(mother) : keepApart(father, mother));
      const unsigned = await peter.bytes(ALL);
      await samira.sign(id, 'Samira', { houses: [SCHOOL] });
      expect(await peter.bytes(ALL)).toBe(unsigned);
      const PAPER = `query ($id: ID!) { signingText(consentId: $id, language: "sv") { visible } }`;
      expect((await peter.query(PAPER, { id })).signingText.visible).toContain('Skolan');
      // Each takes away a part of their own: that nothing is left is not told by a refusal.
      const order = await peter.sign(id, 'Peter', { categories: ['school-attendance-and-results'] });
      expect(order).toMatchObject({ state: 'complete', failure: null });
      await nora.sign(id, 'Nora');
      const [shown] = (await peter.query(ALL)).familyHome.consents;
      expect(shown.state).toBe('holds');
      expect(shown.categories).toContainEqual({
        category: 'school-attendance-and-results',
        takenAway: true,
        mine: true,
      });
      expect(JSON.stringify(shown)).not.toContain('"takenAway":true,"mine":false');
      await samira.query(BACK, { id });
      expect((await peter.query(ALL)).familyHome.consents[0]).toMatchObject({ id, state: 'ended' });
      const RECEIPT = `query ($id: ID!) { familyReceipt(consentId: $id) { data } }`;
      expect(JSON.parse((await peter.query(RECEIPT, { id })).familyReceipt.data).state).toBe('invalidated');
    },
    90_000,
  );

  it.each(['is protected', 'is kept apart by the house', 'is like any other'])(
    'are asked apart, or not, where one %s',
    async (why) => {
      const { mother, father } = await begin();
      if (why === 'is protected') await protect(mother);
      if (why === 'is kept apart by the house') await keepApart(father, mother);
      const id = await offerConsent(world, of);
      expect(await world.behindTheLocks(`select apart from consent where id = $1`, [id])).toEqual([
        { apart: why !== 'is like any other' },
      ]);
    },
    60_000,
  );
});

describe('a protected parent', () => {
  it('stands nowhere in what the other is answered, by name or by address', async () => {
    const of = await openFamily(world, ['Tilde', 'Jenny', 'Anders']);
    // What they meet apart hides each from the other everywhere; here it is protection alone that does.
    await endOpen(of.child);
    const id = await offerConsent(world, of);
    await world.behindTheLocks(`update person set protection = 'protected-registration' where id = $1`, [
      of.people.get('Jenny'),
    ]);
    const anders = await known(of, id, 'Anders');
    const before = await anders.bytes(ALL);
    for (const word of ['Jenny', 'Mossberg"', of.people.get('Jenny') ?? '']) expect(before).not.toContain(word);
    expect(JSON.parse(before).data.familyHome.consents[0]).toMatchObject({ names: null });
    const tilde = await known(of, id, 'Tilde');
    const [child] = (await tilde.query(ALL)).familyHome.consents;
    expect(child.otherNames).toEqual([{ givenName: 'Anders', standsAs: 'guardian', hasSigned: false }]);
  }, 60_000);

  it('of a protected child is not told the child’s name, and still may say no', async () => {
    const of = await openFamily(world, ['Nora', 'Peter']);
    const id = await offerConsent(world, of);
    const nora = await known(of, id, 'Nora');
    await world.behindTheLocks(`update authority set name = 'Ekskolan' where slug = 'ekvalla-skola'`);
    await world.behindTheLocks(`update person set protection = 'assumed-identity' where id = $1`, [of.child]);
    const peter = await known(of, id, 'Peter');
    const bytes = await peter.bytes(ALL);
    expect(bytes).not.toContain('Nora');
    expect(JSON.parse(bytes).data.familyHome.consents[0]).toMatchObject({ about: { isMe: false, givenName: null } });
    // A house by its name, or as it is written, would tell where the child is: nowhere on the page, in the app, on the paper.
    const text = `query ($id: ID!) { signingText(consentId: $id, language: "en") { visible swedish { sentence } } }`;
    const written = JSON.stringify(await peter.query(text, { id }));
    for (const words of [bytes, written])
      for (const place of ['Ekskolan', 'ekvalla-', 'lpo-ekvalla']) expect(words).not.toContain(place);
    expect(written).toContain('Skolan');
    const [{ houses }] = JSON.parse(bytes).data.familyHome.consents;
    const school = houses.find(({ kind }: { kind: string }) => kind === 'school');
    expect(school).toMatchObject({ name: 'Skolan', takenAway: false });
    const SIGNING = `mutation ($id: ID!, $houses: [String!]!) { beginConsentSigning(input:
      { consentId: $id, houses: $houses, language: "sv", start: "other-device" }) { ${ORDER} refusedHouses } }`;
    expect(await peter.refusal(SIGNING, { id, houses: [SCHOOL] })).toBe('PART_UNKNOWN');
    const begun = (await peter.query(SIGNING, { id, houses: [school.house] })).beginConsentSigning;
    expect(begun.refusedHouses).toEqual([school.house]);
    await peter.inApp(begun, 'Peter');
    expect(await peter.follow(begun.id)).toMatchObject({ state: 'complete' });
    const [after] = (await peter.query(ALL)).familyHome.consents;
    expect(after.houses).toContainEqual({ ...school, takenAway: true, mine: true });
    expect(await nora.bytes(ALL)).toContain('Ekskolan');
    expect((await peter.query(BACK, { id })).withdrawMyConsent).toMatchObject({
      consent: { state: 'you-took-it-back' },
    });
  }, 60_000);
});
