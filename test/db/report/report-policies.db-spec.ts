/** The second lock on reports: what other units, other houses, the reporter and the administrator reach in the database itself. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WrittenNumberReader } from '#platform/person/written-number-reader.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { CaseStore } from '#use-cases/report/case.port.js';
import { endPreliminaryAssessment } from '#use-cases/report/end-preliminary-assessment.js';
import { GradeCase } from '#use-cases/report/grade-case.js';
import { JoinReports } from '#use-cases/report/join-reports.js';
import { ReceiveReport } from '#use-cases/report/receive-report.js';
import { ReportStore } from '#use-cases/report/report.port.js';
import { SeparateReports } from '#use-cases/report/separate-reports.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { CHILD, reportedChild, reportInput, SIBLING } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let submit: SubmitReport;
let reports: { police: Made; school: Made };

interface Made {
  readonly reportId: string;
  readonly caseId: string;
  readonly itemId: string;
}

/** All that is defaulted at the api's edge. */
const child = (over: object) => ({
  noNumberReason: '',
  bornYear: null,
  whereabouts: '',
  factors: [],
  ...reportedChild(over),
});

async function make(who: string, over: object = {}): Promise<Made> {
  const form = { ...reportInput(), familyKnowsWhat: '', children: [child(over)] };
  const { reportId } = await submit.run(world.caller(who), form);
  const [row] = await world.behindTheLocks<{ caseId: string; itemId: string }>(
    `select case_id as "caseId", item_id as "itemId" from report_item where report_id = $1 and kind = 'content'`,
    [reportId],
  );
  return { reportId, ...row! };
}

/** How many rows of a table this caller reaches. */
const count = (caller: StaffCaller, table: string): Promise<number> =>
  reach(caller, `select count(*)::int as n from ${table}`);

async function reach(caller: StaffCaller, sql: string, values: unknown[] = []): Promise<number> {
  return world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
         set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    const rows: { n: number }[] = await manager.query(sql, values);
    return rows[0]?.n ?? 0;
  });
}

beforeAll(async () => {
  world = await buildWorld();
  const lookup = new HmacLookupHash(world.settings.keys);
  const admit = new AdmitPerson(world.seal, lookup);
  submit = new SubmitReport(world.asCaller, new WrittenNumberReader(), new ReceiveReport(world.seal, admit, lookup));
  reports = { police: await make('marcus'), school: await make('lena', { number: SIBLING }) };
});

afterAll(async () => {
  await world?.close();
});

const TABLES = ['report', 'report_child', 'report_item', 'item', 'case_file', 'person', 'deadline', 'grading'] as const;
const reached = async (key: string, role?: 'manager') =>
  Object.fromEntries(
    await Promise.all(TABLES.map(async (table) => [table, await count(world.caller(key, role), table)] as const)),
  );

describe('who reaches what of two reports', () => {
  const nothing = {
    report: 0,
    report_child: 0,
    report_item: 0,
    item: 0,
    case_file: 0,
    person: 0,
    deadline: 0,
    grading: 0,
  };

  it.each([
    [
      'intake',
      'maria',
      { report: 2, report_child: 2, report_item: 2, item: 2, case_file: 2, person: 2, deadline: 4, grading: 0 },
    ],
    ['the reporter', 'marcus', { ...nothing, report: 1, report_child: 1, report_item: 1, item: 1, person: 1 }],
    ['another unit of the house', 'sara', nothing],
    ['another house', 'hassan', nothing],
    ['the administrator', 'tove', nothing],
    ['the auditor', 'olof', nothing],
  ])('%s', async (_, key, rows) => {
    expect(await reached(key)).toEqual(rows);
  });

  it('lets a reporter see neither the name that social services have nor that the child was known', async () => {
    const police = world.caller('marcus');
    expect(await count(police, 'person_identity')).toBe(0);
    expect(await count(police, 'person_number_index')).toBe(0);
    const again = await make('lena', { number: CHILD });
    expect(
      await reach(
        world.caller('lena'),
        'select count(*)::int as n from report_child where person_id in (select person_id from report_child where report_id = $1) and report_id <> $1',
        [again.reportId],
      ),
    ).toBe(0);
    const people = await world.behindTheLocks(`select 1 from person where born = '2012-03-15'`);
    expect(people).toHaveLength(1);
  });

  it('lets nobody but the reception write a report, and only its workers change it', async () => {
    const insert = `insert into report (id, municipality_id, branch_id, receipt, channel, reporter_kind, submitted_by, client_key)
      select gen_random_uuid(), municipality_id, branch_id, 'X', 'form', 'police', $2, gen_random_uuid() from report where id = $1`;
    const police = world.caller('marcus');
    await expect(reach(police, insert, [reports.police.reportId, police.staffId])).rejects.toThrow(
      /row-level security/,
    );
    const change = `with changed as (update report set wants_feedback = false where id = $1 returning 1) select count(*)::int as n from changed`;
    for (const key of ['marcus', 'lena', 'sara', 'tove'])
      expect(await reach(world.caller(key), change, [reports.police.reportId])).toBe(0);
    expect(await reach(world.caller('maria'), change, [reports.school.reportId])).toBe(1);
  });

  it('seals what was said: no table of the work holds a word of it', async () => {
    const secret = 'zebrafink';
    const { itemId, reportId } = await make('marcus', { content: `Om en ${secret}.`, whereabouts: secret });
    const [row] = await world.behindTheLocks<{ all: string }>(
      `select concat((select json_agg(i)::text from item i), (select json_agg(r)::text from report r where id = $1), (select json_agg(l)::text from ledger_entry l),
         (select json_agg(o)::text from outbox o), (select json_agg(n)::text from notice n), (select json_agg(p)::text from person_identity p)) as all`,
      [reportId],
    );
    expect(row!.all).toContain(itemId);
    // Bytes are written in hexadecimal figures here, so both forms are looked for.
    for (const text of [secret, CHILD]) {
      expect(row!.all).not.toContain(text);
      expect(row!.all).not.toContain(Buffer.from(text).toString('hex'));
    }
  });
});

