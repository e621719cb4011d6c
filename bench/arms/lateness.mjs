/** How late the effect of a deadline stands in the table, by the real worker, beside timers and queues of others. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { processorTime, processorTimeOfTree } from '../instruments/processor-time.mjs';
import { startWorker } from '../instruments/programs.mjs';
import { median, percentile, spread } from '../instruments/statistics.mjs';
import { freePort } from '../instruments/town.mjs';
import { peers } from '../peers/delayed-work.mjs';

const COUNT = 2_000;
const WITHIN = 10_000;
/** Everything must be handed over before the first falls due. */
const AHEAD = 8_000;
const PATIENCE = 30_000;
/** Twenty minutes, as built in, without warnings: the one effect of each is that it is missed. */
const RULE = { about: 'bench' };

/**
 * Writes deadlines that fall due evenly over `within` milliseconds, as rows with their outbox messages in one transaction,
 * and answers their ids. The first is due `from` milliseconds from now.
 */
export async function openDeadlines(town, { count, within, from }) {
  const [place] = await town.look(
    `select u.id as unit, u.branch_id as branch, u.municipality_id as municipality from unit u where u.slug = 'mottagning' limit 1`,
  );
  const rows = await town.look(
    `with made as (
       insert into deadline (id, municipality_id, branch_id, kind, rule, source, starts_at, due_at, owner_unit_id, alarms, next_wake_at, about_id)
       select gen_random_uuid(), $1, $2, 'grade-red-assessment', $4, 'bench', clock.now() - interval '1 hour',
         date_trunc('milliseconds', clock.now()) + make_interval(secs => ($5::float + n * $6::float / $7) / 1000), $3, '{"warnings":[],"escalations":{}}',
         date_trunc('milliseconds', clock.now()) + make_interval(secs => ($5::float + n * $6::float / $7) / 1000), gen_random_uuid()
       from generate_series(1, $7::int) n returning id, due_at
     ), told as (
       insert into outbox (topic, payload)
       select 'job:wake-deadline', jsonb_build_object('deadlineId', id, 'at', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from made
     )
     select id from made`,
    [place.municipality, place.branch, place.unit, RULE, from, within, count],
  );
  return rows.map(({ id }) => id);
}

async function effectsOf(town, ids) {
  return town.look(
    `select extract(epoch from e.at - d.due_at) * 1000 as late, d.state from deadline d
     left join deadline_effect e on e.deadline_id = d.id and e.key = 'missed' where d.id = any($1::uuid[])`,
    [ids],
  );
}

/** One round of the product: every deadline's lateness, and what carrying out cost. */
async function deadlines(cluster) {
  const { startMailSink } = await import('../../dist/apps/demo/sent/mail-sink.js');
  const town = await cluster.town(0);
  // Whoever is told is also sent a mail: the worker carries them out to a mail server that answers.
  const mail = new URL(`smtp://127.0.0.1:${await freePort(19530)}`);
  const sink = await startMailSink(mail);
  const worker = await startWorker(town, { SAMNAV_MAIL_URL: mail.href });
  try {
    await sleep(1_000);
    const postmaster = await cluster.pid();
    const before = [processorTime(worker.pid), processorTimeOfTree(postmaster)];
    const ids = await openDeadlines(town, { count: COUNT, within: WITHIN, from: AHEAD });
    await sleep(AHEAD + WITHIN);
    let rows = await effectsOf(town, ids);
    for (let waited = 0; waited < PATIENCE && rows.some(({ late }) => late === null); waited += 500) {
      await sleep(500);
      rows = await effectsOf(town, ids);
    }
    const cpu = (after, at) => (before[at] === undefined ? null : (after - before[at]) / COUNT);
    return {
      lateness: rows.filter(({ late }) => late !== null).map(({ late }) => Number(late)),
      lost: rows.filter(({ late, state }) => late === null || state !== 'missed').length,
      // The table holds one effect of a kind for each; a second notice would be the sign of a second time.
      doubled: (
        await town.look('select count(*)::int - count(distinct (staff_id, effect_key))::int as more from notice')
      )[0].more,
      node: cpu(processorTime(worker.pid), 0),
      database: cpu(processorTimeOfTree(postmaster), 1),
    };
  } finally {
    await worker.stop();
    await sink.close();
    await town.close();
  }
}

function rowOf(name, rounds) {
  const each = (pick) => rounds.map(pick);
  // A round in which nothing came at all has no lateness; it stands in the column of what was lost.
  const came = rounds.filter(({ lateness }) => lateness.length > 0);
  const late = (share) => (came.length === 0 ? null : spread(came.map(({ lateness }) => percentile(lateness, share))));
  const cpu = (key) =>
    rounds[0][key] === null || rounds[0][key] === undefined ? null : median(each((one) => one[key]));
  return {
    name,
    p50: late(0.5),
    p99: late(0.99),
    most: late(1)?.most ?? null,
    lost: each(({ lost }) => lost).reduce((sum, one) => sum + one, 0),
    doubled: each(({ doubled }) => doubled).reduce((sum, one) => sum + one, 0),
    node: cpu('node'),
    database: cpu('database'),
  };
}

export async function measure({ cluster, rounds }) {
  const turns = Math.min(3, rounds);
  const said = new Map([
    ['Samnav: a deadline missed, with its ledger line', []],
    ...peers.map(({ name }) => [name, []]),
  ]);
  for (let round = 0; round < turns; round += 1) {
    said.get([...said.keys()][0]).push(await deadlines(cluster));
    for (const { name, run } of peers) {
      const town = await cluster.town(0);
      try {
        said.get(name).push(
          await run({
            town,
            count: COUNT,
            within: WITHIN,
            ahead: AHEAD / 2,
            newId: randomUUID,
            postmaster: await cluster.pid(),
          }),
        );
      } finally {
        await town.close();
      }
    }
  }
  return {
    tables: [
      {
        caption: `${COUNT.toLocaleString('en-GB')} due within ${WITHIN / 1000} s`,
        columns: [
          { key: 'name', heading: 'by' },
          { key: 'p50', heading: 'late p50 ms', digits: 1 },
          { key: 'p99', heading: 'late p99 ms', digits: 1 },
          { key: 'most', heading: 'latest ms', digits: 0 },
          { key: 'lost', heading: 'lost', digits: 0 },
          { key: 'doubled', heading: 'twice', digits: 0 },
          { key: 'node', heading: 'CPU ms Node', digits: 2 },
          { key: 'database', heading: 'CPU ms database', digits: 2 },
        ],
        rows: [...said].map(([name, all]) => rowOf(name, all)),
      },
    ],
    remarks: [
      'Samnav’s figure is the effect in the table, committed with its notices, ledger line and next wake; the others’ is the moment at which an empty job runs.',
    ],
  };
}
