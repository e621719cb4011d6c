/** The second lock of the joint meeting: what the database shows to whom at the table, whatever a program would ask for. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AnswerQuestion } from '#use-cases/hub/answer-question.js';
import { TryTimes } from '#use-cases/calendar/try-times.js';
import { ConveneJoint } from '#use-cases/hub/convene-joint.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { TownForms } from '#use-cases/form/town-forms.js';
import { HoldMeeting } from '#use-cases/group/hold-meeting.js';
import { HubStore } from '#use-cases/hub/hub.port.js';
import { ProposeJoint } from '#use-cases/hub/propose-joint.js';
import { BoardStore } from '#use-cases/meeting/board.port.js';
import { GivePicture } from '#use-cases/meeting/give-picture.js';
import { MapTogether } from '#use-cases/meeting/map-together.js';
import { MoveMeeting } from '#use-cases/meeting/move-meeting.js';
import { ReadBoard } from '#use-cases/meeting/read-board.js';
import { SaveText } from '#use-cases/meeting/save-text.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { NO_MARKS } from '#use-cases/share/what-it-says.js';
import {
  aKey,
  LEISURE,
  openMeasuresCase,
  POLICE,
  SCHOOL,
  signedConsent,
  SOC,
  type ConsentUnderTest,
  type JointCase,
} from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let file: JointCase;
let consent: ConsentUnderTest;
let hubId: string;
const unit = (key: string) => world.caller(key).unitId;

const rowsSeen = (caller: StaffCaller, table: string): Promise<number> =>
  world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
        set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    const rows: { count: string }[] = await manager.query(`select count(*) from ${table}`);
    return Number(rows[0]?.count);
  });

const askedAs = <Row>(caller: StaffCaller, sql: string, values: unknown[] = []): Promise<Row[]> =>
  world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
        set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    return manager.query(sql, values);
  });

const questionOf = async (key: string): Promise<string> => {
  const found = await world.asCaller.run(world.caller(key), (tx) => tx.of(HubStore).findQuestions(hubId));
  const id = found.find(({ unitId }) => unitId === unit(key))?.id;
  if (!id) throw new Error(`${key} is not asked`);
  return id;
};

const say = async (key: string, category: string, text: string): Promise<void> => {
  const questionId = await questionOf(key);
  const question = await world.asCaller.run(world.caller(key), (tx) => tx.of(HubStore).findQuestion(questionId));
  await new AnswerQuestion(world.asCaller, world.seal).run(world.caller(key), {
    questionId,
    version: question?.version ?? 0,
    knowledge: 'knows',
    parts: [{ category, text, ...NO_MARKS }],
  });
  await new GivePicture(world.asCaller).run(world.caller(key), { hubId, clientKey: aKey(), questionId });
};

const board = async (key: string) => {
  const part = await new ReadBoard(world.asCaller, world.gate, new ReadRoom(world.asCaller), world.shown).run(
    world.caller(key),
    { hubId, afterSeq: 0 },
  );
  return { ...part, texts: part.released.map(({ content }) => content.text) };
};

beforeAll(async () => {
  world = await buildWorld();
  file = await openMeasuresCase(world);
  consent = await signedConsent(world, file);
  const propose = new ProposeJoint(world.asCaller, world.gate);
  const convene = new ConveneJoint(
    world.asCaller,
    propose,
    world.seal,
    world.appender,
    new TryTimes({ spend: () => Promise.resolve(0) }, world.appender),
  );
  const anna = world.caller('anna');
  ({ hubId } = await convene.run(anna, {
    caseId: file.caseId,
    startsAt: null,
    unitIds: [unit('anna'), unit('per'), unit('marcus'), unit('lena')],
    leaderId: null,
    room: null,
  }));
  await world.asCaller.run(anna, (tx) => tx.of(HubStore).moveHub(hubId, { state: 'lobby' }));
  await new MoveMeeting(world.asCaller, new HoldMeeting(new TownForms({ all: () => [] })), world.seal).run(anna, {
    hubId,
    clientKey: aKey(),
    step: 'start',
    reasons: '',
  });
}, 120_000);
afterAll(() => world?.close());

describe('a joint meeting', () => {
  it('shows its structure to those at the table and to nobody else', async () => {
    for (const table of ['hub', 'hub_party', 'hub_question', 'board_event'])
      for (const [key, sees] of [
        ['anna', true],
        ['per', true],
        ['marcus', true],
        ['lena', true],
        ['hassan', false],
        ['sara', false],
        ['olof', false],
        ['tove', false],
      ] as const)
        expect([table, key, (await rowsSeen(world.caller(key), table)) > 0]).toEqual([table, key, sees]);
    for (const table of ['case_file', 'hub_decision', 'hand_over', 'person_identity'])
      for (const key of ['marcus', 'lena'])
        expect([table, key, await rowsSeen(world.caller(key), table)]).toEqual([table, key, 0]);
  });

  it('gives what is said to the houses that the consent reaches, kind by kind', async () => {
    await say('anna', 'home-and-family', 'Lugnare hemma sedan augusti.');
    await say('per', 'addiction', 'Provtagning varje vecka.');
    await say('marcus', 'crime-and-suspicion', 'Sedd med äldre vid torget.');
    await say('lena', 'school-attendance-and-results', 'Närvaro 65 procent.');
    expect((await board('anna')).texts).toEqual([
      'Lugnare hemma sedan augusti.',
      'Provtagning varje vecka.',
      'Sedd med äldre vid torget.',
      'Närvaro 65 procent.',
    ]);
    const police = await board('marcus');
    expect(police.texts).toEqual(['Lugnare hemma sedan augusti.', 'Sedd med äldre vid torget.', 'Närvaro 65 procent.']);
    const closed = police.events.find((e) => e.kind === 'PictureGiven' && e.unit === unit('per'));
    expect(closed).toMatchObject({ kind: 'PictureGiven', knowledge: null, items: [] });
    expect(police.withheld).toEqual([]);
    expect(await rowsSeen(world.caller('marcus'), 'hub_answer_item')).toBe(1);
    const disclosed = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where action = 'disclose' and case_id = $1 and ground = 'consent'`,
      [file.caseId],
    );
    // The name to two houses, and three pictures to two other houses each.
    expect(disclosed[0]?.n).toBe(8);
  });

  it('tells whoever sits there that others have answered, and in no row what they know', async () => {
    const marcus = world.caller('marcus');
    const answers = `select answer from hub_question where hub_id = $1`;
    expect(await askedAs(marcus, answers, [hubId])).toEqual([{ answer: 'knows' }]);
    expect(await askedAs(world.caller('anna'), answers, [hubId])).toHaveLength(4);
    const payloads = await askedAs<{ unit: string; knowledge: string }>(
      marcus,
      `select payload ->> 'unit' as unit, payload ->> 'knowledge' as knowledge from board_event where hub_id = $1 and kind = 'PictureGiven'`,
      [hubId],
    );
    expect(payloads).toEqual([{ unit: unit('marcus'), knowledge: 'knows' }]);
    const told = await askedAs<{ unit: string; knowledge: string | null; items: number }>(
      marcus,
      `select payload ->> 'unit' as unit, payload ->> 'knowledge' as knowledge, jsonb_array_length(payload -> 'items') as items
       from caller.pictures_at_table($1) order by seq`,
      [hubId],
    );
    expect(told).toEqual([
      { unit: unit('anna'), knowledge: 'knows', items: 1 },
      { unit: unit('per'), knowledge: null, items: 0 },
      { unit: unit('lena'), knowledge: 'knows', items: 1 },
    ]);
    expect(await askedAs(world.caller('hassan'), `select 1 from caller.pictures_at_table($1)`, [hubId])).toEqual([]);
    const lobby = await world.asCaller.run(marcus, (tx) => tx.of(HubStore).findQuestions(hubId));
    expect(lobby.map(({ unitId, answer, answeredAt }) => [unitId, answer, answeredAt !== null])).toEqual(
      expect.arrayContaining([
        [unit('anna'), null, true],
        [unit('per'), null, true],
        [unit('marcus'), 'knows', true],
        [unit('lena'), null, true],
      ]),
    );
    expect(lobby).toHaveLength(4);
  });

  it('tells a house that a consent reaches only what lets it be told and tell', async () => {
    type Known = {
      from: string[];
      to: string[];
      signers: { person: string; houses: string[]; categories: string[] }[];
    };
    const known = async (key: string): Promise<Known[]> => {
      const [row] = await askedAs<{ known: Known[] }>(world.caller(key), `select caller.consents_about($1) as known`, [
        file.personId,
      ]);
      return row?.known ?? [];
    };
    const more = { from: [SOC, POLICE, LEISURE], to: [SOC, SCHOOL, LEISURE, POLICE], categories: ['leisure'] as const };
    const waiting = await signedConsent(world, file, { ...more, unsignedBy: [file.guardianId] });
    // Anna's house asked: all of both. The police: neither who is waited for, nor that anything is.
    expect(await known('anna')).toHaveLength(2);
    expect(await known('marcus')).toHaveLength(1);
    await waiting.sign(file.guardianId, { houses: [SCHOOL] });
    const [, second] = (await known('marcus')).sort((a, b) => b.to.length - a.to.length);
    // The field group has told the police nothing, and the school was refused.
    expect(second?.from).not.toContain(LEISURE);
    expect(second?.to).not.toContain(SCHOOL);
    for (const { signers } of await known('marcus'))
      for (const { houses, categories } of signers) expect([houses, categories]).toEqual([[], []]);
    // The school may be told by the first, and tell; of the second, which it was refused, it knows nothing.
    expect(await known('lena')).toHaveLength(1);
    await waiting.withdraw(file.personId);
    expect(await known('marcus')).toHaveLength(1);
  });

  it('tells another house nothing of a line that is not for it, not even of which kind it is', async () => {
    const map = new MapTogether(world.asCaller, world.seal);
    const put = (key: string, kind: 'risk' | 'place', text: string) =>
      map.put(world.caller(key), {
        hubId,
        clientKey: aKey(),
        entryId: randomUUID(),
        kind,
        text,
        topic: 'irk-relations',
        stance: 'present',
        ...NO_MARKS,
      });
    await put('anna', 'place', 'Bor hos mormor på Storgatan.');
    await put('marcus', 'risk', 'Äldre bekanta.');
    const police = await board('marcus');
    expect(police.texts).not.toContain('Bor hos mormor på Storgatan.');
    expect(JSON.stringify(police.events)).not.toContain('place');
    expect(police.events.filter((e) => e.kind === 'MapEntryPut')).toHaveLength(1);
    expect(police.events.map(({ seq }) => seq)).toEqual(police.events.map((_, at) => at + 1));
    expect((await board('anna')).texts).toContain('Äldre bekanta.');
    const hidden = await rowsSeen(world.caller('marcus'), `board_event where payload::text like '%place%'`);
    expect(hidden).toBe(0);
  });

  it('takes what was told of a line back when the line is taken off the map, and gives it to nobody by itself again', async () => {
    const map = new MapTogether(world.asCaller, world.seal);
    const entryId = randomUUID();
    const line = { hubId, entryId, kind: 'risk', topic: null, stance: 'present', ...NO_MARKS } as const;
    const text = 'Skuld till en äldre kille.';
    await map.put(world.caller('marcus'), { ...line, clientKey: aKey(), text });
    expect((await board('anna')).texts).toContain(text);
    expect((await board('lena')).texts).toContain(text);
    const [item] = await world.behindTheLocks<{ id: string; shares: number }>(
      `select e.item_id as id, (select count(*)::int from share h where h.item_id = e.item_id and h.in_force @> clock.now()) as shares
       from board_event e where e.hub_id = $1 and e.payload -> 'entry' ->> 'id' = $2`,
      [hubId, entryId],
    );
    expect(item?.shares).toBe(2);
    // Anna leads: she takes another house's line off, and its own house's shares end with it.
    await map.withdraw(world.caller('anna'), { hubId, entryId, clientKey: aKey() }, true);
    for (const key of ['anna', 'lena']) expect([key, (await board(key)).texts.includes(text)]).toEqual([key, false]);
    const left = await world.behindTheLocks<{ open: boolean; how: string; by: string; told: boolean }>(
      `select in_force @> clock.now() as open, ended_how as how, ended_by as by, not isempty(in_force) as told from share where item_id = $1`,
      [item?.id],
    );
    const ended = { open: false, how: 'ended', by: world.caller('anna').staffId, told: true };
    expect(left).toEqual([ended, ended]);
    const lines = await world.behindTheLocks<{ to: string }>(
      `select detail ->> 'toBranch' as to from ledger_entry where item_id = $1 and detail ->> 'deed' = 'share-ended' and detail ->> 'why' = 'off-the-map'`,
      [item?.id],
    );
    expect(lines.map(({ to }) => to).sort()).toEqual(
      [world.caller('anna').branchId, world.caller('lena').branchId].sort(),
    );
    const words = await world.behindTheLocks<{ topic: string }>(
      `select distinct topic from outbox where payload ->> 'caseId' = $1 and topic like 'live:sight:%'`,
      [file.caseId],
    );
    expect(words.map(({ topic }) => topic)).toEqual(expect.arrayContaining(lines.map(({ to }) => `live:sight:${to}`)));
    // Put there again it is another line, told anew; the old one stays ended.
    await map.put(world.caller('marcus'), { ...line, clientKey: aKey(), text });
    expect((await board('lena')).texts).toContain(text);
    const again = await world.behindTheLocks(`select 1 from share where item_id = $1 and in_force @> clock.now()`, [
      item?.id,
    ]);
    expect(again).toEqual([]);
  });

  it('is led, written and decided on by its own house alone, in the database too', async () => {
    await expect(
      new SaveText(world.asCaller, world.gate, world.seal).run(world.caller('marcus'), {
        hubId,
        clientKey: aKey(),
        text: 'next-steps',
        baseVersion: null,
        value: 'Polisen skriver.',
        ...NO_MARKS,
      }),
    ).rejects.toThrow('OTHER_HOUSE_LEADS');
    await expect(
      world.asCaller.run(world.caller('marcus'), (tx) =>
        tx
          .of(BoardStore)
          .append(
            hubId,
            { kind: 'MeetingPaused', seq: 99, at: 0, by: world.caller('marcus').staffId },
            { itemId: null, clientKey: 'x' },
          ),
      ),
    ).rejects.toThrow('row-level security');
    const question = await questionOf('lena');
    const changed = await world.asCaller.run(world.caller('marcus'), (tx) =>
      tx
        .of(HubStore)
        .answer(question, 2, { knowledge: 'knew', by: world.caller('marcus').staffId, at: tx.now, itemIds: [] }),
    );
    expect(changed).toBe(false);
  });

  it('keeps a narrowed kind from the others at once and leaves the rest', async () => {
    await consent.narrow(file.guardianId, { categories: ['home-and-family'] });
    const police = await board('marcus');
    expect(police.texts).not.toContain('Lugnare hemma sedan augusti.');
    expect(police.texts).toContain('Närvaro 65 procent.');
    expect((await board('anna')).texts).toContain('Lugnare hemma sedan augusti.');
  });

  it('needs no more of a house that a guardian has taken away, and says no reason', async () => {
    await consent.narrow(file.secondGuardianId, { houses: [POLICE] });
    await expect(board('marcus')).rejects.toThrow('NOT_FOUND');
    expect(await rowsSeen(world.caller('marcus'), 'hub')).toBe(0);
    expect(await rowsSeen(world.caller('marcus'), 'item')).toBe(0);
    const ended = await world.behindTheLocks<{ kind: string; case_id: string | null }>(
      `select kind, case_id from notice where staff_id = $1 order by created_at desc, kind desc`,
      [world.caller('marcus').staffId],
    );
    expect(ended.find(({ kind }) => kind === 'not-needed')).toEqual({ kind: 'not-needed', case_id: null });
    const waiting = await world.behindTheLocks<{ kind: string; state: string }>(
      `select n.kind, d.state from delivery d join notice n on n.id = d.notice_id where n.staff_id = $1 order by n.kind`,
      [world.caller('marcus').staffId],
    );
    expect(waiting).toContainEqual({ kind: 'joint-convened', state: 'stopped' });
    expect(waiting).toContainEqual({ kind: 'not-needed', state: 'waiting' });
    expect((await board('lena')).texts).toContain('Närvaro 65 procent.');
    // Nor is it told at the table that the police left it, or that somebody has: only where the meeting is led.
    const at = (key: string) =>
      askedAs<{ unit_id: string; ended: boolean }>(
        world.caller(key),
        `select unit_id, ended_at is not null as ended from hub_party where hub_id = $1`,
        [hubId],
      );
    expect((await at('lena')).map(({ unit_id: id }) => id)).not.toContain(unit('marcus'));
    expect(await at('lena')).not.toContainEqual(expect.objectContaining({ ended: true }));
    expect(await at('anna')).toContainEqual({ unit_id: unit('marcus'), ended: true });
  });

  it('is empty for every other house when the consent is withdrawn, and stays in the record of its own', async () => {
    await consent.withdraw(file.personId);
    await expect(board('lena')).rejects.toThrow('NOT_FOUND');
    expect(await rowsSeen(world.caller('lena'), 'item')).toBe(0);
    const own = await board('anna');
    expect(own.texts).toContain('Lugnare hemma sedan augusti.');
    expect(own.texts).not.toContain('Närvaro 65 procent.');
  });
});
