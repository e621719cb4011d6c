/** An agreement's year: what it says, each party's name, its renewal in time, and that nothing runs before it is signed ([S0, S1]). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, FORM, formedGroup, NOMINATE, seat } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { poppler, readPaper } from '../../support/paper.js';
import { buildWorld, type World } from '../../support/world.js';

const KEPT = `{ keptAgreements { id form startsOn endsOn state text unsigned renewedBy stops { groupId kind house coordinator meetings meetingCount } stopCounts { house groups } version signatures { branchId name title signedOn } parties { branchId resources } } }`;
const SIGN = `mutation($i: SignAgreementInput!) { signAgreement(input: $i) }`;
const RENEW = `mutation($id: ID!) { renewAgreement(id: $id) }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
const kept = async (): Promise<any[]> => (await (await as('tove')).query(KEPT)).keptAgreements;
const ofSig = async () => (await kept()).find(({ form }) => form === 'sig');
const stopsFor = async (key: string, form = 'sig') =>
  (await (await as(key)).query(KEPT)).keptAgreements.find((one: { form: string }) => one.form === form).stops;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const deadlines = (about: string) =>
  world.behindTheLocks<{ state: string; due: string }>(
    `select state, (due_at at time zone 'Europe/Stockholm')::date::text as due from deadline where kind = 'agreement-renewal' and about_id = $1`,
    [about],
  );

describe('an agreement', () => {
  it('says what it says, and which groups and meetings stand still without it, never whom they are about', async () => {
    const tove = await as('tove');
    const group = await formedGroup(world, api, { givenName: 'Alba' });
    const { hubId } = await convenedMeeting(world, group, { reason: 'agreed-by-all' });
    const sig = await ofSig();
    expect(sig).toMatchObject({ unsigned: [], signatures: [], text: '', renewedBy: null });
    const led = { groupId: group.id, kind: 'sig', house: 'Individ och familj', coordinator: 'Anna Wikmark' };
    // Today's meeting is held under it; one after its last day is not.
    expect(await stopsFor('birgitta')).toEqual([{ ...led, meetings: [], meetingCount: 0 }]);
    // Whoever keeps the municipality's agreements learns how many each house has, and another house's manager nothing.
    expect([sig.stops, sig.stopCounts]).toEqual([[], [{ house: 'Individ och familj', groups: 1 }]]);
    expect(await stopsFor('gunvor')).toEqual([]);
    await world.behindTheLocks(`update hub set starts_at = '2028-01-04T10:00:00Z' where id = $1`, [hubId]);
    const ahead = { ...led, meetings: ['2028-01-04T10:00:00.000Z'], meetingCount: 1 };
    expect(await stopsFor('birgitta')).toEqual([ahead]);
    // When somebody under threat is met is told to nobody beside the group.
    await world.behindTheLocks(`update collaboration_group set kind = 'gvi' where id = $1`, [group.id]);
    expect(await stopsFor('birgitta')).toEqual([{ ...ahead, kind: 'gvi', meetings: [] }]);
    await world.behindTheLocks(`update collaboration_group set kind = 'sig' where id = $1`, [group.id]);
    const lines = await world.behindTheLocks<{ who: string }>(
      `select distinct s.subject as who from ledger_entry l join staff_member s on s.id = l.actor_staff where l.detail->>'list' = 'agreement-stops' order by 1`,
    );
    expect(lines.map(({ who }) => who)).toEqual(['birgitta', 'gunvor', 'tove']);
    // A group without persons meets under its agreement as all others do.
    const anna = await as('anna');
    const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'est', area: 'Stationen och torget' },
    });
    await anna.query(FORM, {
      i: {
        groupId: startGroup,
        version: 1,
        contactStaffId: world.caller('anna').staffId,
        members: ['anna', 'marcus', 'hassan'].map((key) => seat(world, key)),
      },
    });
    await anna.query(`mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { groupId } }`, {
      i: { groupId: startGroup, startsAt: '2028-01-05T10:00:00.000Z' },
    });
    expect(await stopsFor('birgitta', 'est')).toMatchObject([
      { groupId: startGroup, kind: 'est', meetings: ['2028-01-05T10:00:00.000Z'] },
    ]);
    // Steps of the hub that need no agreement go on, though they share its word.
    expect((await kept()).find(({ form }) => form === 'mash').stops).toEqual([]);
    expect(JSON.stringify(await kept())).not.toContain('Alba');
    const write = `mutation($id: ID!, $version: Int!, $text: String!) { writeAgreement(id: $id, version: $version, text: $text) }`;
    await tove.query(write, { id: sig.id, version: sig.version, text: 'Vi arbetar tillsammans för unga i Ekvalla.' });
    expect((await tove.refusal(write, { id: sig.id, version: sig.version, text: 'x' })).code).toBe('CHANGED_MEANWHILE');
    expect(await ofSig()).toMatchObject({ text: 'Vi arbetar tillsammans för unga i Ekvalla.' });
  });

  it('is renewed once, with the same parties, and binds nobody before every name is under it', async () => {
    const tove = await as('tove');
    const sig = await ofSig();
    const { renewAgreement: id } = await tove.query(RENEW, { id: sig.id });
    expect((await tove.refusal(RENEW, { id: sig.id })).code).toBe('AGREEMENT_RENEWED');
    const next = async () => (await kept()).find((one) => one.id === id);
    expect(await next()).toMatchObject({
      startsOn: '2028-01-01',
      endsOn: '2028-12-31',
      text: sig.text,
      signatures: [],
    });
    expect((await next()).unsigned).toHaveLength(4);
    expect(await deadlines(id)).toEqual([{ state: 'open', due: '2029-01-01' }]);
    // The old one is gone, the new one would be in force by its days: what is not signed runs nothing.
    await world.behindTheLocks(`update agreement set starts_on = '2020-01-01', ends_on = '2020-12-31' where id = $1`, [
      sig.id,
    ]);
    await world.behindTheLocks(`update agreement set starts_on = '2026-01-01', ends_on = '2027-12-31' where id = $1`, [
      id,
    ]);
    const nominate = { i: { kind: 'sig', toStaffId: world.caller('anna').staffId } };
    const marcus = await as('marcus');
    expect((await marcus.refusal(NOMINATE, nominate)).code).toBe('NO_AGREEMENT_IN_FORCE');
    const { parties } = await next();
    const signed = { agreementId: id, name: 'Karin Direktör', title: 'Kommundirektör', signedOn: '2026-01-15' };
    for (const [at, { branchId }] of parties.entries()) {
      expect((await next()).unsigned).toHaveLength(parties.length - at);
      await tove.query(SIGN, { i: { ...signed, branchId } });
    }
    expect((await tove.refusal(SIGN, { i: { ...signed, branchId: parties[0].branchId } })).code).toBe(
      'PARTY_HAS_SIGNED',
    );
    expect((await next()).unsigned).toEqual([]);
    await marcus.query(NOMINATE, nominate);
  });

  it('is a tagged paper with its text, its parties, what each brings and who has signed', async () => {
    const sig = (await kept()).find(({ form, signatures }) => form === 'sig' && signatures.length > 0);
    const answer = await (await as('tove')).fetch(`/documents/agreement/${sig.id}/pdf`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    if (poppler) {
      const paper = await readPaper(Buffer.from(await answer.arrayBuffer()));
      const tree = paper.tree.replace(/\s+/g, ' ');
      expect(paper.info).toMatch(/Tagged:\s+yes/);
      for (const words of [
        'H1 (block) "Samverkansöverenskommelse"',
        'Social insatsgrupp',
        'H2 (block) "Vad parterna är överens om"',
        'Vi arbetar tillsammans för unga i Ekvalla.',
        'Samordnare på heltid',
        'Karin Direktör, Kommundirektör, 15 januari 2026',
      ])
        expect(tree).toContain(words);
      expect(tree).not.toContain('Utkast');
    }
    for (const [key, status] of [
      ['anna', 403],
      ['marcus', 403],
      ['birgitta', 200],
    ] as const)
      expect([key, (await (await as(key)).fetch(`/documents/agreement/${sig.id}/pdf`)).status]).toEqual([key, status]);
    expect((await (await as('tove')).fetch(`/documents/agreement/${randomUUID()}/pdf`)).status).toBe(404);
  });

  it('stands as it was signed, whoever writes, and may only end sooner', async () => {
    const tove = await as('tove');
    const signed = async () => (await kept()).find(({ form, signatures }) => form === 'sig' && signatures.length > 0);
    const before = await signed();
    const { id, startsOn, endsOn } = before;
    const write = `mutation($id: ID!, $version: Int!, $text: String!) { writeAgreement(id: $id, version: $version, text: $text) }`;
    const change = `mutation($id: ID!, $version: Int!, $input: AgreementTermsInput!) { changeAgreement(id: $id, version: $version, input: $input) }`;
    const [{ signedBy }] = (await world.behindTheLocks<{ signedBy: string }>(
      `select signed_by as "signedBy" from agreement where id = $1`,
      [id],
    )) as [{ signedBy: string }];
    const terms = (more: object) => ({
      id,
      version: before.version,
      input: { startsOn, endsOn, signedBy, parties: before.parties, ...more },
    });
    expect((await tove.refusal(write, { id, version: before.version, text: 'Något annat.' })).code).toBe(
      'AGREEMENT_SIGNED',
    );
    for (const more of [
      { endsOn: '2028-12-31' },
      { startsOn: '2025-01-01' },
      { parties: before.parties.slice(1) },
      { parties: before.parties.map((one: object) => ({ ...one, resources: 'Ingenting' })) },
    ])
      expect([more, (await tove.refusal(change, terms(more))).code]).toEqual([more, 'AGREEMENT_SIGNED']);
    expect(await signed()).toEqual(before);
    // Nor past the program.
    for (const sql of [
      `update agreement set text = 'x' where id = $1`,
      `update agreement set ends_on = '2029-01-01' where id = $1`,
      `update agreement_party set resources = 'x' where agreement_id = $1`,
      `delete from agreement_party where agreement_id = $1`,
    ])
      await expect(world.behindTheLocks(sql, [id])).rejects.toThrow(/a signed agreement/);
    await tove.query(change, terms({ endsOn: '2027-06-30' }));
    expect(await signed()).toMatchObject({
      endsOn: '2027-06-30',
      signatures: before.signatures,
      parties: before.parties,
    });
  });

  it('takes no name of a stranger, in the future or by whoever does not keep it', async () => {
    const tove = await as('tove');
    const est = (await kept()).find(({ form }) => form === 'est');
    const i = { agreementId: est.id, branchId: est.parties[0].branchId, name: '', title: 'x', signedOn: '2099-01-01' };
    const faults = (await tove.refusal(SIGN, { i })).faults.map(({ field, code }) => `${field} ${code}`);
    expect(faults).toEqual(['name REQUIRED', 'signedOn SIGNED_IN_FUTURE']);
    expect((await tove.refusal(SIGN, { i: { ...i, agreementId: randomUUID() } })).code).toBe('NOT_FOUND');
    expect((await (await as('anna')).refusal(SIGN, { i })).code).toBe('NOT_ALLOWED');
    await expect(
      world.source.transaction(async (manager) => {
        const anna = world.caller('anna');
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.municipality', $2, true), set_config('samnav.role', 'coordinator', true)`,
          [anna.staffId, anna.municipalityId],
        );
        await manager.query(
          `insert into agreement_signature (id, municipality_id, agreement_id, branch_id, name, title, signed_on, recorded_by)
           values ($1, $2, $3, $4, 'a', 'b', '2026-01-01', $5)`,
          [randomUUID(), anna.municipalityId, est.id, est.parties[0].branchId, anna.staffId],
        );
      }),
    ).rejects.toThrow(/row-level security/);
  });
});