describe('joining', () => {
  it('lets those who work on the case read the joined one, and neither reporter read the other', async () => {
    const number = '200907012389';
    const lead = await make('marcus', { number });
    const joined = await make('lena', { number });
    const intake = world.caller('maria');
    const join = { caseId: lead.caseId, otherCaseId: joined.caseId, expectedVersion: 1, reasons: 'Samma barn.' };
    await new JoinReports(world.asCaller, world.seal).run(intake, join);
    // A unit called in works on the case that carries on, and so on what was joined into it.
    const youth = world.caller('ali');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values ($1, $2, $3, $4, 'hub')`,
      [randomUUID(), lead.caseId, youth.branchId, youth.staffId],
    );
    const sees = (caller: StaffCaller) =>
      world.asCaller.run(caller, async (tx) =>
        (await tx.of(ItemStore).findSealed([lead.itemId, joined.itemId])).map(({ itemId }) => itemId),
      );
    expect(await sees(youth)).toEqual([lead.itemId, joined.itemId]);
    expect(await sees(world.caller('marcus'))).toEqual([lead.itemId]);
    expect(await sees(world.caller('lena'))).toEqual([joined.itemId]);
    const of = await world.asCaller.run(intake, (tx) => tx.of(ReportStore).findOfCase(lead.caseId));
    expect(of.map(({ id }) => id)).toEqual([lead.reportId, joined.reportId]);
  });
});

describe('separating', () => {
  const number = '201012242382';
  let lead: Made;
  let joined: Made;
  let middle: Made;
  const version = async (caseId: string) =>
    (await world.behindTheLocks<{ version: number }>('select version from case_file where id = $1', [caseId]))[0]!
      .version;
  const join = async (caseId: string, otherCaseId: string) =>
    new JoinReports(world.asCaller, world.seal).run(world.caller('maria'), {
      caseId,
      otherCaseId,
      expectedVersion: await version(caseId),
      reasons: 'Samma barn.',
    });
  const separate = async (caseId: string, joinedCaseId: string) =>
    new SeparateReports(world.asCaller, world.seal).run(world.caller('maria'), {
      caseId,
      joinedCaseId,
      expectedVersion: await version(caseId),
      reasons: 'Olika händelser.',
    });
  const under = async (caseId: string) =>
    (
      await world.behindTheLocks<{ joined_into: string | null }>('select joined_into from case_file where id = $1', [
        caseId,
      ])
    )[0]!.joined_into;
  const sees = (key: string, ids: readonly string[]) =>
    world.asCaller.run(world.caller(key), async (tx) =>
      (await tx.of(ItemStore).findSealed(ids)).map(({ itemId }) => itemId),
    );

  beforeAll(async () => {
    // Three that are joined one into the other: the last into the middle, and both so into the first.
    lead = await make('marcus', { number });
    middle = await make('lena', { number });
    joined = await make('hassan', { number });
    await join(middle.caseId, joined.caseId);
    await join(lead.caseId, middle.caseId);
    const youth = world.caller('ali');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values ($1, $2, $3, $4, 'hub')`,
      [randomUUID(), lead.caseId, youth.branchId, youth.staffId],
    );
  });

  it('owes on the lead each protection assessment that was owed, from its own start', async () => {
    const owed = await world.behindTheLocks<{ about_id: string | null }>(
      `select about_id from deadline where case_id = $1 and kind = 'protection-assessment' and state = 'open'`,
      [lead.caseId],
    );
    expect(new Set(owed.map(({ about_id }) => about_id))).toEqual(new Set([null, middle.caseId, joined.caseId]));
  });

  it('cannot be done past the use case: a case leaves its lead only with reasons, in one’s own name', async () => {
    const intake = world.caller('maria');
    const leave = `with gone as (update case_file set joined_into = null, state = 'received' where id = $1 returning 1) select count(*)::int as n from gone`;
    await expect(reach(intake, leave, [middle.caseId])).rejects.toThrow(/only by a separation/);
    const undo = `with undone as (update case_join set separated_by = $2, separated_at = now(), separated_from = $3,
      separation_item_id = $4, separation_lead_item_id = $5 where joined_case_id = $1 and separated_at is null returning 1) select count(*)::int as n from undone`;
    const items = [middle.itemId, lead.itemId];
    const other = world.caller('jonas').staffId;
    // Another's name; another lead than it has; what a reporter said instead of reasons of the own house.
    for (const [by, from] of [
      [other, lead.caseId],
      [intake.staffId, joined.caseId],
      [intake.staffId, lead.caseId],
    ])
      await expect(reach(intake, undo, [middle.caseId, by, from, ...items])).rejects.toThrow(/row-level security/);
    for (const key of ['sara', 'marcus', 'tove'])
      expect(
        await reach(world.caller(key), undo, [middle.caseId, world.caller(key).staffId, lead.caseId, ...items]),
      ).toBe(0);
    await expect(
      reach(
        intake,
        `with c as (update case_join set lead_case_id = $2 where joined_case_id = $1 returning 1) select count(*)::int as n from c`,
        [middle.caseId, joined.caseId],
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('takes along what lay under the case, and closes it to those who worked on the lead alone', async () => {
    const all = [lead.itemId, middle.itemId, joined.itemId];
    expect(await sees('ali', all)).toEqual(all);
    await separate(lead.caseId, middle.caseId);
    expect([await under(middle.caseId), await under(joined.caseId)]).toEqual([null, middle.caseId]);
    expect(await sees('ali', all)).toEqual([lead.itemId]);
    expect(await sees('maria', all)).toEqual(all);
    expect(await count(world.caller('ali'), `case_join where joined_case_id = '${middle.caseId}'`)).toBe(1);
    const of = (caseId: string) =>
      world.asCaller.run(world.caller('maria'), async (tx) =>
        (await tx.of(ReportStore).findOfCase(caseId)).map(({ id }) => id),
      );
    expect(await of(lead.caseId)).toEqual([lead.reportId]);
    expect(await of(middle.caseId)).toEqual([middle.reportId, joined.reportId]);
    const owed = await world.behindTheLocks<{ case_id: string; about_id: string | null }>(
      `select case_id, about_id from deadline where case_id = any($1) and kind = 'protection-assessment' and state = 'open' order by about_id nulls first`,
      [[lead.caseId, middle.caseId, joined.caseId]],
    );
    expect(owed).toEqual([
      { case_id: expect.any(String), about_id: null },
      { case_id: expect.any(String), about_id: null },
      { case_id: middle.caseId, about_id: joined.caseId },
    ]);
    await separate(middle.caseId, joined.caseId);
    expect(await under(joined.caseId)).toBeNull();
    expect(await of(joined.caseId)).toEqual([joined.reportId]);
  });

  it('happens whole or not at all', async () => {
    await join(lead.caseId, middle.caseId);
    const look = () =>
      world.behindTheLocks(
        `select (select json_agg(c order by c.id) from case_file c where c.id = any($1)) as cases, (select json_agg(j order by j.id) from case_join j) as joins,
           (select json_agg(k order by k.report_id) from report_child k) as children, (select json_agg(d order by d.id) from deadline d) as deadlines,
           (select count(*) from item) as items, (select count(*) from outbox) as outbox`,
        [[lead.caseId, middle.caseId]],
      );
    const before = await look();
    await world.behindTheLocks(
      `create function refuse_ledger() returns trigger language plpgsql as $$ begin if new.detail->>'deed' = 'separated' then raise exception 'refused'; end if; return new; end $$;
       create trigger refuse_ledger before insert on ledger_entry for each row execute function refuse_ledger()`,
    );
    try {
      await expect(separate(lead.caseId, middle.caseId)).rejects.toThrow('refused');
    } finally {
      await world.behindTheLocks(`drop trigger refuse_ledger on ledger_entry; drop function refuse_ledger`);
    }
    expect(await look()).toEqual(before);
  });
});

describe('the end of the preliminary assessment', () => {
  it('meets its times and owes each reporter who asked for it feedback within seven days', async () => {
    const { caseId, reportId } = await make('marcus', { number: '201109722387' });
    const intake = world.caller('maria');
    await new GradeCase(world.asCaller, world.seal).run(intake, {
      caseId,
      expectedVersion: 1,
      grade: 'red',
      reasons: 'Skäl.',
      instrument: 'check-irk',
      factors: [],
    });
    await world.asCaller.run(intake, (tx) =>
      endPreliminaryAssessment(tx, { caseId, municipalityId: intake.municipalityId }),
    );
    const { deadlines } = await world.asCaller.run(intake, (tx) => tx.of(CaseStore).readRecord(caseId));
    const states = Object.fromEntries(deadlines.map(({ kind, state }) => [kind, state]));
    expect(states).toEqual({
      'grade-red-assessment': 'met',
      'grade-green-assessment': 'met',
      'protection-assessment': 'open',
      'report-feedback': 'open',
    });
    expect(deadlines.find(({ kind }) => kind === 'report-feedback')?.aboutId).toBe(reportId);
  });
});
