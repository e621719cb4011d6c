/** A deadline at work with the real worker: it warns, tells on and is missed as the clock goes, and ends when it is met. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { settleDeadline } from '#use-cases/deadline/settle-deadline.js';
import { startApi, type Api } from '../../support/api.js';
import { aCase, aDeadline, effectsOf, SOC, staffOf, unitOf, until } from '../../support/deadlines.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Mail {
  readonly to: string;
  readonly text: string;
}

let world: World;
let worker: WorkerProcess;
let api: Api;
let sink: SMTPServer;
const mails: Mail[] = [];

async function startSink(): Promise<string> {
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  return `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const mailUrl = await startSink();
  world = await buildWorld();
  const env = { SAMNAV_DEMONSTRATION: '1', SAMNAV_MAIL_URL: mailUrl, SAMNAV_PUBLIC_URL: 'https://samnav.example' };
  worker = await startWorker(world.database, env);
  api = await startApi(world.database, { SAMNAV_DEMONSTRATION: '1' });
}, 60_000);

afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await world?.close();
  await new Promise<void>((resolve) => sink.close(resolve));
});

const keysOf = async (id: string): Promise<string[]> => (await effectsOf(world, id)).map(({ key }) => key);
const toldOf = async (id: string): Promise<string[]> => {
  const rows = await world.behindTheLocks<{ who: string; key: string }>(
    `select s.subject as who, split_part(n.effect_key, ':', 3) || coalesce(':' || nullif(split_part(n.effect_key, ':', 4), ''), '') as key
     from notice n join staff_member s on s.id = n.staff_id where n.deadline_id = $1 order by n.created_at, key, who`,
    [id],
  );
  return rows.map(({ key, who }) => `${key} ${who}`);
};

describe('a red report’s four hours', () => {
  it('warn at half time, within a moment of it', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 2 * HOUR - 1_500 });
    expect(await keysOf(deadlineId)).toEqual([]);
    await until(
      () => keysOf(deadlineId),
      (keys) => keys.length === 1,
    );
    const [row] = await world.behindTheLocks<{ late_by: number }>(
      `select extract(epoch from e.at - (d.starts_at + (d.due_at - d.starts_at) * 0.5)) * 1000 as late_by
       from deadline_effect e join deadline d on d.id = e.deadline_id where d.id = $1`,
      [deadlineId],
    );
    expect(Number(row?.late_by)).toBeGreaterThanOrEqual(0);
    expect(Number(row?.late_by)).toBeLessThan(500);
  }, 20_000);

  it('warn, tell on and are missed as the demonstration’s clock is moved', async () => {
    const emergency = unitOf(world, 'socialjour');
    await world.behindTheLocks(
      `insert into duty_shift (id, municipality_id, unit_id, staff_id, starts_at, ends_at)
       values (gen_random_uuid(), $1, $2, $3, clock.now() - interval '1 hour', clock.now() + interval '2 days')`,
      [world.town.municipalityId, emergency, staffOf(world, 'nils')],
    );
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId);
    const jonas = await api.as({ id: staffOf(world, 'jonas') });
    const move = (minutes: number) =>
      jonas.query(`mutation ($minutes: Int!) { moveClock(minutes: $minutes) { aheadMinutes } }`, { minutes });

    await move(121);
    await until(
      () => toldOf(deadlineId),
      (told) => told.length === 2,
    );
    // Nobody owns it by name yet: the intake is told, and nobody else.
    expect(await toldOf(deadlineId)).toEqual(['warn:0.5 jonas', 'warn:0.5 maria']);

    await move(120);
    const all = ['warn:0.5', 'warn:0.8', 'escalate:unit', 'escalate:leader', 'missed', 'escalate:manager'];
    await until(
      () => keysOf(deadlineId),
      (keys) => keys.length === all.length,
    );
    expect((await keysOf(deadlineId)).sort()).toEqual([...all].sort());
    const told = await toldOf(deadlineId);
    expect(told.filter((one) => one.startsWith('escalate:leader'))).toEqual([
      'escalate:leader birgitta',
      'escalate:leader jonas',
    ]);
    expect(told.filter((one) => one.startsWith('escalate:manager'))).toEqual(['escalate:manager birgitta']);

    await move(60);
    await until(
      () => toldOf(deadlineId),
      (now) => now.includes('escalate:duty-roster nils'),
    );
    const [row] = await world.behindTheLocks<{ state: string; due: boolean; wakes: Date | null }>(
      `select state, settled_at = due_at as due, next_wake_at as wakes from deadline where id = $1`,
      [deadlineId],
    );
    expect(row).toEqual({ state: 'missed', due: true, wakes: null });

    // What is done afterwards is done late, and that it was missed stays to be read.
    const settled = await world.asCaller.run(world.caller('maria'), (tx) =>
      settleDeadline(tx, { kind: 'grade-red-assessment', caseId, outcome: 'met' }),
    );
    expect(settled).toEqual([{ deadlineId, state: 'met', late: true }]);
    const again = await world.asCaller.run(world.caller('maria'), (tx) =>
      settleDeadline(tx, { kind: 'grade-red-assessment', caseId, outcome: 'met' }),
    );
    expect(again).toEqual([]);
    await jonas.query('mutation { resetClock { aheadMinutes } }');
  }, 60_000);

  it('are told by mail and text message that say nothing but where to look', async () => {
    // What has not left yet would carry this news, too.
    await until(
      () => world.behindTheLocks(`select 1 from delivery where next_try_at <= to_timestamp(0)`),
      (unsent) => unsent.length === 0,
    );
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 2 * HOUR + MINUTE });
    await until(
      () =>
        world.behindTheLocks<{ state: string }>(
          `select d.state from delivery d join notice n on n.id = d.notice_id where n.deadline_id = $1 and d.state = 'sent'`,
          [deadlineId],
        ),
      (sent) => sent.length === 2,
    );
    expect(mails.map(({ to }) => to)).toEqual(expect.arrayContaining(['maria.lindgren@ekvalla.example']));
    expect(mails.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['0701740607@sms.example', '0701740606@sms.example']),
    );
    const uuid = /[0-9a-f]{8}-[0-9a-f]{4}/i;
    for (const { text } of mails) {
      const body = text.slice(text.indexOf('\r\n\r\n'));
      expect(body).toContain('https://samnav.example/');
      expect(body).not.toMatch(uuid);
      expect(body).not.toMatch(/frist|ärende|barn|orosanm/i);
    }
  }, 20_000);

  it('end when they are met: nothing more happens', async () => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: 2 * HOUR - 700 });
    await world.asCaller.run(world.caller('maria'), (tx) =>
      settleDeadline(tx, { kind: 'grade-red-assessment', caseId, outcome: 'met' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await keysOf(deadlineId)).toEqual([]);
  });
});

describe('what I see', () => {
  it('is what is due on my unit’s cases, first what is due first, and my notices only', async () => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: 2 * HOUR + MINUTE });
    await until(
      () => keysOf(deadlineId),
      (keys) => keys.length === 1,
    );
    const maria = await api.as({ id: staffOf(world, 'maria') });
    const ask = `{ myDeadlines(first: 50) { late running edges { node { id dueAt caseId ownerUnit clock } } }
      myNotices(first: 50) { unread edges { node { id deadlineId kind readAt } } } }`;
    const seen = await maria.query(ask);
    const dues = seen['myDeadlines'].edges.map((edge: { node: { dueAt: string } }) => edge.node.dueAt);
    expect(dues).toEqual([...dues].sort());
    expect(seen['myDeadlines'].edges).toContainEqual({
      node: expect.objectContaining({ id: deadlineId, caseId, ownerUnit: 'Mottagningen', clock: 'real' }),
    });
    const notice = seen['myNotices'].edges.find(
      (edge: { node: { deadlineId: string } }) => edge.node.deadlineId === deadlineId,
    )?.node;
    expect(notice).toMatchObject({ kind: 'deadline-warning', readAt: null });

    // Another house's people see neither the deadline nor the notice.
    const marcus = await api.as({ id: staffOf(world, 'marcus') });
    const police = await marcus.query(ask);
    expect([police['myDeadlines'].edges, police['myNotices'].edges]).toEqual([[], []]);
    const read = 'mutation ($id: ID!) { markNoticeRead(id: $id) { readAt } }';
    expect((await marcus.refusal(read, { id: notice.id })).code).toBe('NOT_FOUND');
    expect((await maria.query(read, { id: notice.id }))['markNoticeRead'].readAt).not.toBeNull();
    const { myNotices } = await maria.query('{ myNotices(first: 1) { unread } }');
    expect(myNotices.unread).toBe(seen['myNotices'].unread - 1);
  }, 30_000);

  it('changes on my screen as it happens', async () => {
    const maria = await api.as({ id: staffOf(world, 'maria') });
    const socket = await maria.socket();
    const heard: { address: string }[] = [];
    socket.on('change', (news: { address: string }) => heard.push(news));
    const branchId = world.town.branches.get(SOC);
    expect(await socket.emitWithAck('watch', `notices:${staffOf(world, 'maria')}`)).toEqual({ ok: true });
    expect(await socket.emitWithAck('watch', `deadlines:${branchId}`)).toEqual({ ok: true });
    expect(await socket.emitWithAck('watch', `notices:${staffOf(world, 'jonas')}`)).toMatchObject({ ok: false });
    await aDeadline(world, await aCase(world), { startedAgo: 2 * HOUR + MINUTE });
    await until(
      () => Promise.resolve(heard),
      (news) => new Set(news.map(({ address }) => address)).size === 2,
    );
    expect(heard).toContainEqual(expect.objectContaining({ change: { unread: expect.any(Number) } }));
  }, 20_000);
});

describe('the clock', () => {
  it('moves for a demonstration only', async () => {
    const real = await startApi(world.database);
    try {
      const maria = await real.as({ id: staffOf(world, 'maria') });
      expect(await maria.query('{ demonstrationClock { now } }')).toEqual({ demonstrationClock: null });
      expect((await maria.refusal('mutation { moveClock(minutes: 15) { now } }')).code).toBe('NOT_FOUND');
      expect((await maria.refusal('mutation { resetClock { now } }')).code).toBe('NOT_FOUND');
    } finally {
      await real.close();
    }
  }, 20_000);

  it('takes those who are signed in along, only forward and not too far', async () => {
    const maria = await api.as({ id: staffOf(world, 'maria') });
    const move = 'mutation ($minutes: Int!) { moveClock(minutes: $minutes) { aheadMinutes } }';
    expect(await maria.query(move, { minutes: 26 * 60 })).toEqual({ moveClock: { aheadMinutes: 26 * 60 } });
    expect(await maria.query('{ me { name } }')).toEqual({ me: { name: 'Maria Lindgren' } });
    expect(await maria.refusal(move, { minutes: 0 })).toMatchObject({ code: 'CLOCK_ONLY_FORWARD', field: 'minutes' });
    expect(await maria.refusal(move, { minutes: 99_999 })).toMatchObject({ code: 'CLOCK_TOO_FAR', field: 'minutes' });
    expect(await maria.query('mutation { resetClock { aheadMinutes } }')).toEqual({ resetClock: { aheadMinutes: 0 } });
    expect(await maria.query('{ me { name } }')).toEqual({ me: { name: 'Maria Lindgren' } });
    expect((await api.anonymous.refusal(move, { minutes: 15 })).code).toBe('SIGN_IN_REQUIRED');
  });
});

describe('a municipality’s own deadlines', () => {
  const set = `mutation ($input: SetDeadlineInput!) { setDeadline(input: $input) { own version warnings rule { unit hours } dueIfNow } }`;
  const input = {
    kind: 'grade-red-assessment',
    rule: { unit: 'elapsed', hours: 3 },
    warnings: [25, 75],
    unit: 80,
    leader: 90,
    manager: 100,
    dutyRoster: null,
    version: 0,
  };

  it('are set by the administrator and count for what begins from then on', async () => {
    const tove = await api.as({ id: staffOf(world, 'tove') });
    const before = await aDeadline(world, await aCase(world));
    expect((await tove.query(set, { input }))['setDeadline']).toMatchObject({
      own: true,
      version: 1,
      warnings: [25, 75],
      rule: { unit: 'elapsed', hours: 3 },
    });
    const after = await aDeadline(world, await aCase(world));
    const rows = await world.behindTheLocks<{ id: string; hours: number; alarms: object }>(
      `select id, extract(epoch from due_at - starts_at)::int / 3600 as hours, alarms from deadline where id in ($1, $2)`,
      [before.deadlineId, after.deadlineId],
    );
    expect(rows.find(({ id }) => id === before.deadlineId)?.hours).toBe(4);
    expect(rows.find(({ id }) => id === after.deadlineId)).toMatchObject({
      hours: 3,
      alarms: { warnings: [0.25, 0.75], escalations: { unit: 0.8, leader: 0.9, manager: 1 } },
    });
    // Two administrators at once: the second learns it and loses nothing.
    expect((await tove.refusal(set, { input })).code).toBe('CONFLICT');
    const reset = 'mutation { resetDeadline(kind: "grade-red-assessment", version: 1) { own rule { hours } } }';
    expect((await tove.query(reset))['resetDeadline']).toEqual({ own: false, rule: { hours: 4 } });
  });

  it('are refused at the fields concerned', async () => {
    const tove = await api.as({ id: staffOf(world, 'tove') });
    const wrong = { ...input, rule: { unit: 'days', count: 1.5 }, warnings: [50, 100] };
    const refusal = await tove.refusal(set, { input: wrong });
    expect(refusal.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'rule.count DEADLINE_NO_WHOLE_NUMBER',
      'warnings DEADLINE_NO_FRACTION',
    ]);
    expect(refusal.faults[0]?.message).toBe('Skriv ett heltal från 1.');
    const duty = { unit: 'dutyHours', hours: 2, open: [{ weekday: 'fri', opens: '16:00', closes: '08:00' }] };
    expect((await tove.refusal(set, { input: { ...input, rule: duty } })).faults[0]).toMatchObject({
      field: 'rule.open.fri',
      code: 'DEADLINE_CLOSES_BEFORE_OPENING',
    });
  });

  it('are nobody else’s to set', async () => {
    const maria = await api.as({ id: staffOf(world, 'maria') });
    expect((await maria.refusal(set, { input })).code).toBe('NOT_ALLOWED');
    expect((await maria.refusal('{ deadlineSettings { kind } }')).code).toBe('NOT_ALLOWED');
  });
});

it('the worker goes to rest within five seconds when it is asked to', async () => {
  const other = await startWorker(world.database);
  const { took, code } = await other.stop();
  expect(code).toBe(0);
  expect(took).toBeLessThan(5_000);
  expect(other.output()).toContain('worker has gone to rest');
}, 20_000);
