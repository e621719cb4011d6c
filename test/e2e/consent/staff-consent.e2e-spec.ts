/** A consent as staff work with it: drafted, offered, signed on paper and in speech, taken back by telephone, and seen by whom. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { offerUnderFormerText, POLICE, SCHOOL, SOC } from '../../support/consents.js';
import { until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const FIELDS = `id state version validUntil why apart missing now { from to categories purposes } offered { to categories }
  signers { person { id name } standsAs isNeeded state method receivedByName refusedHouses refusedCategories }
  events { kind byStaffName personName method missing } houses { written name } person { name } givenName createdByName`;
const LIST = `query($id: ID!) { consents(caseId: $id) { id state missing version } }`;
const ONE = `query($id: ID!) { consent(id: $id) { ${FIELDS} } }`;
const CHOICES = `query($id: ID!) { consentChoices(caseId: $id) { givenName ownHouse longest { form until reason } houses { written kind name } } }`;
const DRAFT = `mutation($i: DraftConsentInput!) { draftConsent(input: $i) { ${FIELDS} } }`;
const REDRAFT = `mutation($i: RedraftConsentInput!) { redraftConsent(input: $i) { ${FIELDS} } }`;
const step = (name: string) => `mutation($i: ConsentStepInput!) { ${name}(input: $i) { ${FIELDS} } }`;
const RENEW = `mutation($id: ID!) { renewConsent(id: $id) { id state now { categories } } }`;
const ORAL = `mutation($i: RegisterOralNameInput!) { registerOralName(input: $i) { state missing } }`;
const TOLD = `mutation($i: RegisterToldInput!) { registerTold(input: $i) { state at already } }`;
const NOTICE = `query($id: ID!, $who: ID!) { noticeRead(consentId: $id, personId: $who) { version language sha256 paragraphs } }`;
const VERSIONS = `query($id: ID!) { consent(id: $id) { noticeVersions signers { person { id } noticeVersion language } } }`;
const EVIDENCE = `query($id: ID!) { consentEvidence(consentId: $id) { id kind mediaType address } }`;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = async (key: string): Promise<ApiClient> => {
  const known = people.get(key) ?? (await api.as({ id: world.town.staff.get(key)! }));
  people.set(key, known);
  return known;
};

const terms = (over: object = {}) => ({
  from: [SOC, POLICE, SCHOOL],
  to: [SOC, POLICE, SCHOOL],
  categories: ['nomination', 'school-attendance-and-results', 'measures-and-plan'],
  purposes: ['support'],
  situations: ['meeting', 'phone'],
  form: 'sig',
  why: 'För att ni bad om att skolan ska veta vad ni kommit överens om.',
  ...over,
});

const draft = async (of: GradedCase, over: object = {}) =>
  (await (await as('maria')).query(DRAFT, { i: { caseId: of.caseId, terms: terms(over) } })).draftConsent;
async function offered(over: object = {}) {
  const of = await openGradedCase(world, { grade: 'orange' });
  const { id } = await draft(of, over);
  const { offerConsent } = await (await as('maria')).query(step('offerConsent'), { i: { id, expectedVersion: 1 } });
  return { ...of, consent: offerConsent };
}
const oral = (consentId: string, personId: string, over: object = {}) => ({
  i: {
    consentId,
    personId,
    at: new Date(Date.now() - 3_600_000).toISOString(),
    how: 'phone',
    witness: 'Jonas Bergqvist',
    interpreter: '',
    said: 'Ja, det är bra att ni pratar med skolan.',
    ...over,
  },
});
const paper = async (
  key: string,
  consentId: string,
  personId: string,
  file: Buffer,
  more: Record<string, string> = {},
) => {
  const form = new FormData();
  form.set('personId', personId);
  for (const [name, value] of Object.entries(more)) if (name !== 'origin') form.set(name, value);
  form.set('scan', new Blob([new Uint8Array(file)]), 'papper.bin');
  const response = await (
    await as(key)
  ).fetch(`/documents/consents/${consentId}/paper`, {
    method: 'POST',
    body: form,
    headers: { origin: more['origin'] ?? new URL(api.url).origin },
  });
  return { status: response.status, body: (await response.json()) as any };
};
const one = async (id: string, key = 'maria') => (await (await as(key)).query(ONE, { id })).consent;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('drafting and offering', () => {
  it('names houses as families know them, and half a year at most', async () => {
    const of = await openGradedCase(world, { grade: 'orange' });
    const { consentChoices } = await (await as('maria')).query(CHOICES, { id: of.caseId });
    expect(consentChoices).toMatchObject({ givenName: 'Elliot', ownHouse: SOC });
    expect(consentChoices.houses.find((h: any) => h.written === POLICE)).toEqual({
      written: POLICE,
      kind: 'police',
      name: 'Polisen',
    });
    const refusal = await (
      await as('maria')
    ).refusal(DRAFT, {
      i: {
        caseId: of.caseId,
        terms: terms({
          to: ['ekvalla-skola/finns-inte'],
          purposes: [],
          validUntil: new Date(Date.parse(consentChoices.longest[0].until) + 1).toISOString(),
        }),
      },
    });
    expect(refusal.faults.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'purposes CHOOSE_ONE',
      'to HOUSE_UNKNOWN',
      'validUntil CONSENT_TOO_LONG',
    ]);
  });

  it('is changed in the version that was read, words and all, and loses neither side', async () => {
    const of = await openGradedCase(world, { grade: 'orange' });
    const made = await draft(of);
    expect(made).toMatchObject({ state: 'draft', version: 1, missing: [], createdByName: 'Maria Lindgren' });
    const change = (over: object, expectedVersion: number) => ({
      i: { id: made.id, expectedVersion, terms: terms(over) },
    });
    const jonas = await as('jonas');
    const { redraftConsent } = await jonas.query(REDRAFT, change({ why: 'Jonas ord.', categories: ['nomination'] }, 1));
    expect(redraftConsent).toMatchObject({ version: 2, why: 'Jonas ord.', offered: { categories: ['nomination'] } });
    expect((await (await as('maria')).refusal(REDRAFT, change({ why: 'Marias ord.' }, 1))).code).toBe('CONFLICT');
    expect((await one(made.id)).why).toBe('Jonas ord.');
    expect((await (await as('maria')).query(REDRAFT, change({ why: 'Marias ord.' }, 2))).redraftConsent.why).toBe(
      'Marias ord.',
    );
  });

  it('is put before everyone who must sign, and then stands as it was put', async () => {
    const { consent, personId, guardianId } = await offered();
    expect(consent.state).toBe('offered');
    expect(consent.signers.map((s: any) => [s.person.id, s.standsAs, s.state, s.isNeeded])).toEqual([
      [personId, 'subject', 'waiting', true],
      [guardianId, 'guardian', 'waiting', true],
    ]);
    expect([...consent.missing].sort()).toEqual(['Elliot Provberg', 'Mona Provberg']);
    const maria = await as('maria');
    const again = { id: consent.id, expectedVersion: consent.version };
    expect((await maria.refusal(REDRAFT, { i: { ...again, terms: terms() } })).code).toBe('CONSENT_OFFERED_ALREADY');
    expect((await maria.refusal(step('offerConsent'), { i: again })).code).toBe('CONSENT_OFFERED_ALREADY');
    const { callOffConsent } = await maria.query(step('callOffConsent'), { i: again });
    expect(callOffConsent.state).toBe('called-off');
  });

  it('is nobody’s to read outside the case, nor to make without the capability', async () => {
    const { consent, caseId } = await offered();
    for (const key of ['marcus', 'sara', 'elin'])
      expect((await (await as(key)).refusal(ONE, { id: consent.id })).code).toBe('NOT_FOUND');
    expect((await (await as('marcus')).refusal(LIST, { id: caseId })).code).toBe('NOT_FOUND');
    expect((await (await as('sara')).refusal(DRAFT, { i: { caseId, terms: terms() } })).code).toBe('NOT_ALLOWED');
  });
});

describe('names received by an official', () => {
  it('come on paper, whose file is what it says it is, with parts crossed out', async () => {
    const { consent, personId, guardianId } = await offered();
    const first = await paper('maria', consent.id, guardianId, PDF, { houses: SCHOOL });
    expect(first).toEqual({ status: 201, body: { state: 'partly-signed', missing: 1 } });
    const second = await paper('maria', consent.id, personId, PNG);
    expect(second.body).toEqual({ state: 'narrowed', missing: 0 });
    const after = await one(consent.id);
    expect(after).toMatchObject({ state: 'narrowed', missing: [], now: { from: [SOC, POLICE], to: [SOC, POLICE] } });
    expect(after.offered.to).toEqual([SOC, POLICE, SCHOOL]);
    expect(after.signers.find((s: any) => s.person.id === guardianId)).toMatchObject({
      state: 'signed',
      method: 'paper',
      receivedByName: 'Maria Lindgren',
      refusedHouses: [SCHOOL],
    });
    expect(after.events.map((e: any) => [e.kind, e.byStaffName, e.personName, e.missing])).toEqual([
      ['drafted', 'Maria Lindgren', null, null],
      ['offered', 'Maria Lindgren', null, null],
      ['signed', 'Maria Lindgren', 'Mona Provberg', 1],
      ['signed', 'Maria Lindgren', 'Elliot Provberg', 0],
    ]);
    const { consentEvidence } = await (await as('maria')).query(EVIDENCE, { id: consent.id });
    expect(consentEvidence.map((e: any) => [e.kind, e.mediaType])).toEqual([
      ['paper', 'application/pdf'],
      ['paper', 'image/png'],
    ]);
    const file = await (await as('maria')).fetch(consentEvidence[0].address);
    expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);
    // Sealed where it lies.
    const [row] = await world.behindTheLocks<{ ciphertext: Buffer }>(
      `select ciphertext from consent_evidence where id = $1`,
      [consentEvidence[0].id],
    );
    expect(row?.ciphertext.includes('PDF-1.7')).toBe(false);
  });

  it('come with nothing but a paper, from our own pages, of a bearable size', async () => {
    const { consent, personId } = await offered();
    const refused = async (file: Buffer, more: Record<string, string> = {}) => {
      const { status, body } = await paper('maria', consent.id, personId, file, more);
      return [status, body.code];
    };
    expect(await refused(Buffer.from('<html><script>alert(1)</script>'))).toEqual([400, 'SCAN_TYPE']);
    expect(await refused(Buffer.from('GIF89a'))).toEqual([400, 'SCAN_TYPE']);
    expect(await refused(Buffer.alloc(0))).toEqual([400, 'SCAN_MISSING']);
    expect(await refused(Buffer.concat([PDF, Buffer.alloc(8 * 1024 * 1024)]))).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await refused(PDF, { origin: 'https://elsewhere.example' })).toEqual([403, 'NOT_ALLOWED']);
    expect(await refused(PDF, { houses: 'nobody/here' })).toEqual([400, 'PART_UNKNOWN']);
    expect((await paper('sara', consent.id, personId, PDF)).body.code).toBe('NOT_ALLOWED');
    // A signer who is not one, and a name twice.
    expect((await paper('maria', consent.id, world.town.municipalityId, PDF)).body.code).toBe('NOT_A_SIGNER');
    await paper('maria', consent.id, personId, PDF);
    expect((await paper('maria', consent.id, personId, PDF)).body.code).toBe('ALREADY_SIGNED');
    expect(
      await world.behindTheLocks(`select count(*)::integer as n from consent_evidence where consent_id = $1`, [
        consent.id,
      ]),
    ).toEqual([{ n: 1 }]);
  }, 30_000);

  it('say which text was read where it has changed since, and that text is shown again word for word', async () => {
    const { consent, personId, guardianId } = await offered();
    await offerUnderFormerText(world, consent.id);
    const maria = await as('maria');
    const refused = await maria.refusal(ORAL, oral(consent.id, guardianId));
    expect([refused.code, refused.field]).toEqual(['NOTICE_TO_CHOOSE', 'noticeVersion']);
    expect((await paper('maria', consent.id, guardianId, PDF)).body.code).toBe('NOTICE_TO_CHOOSE');
    const unknown = oral(consent.id, guardianId, { noticeVersion: '1999-01' });
    expect((await maria.refusal(ORAL, unknown)).code).toBe('NOTICE_UNKNOWN');
    await maria.query(ORAL, oral(consent.id, guardianId, { noticeVersion: '2026-11', language: 'en' }));
    const today = await paper('maria', consent.id, personId, PDF, {
      noticeVersion: NOTICE_VERSION,
      language: 'sv-simple',
    });
    expect(today.body).toEqual({ state: 'active', missing: 0 });
    const read = async (id: string) => (await maria.query(NOTICE, { id: consent.id, who: id })).noticeRead;
    const former = await read(guardianId);
    expect(former).toMatchObject({
      version: '2026-11',
      language: 'en',
      sha256: 'b81ab3750de16b06b6eefdfe8d01dcf6522305815d023de459739d87cd8a9bd3',
    });
    expect(former.paragraphs).toContain('You can always see who has read or been given anything about you.');
    expect(former.paragraphs[1]).toContain('about Elliot: name and personal number');
    const now = await read(personId);
    expect(now).toMatchObject({ version: NOTICE_VERSION, language: 'sv-simple' });
    expect(now.paragraphs.join(' ')).toContain('Ibland får vi inte visa allt.');
    // The record says it of each by itself, and keeps what was said once.
    const { consent: after } = await maria.query(VERSIONS, { id: consent.id });
    expect(after.noticeVersions).toEqual(['2026-11', NOTICE_VERSION]);
    expect(after.signers).toEqual(
      expect.arrayContaining([
        { person: { id: guardianId }, noticeVersion: '2026-11', language: 'en' },
        { person: { id: personId }, noticeVersion: NOTICE_VERSION, language: 'sv-simple' },
      ]),
    );
    const change = `update consent_signer set notice_version = '${NOTICE_VERSION}' where consent_id = $1 and person_id = $2`;
    await expect(world.behindTheLocks(change, [consent.id, guardianId])).rejects.toThrow('a name stands');
    const receipt = await maria.fetch(`/documents/consent/${consent.id}/receipt`);
    const { events } = (await receipt.json()) as { events: Record<string, string>[] };
    expect(
      events
        .filter(({ event_type: type }) => type === 'explicit')
        .map((e) => e['notice_version'])
        .sort(),
    ).toEqual(['2026-11', NOTICE_VERSION]);
    const looks = await world.behindTheLocks<{ person_id: string }>(
      `select person_id from ledger_entry where detail ->> 'list' = 'notice-read' and actor_staff = $1 order by id`,
      [world.town.staff.get('maria')],
    );
    expect(looks.map(({ person_id: id }) => id)).toEqual([guardianId, personId]);
    expect((await (await as('marcus')).refusal(NOTICE, { id: consent.id, who: guardianId })).code).toBe('NOT_FOUND');
  }, 60_000);

  it('come in speech, with when, how, who heard it and what was said', async () => {
    const { consent, personId, guardianId } = await offered();
    const maria = await as('maria');
    const bad = await maria.refusal(
      ORAL,
      oral(consent.id, guardianId, {
        at: new Date(Date.now() + 3_600_000).toISOString(),
        how: 'dröm',
        witness: ' ',
        said: '',
      }),
    );
    expect(bad.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'at SAID_IN_FUTURE',
      'how CHOOSE_ONE',
      'witness REQUIRED',
      'said REQUIRED',
    ]);
    expect((await maria.query(ORAL, oral(consent.id, guardianId))).registerOralName).toEqual({
      state: 'partly-signed',
      missing: 1,
    });
    expect((await maria.query(ORAL, oral(consent.id, personId))).registerOralName.state).toBe('active');
    const { consentEvidence } = await maria.query(EVIDENCE, { id: consent.id });
    const protocol = await (await maria.fetch(consentEvidence[0].address)).json();
    expect(protocol).toMatchObject({
      how: 'phone',
      witness: 'Jonas Bergqvist',
      said: 'Ja, det är bra att ni pratar med skolan.',
    });
  });
});

describe('taken back by telephone', () => {
  const whole = async () => {
    const all = await offered();
    for (const personId of [all.guardianId, all.personId]) await paper('maria', all.consent.id, personId, PDF);
    return all;
  };
  const told = async (consentId: string, personId: string, over: object = {}) =>
    (await (await as('maria')).query(TOLD, { i: { consentId, personId, said: 'Ringde och ångrade sig.', ...over } }))
      .registerTold;

  it('closes at once, for everyone, and twice is once', async () => {
    const { consent, guardianId, personId, caseId } = await whole();
    const socket = await (await as('maria')).socket();
    for (const address of [`consent:${consent.id}`, `consents:${caseId}`])
      expect(await socket.timeout(4_000).emitWithAck('watch', address)).toEqual({ ok: true });
    const heard: string[] = [];
    socket.on('change', (news: any) => heard.push(news.address));
    const first = await told(consent.id, guardianId);
    expect(first).toMatchObject({ state: 'withdrawn', already: false });
    await until(() => heard.length >= 2, 2_000);
    expect(new Set(heard)).toEqual(new Set([`consent:${consent.id}`, `consents:${caseId}`]));
    expect(await told(consent.id, guardianId)).toEqual({ ...first, already: true });
    expect(await told(consent.id, personId)).toEqual({ ...first, already: true });
    const after = await one(consent.id);
    expect(after.events.filter((e: any) => e.kind === 'withdrawn')).toHaveLength(1);
    expect(after.signers.find((s: any) => s.person.id === guardianId).state).toBe('withdrawn');
    expect((await (await as('maria')).query(EVIDENCE, { id: consent.id })).consentEvidence.at(-1).kind).toBe('oral');
  });

  it('narrows, and the rest stands; nothing is given back by narrowing', async () => {
    const { consent, guardianId } = await whole();
    const narrow = (refusals: object) => told(consent.id, guardianId, { refusals });
    expect(await narrow({ houses: [POLICE], categories: [] })).toMatchObject({ state: 'narrowed' });
    expect((await one(consent.id)).now).toMatchObject({ from: [SOC, SCHOOL], to: [SOC, SCHOOL] });
    const maria = await as('maria');
    const refusal = (refusals: object) =>
      maria.refusal(TOLD, { i: { consentId: consent.id, personId: guardianId, refusals } });
    expect((await refusal({ houses: [POLICE] })).code).toBe('NOTHING_TAKEN_AWAY');
    expect((await refusal({ houses: [SCHOOL] })).code).toBe('NOTHING_LEFT');
  });

  it('is renewed from what is left, and the old one ends when the last name is there', async () => {
    const { consent, guardianId, personId } = await whole();
    await told(consent.id, guardianId, { refusals: { houses: [], categories: ['measures-and-plan'] } });
    const maria = await as('maria');
    const { renewConsent } = await maria.query(RENEW, { id: consent.id });
    expect(renewConsent).toMatchObject({
      state: 'draft',
      now: { categories: ['nomination', 'school-attendance-and-results'] },
    });
    await maria.query(step('offerConsent'), { i: { id: renewConsent.id, expectedVersion: 1 } });
    await paper('maria', renewConsent.id, guardianId, PDF);
    expect((await one(consent.id)).state).toBe('narrowed');
    await paper('maria', renewConsent.id, personId, PDF);
    expect((await one(consent.id)).state).toBe('renewed');
    expect((await one(renewConsent.id)).state).toBe('active');
    expect((await maria.refusal(RENEW, { id: consent.id })).code).toBe('CONSENT_NOT_IN_FORCE');
  });
});

describe('ended by those who asked', () => {
  const END = `mutation($i: EndConsentInput!) { endConsent(input: $i) { state endedAt endReasons events { kind byStaffName } } }`;

  it('closes at once with reasons, tells receivers that they may use it no longer, and never twice', async () => {
    const { consent, guardianId, personId, caseId } = await offered();
    const maria = await as('maria');
    const end = async (reasons: string) => ({
      i: { id: consent.id, expectedVersion: (await one(consent.id)).version, reasons },
    });
    expect((await maria.refusal(END, await end('Behövs inte.'))).code).toBe('CONSENT_NOT_IN_FORCE');
    for (const person of [guardianId, personId]) await paper('maria', consent.id, person, PDF);
    const fault = await maria.refusal(END, await end('  '));
    expect(fault.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(['reasons REASONS_MISSING']);
    const { endConsent } = await maria.query(END, await end('Planen är klar och skolan behöver inget mer veta.'));
    expect(endConsent).toMatchObject({
      state: 'ended',
      endReasons: 'Planen är klar och skolan behöver inget mer veta.',
      endedAt: expect.any(String),
    });
    expect(endConsent.events.at(-1)).toEqual({ kind: 'ended', byStaffName: 'Maria Lindgren' });
    expect((await maria.refusal(END, await end('Igen.'))).code).toBe('CONSENT_NOT_IN_FORCE');
    const told = await world.behindTheLocks<{ kind: string }>(
      `select distinct kind from notice where case_id = $1 and kind like 'consent-%'`,
      [caseId],
    );
    expect(told.map(({ kind }) => kind)).toContain('consent-over');
    const [line] = await world.behindTheLocks(
      `select 1 from ledger_entry where detail ->> 'deed' = 'consent-ended' and detail ->> 'consentId' = $1`,
      [consent.id],
    );
    expect(line).toBeDefined();
  });
});
