/** Delayed work by others' means: empty jobs, each noting how late it was woken. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withClient } from '../../scripts/roles.mjs';
import { processorTimeOfTree } from '../instruments/processor-time.mjs';

const PATIENCE = 30_000;

/** When each falls due, from `ahead` milliseconds on, and where its lateness is noted. */
function plan({ count, within, ahead }) {
  const first = Date.now() + ahead;
  const due = Array.from({ length: count }, (_, at) => first + Math.round(((at + 1) * within) / count));
  const times = new Array(count).fill(0);
  const lateness = [];
  return {
    due,
    note: (at) => {
      times[at] += 1;
      lateness.push(Date.now() - due[at]);
    },
    /** Waits until all have come or patience is out. */
    async end() {
      const until = due[count - 1] + PATIENCE;
      while (times.includes(0) && Date.now() < until) await sleep(100);
      return {
        lateness,
        lost: times.filter((one) => one === 0).length,
        doubled: times.filter((one) => one > 1).length,
      };
    },
  };
}

async function counted({ postmaster, count }, work) {
  const before = [process.cpuUsage(), processorTimeOfTree(postmaster)];
  const said = await work();
  const used = process.cpuUsage(before[0]);
  return {
    ...said,
    node: (used.user + used.system) / 1000 / count,
    database: before[1] === undefined ? null : (processorTimeOfTree(postmaster) - before[1]) / count,
  };
}

/** A timer for each in this process: nothing survives its end. */
const timers = (options) =>
  counted(options, async () => {
    const { due, note, end } = plan(options);
    due.forEach((when, at) => setTimeout(() => note(at), when - Date.now()));
    return end();
  });

/** A table looked into twice a second; what will fall due before the next look is claimed, held by a timer, then removed. */
const claimAhead = (options) =>
  counted(options, async () => {
    const pool = new pg.Pool({ connectionString: options.town.superuserUrl, max: 4 });
    await pool.query(
      'create table bench_claim (id integer primary key, due timestamptz not null, claimed_until timestamptz)',
    );
    const { due, note, end } = plan(options);
    await pool.query(
      `insert into bench_claim (id, due) select n - 1, to_timestamp(d / 1000.0) from unnest($1::float8[]) with ordinality as x(d, n)`,
      [due],
    );
    let done = [];
    const look = setInterval(async () => {
      const ended = done;
      done = [];
      if (ended.length > 0) await pool.query('delete from bench_claim where id = any($1::int[])', [ended]);
      const { rows } = await pool.query(
        `update bench_claim set claimed_until = now() + interval '5 seconds' where id in (
           select id from bench_claim where due < now() + interval '1 second' and (claimed_until is null or claimed_until < now())
           order by due limit 1000 for update skip locked) returning id`,
      );
      for (const { id } of rows)
        setTimeout(() => {
          note(id);
          done.push(id);
        }, due[id] - Date.now());
    }, 500);
    try {
      return await end();
    } finally {
      clearInterval(look);
      await sleep(500);
      await pool.end();
    }
  });

const graphileWorker = (options) =>
  counted(options, async () => {
    const { Logger, run, runMigrations } = await import('graphile-worker');
    const logger = new Logger(() => () => undefined);
    const connectionString = options.town.superuserUrl;
    await runMigrations({ connectionString, logger });
    const { due, note, end } = plan(options);
    await withClient(connectionString, (client) =>
      client.query(
        `select graphile_worker.add_job('note', json_build_object('at', n - 1), run_at => to_timestamp(d / 1000.0))
         from unnest($1::float8[]) with ordinality as x(d, n)`,
        [due],
      ),
    );
    const runner = await run({
      connectionString,
      logger,
      concurrency: 8,
      pollInterval: 100,
      noHandleSignals: true,
      taskList: { note: ({ at }) => note(at) },
    });
    try {
      return await end();
    } finally {
      await runner.stop();
    }
  });

const pgBoss = (options) =>
  counted(options, async () => {
    const { default: PgBoss } = await import('pg-boss');
    const boss = new PgBoss({ connectionString: options.town.superuserUrl });
    boss.on('error', () => undefined);
    await boss.start();
    await boss.createQueue('note');
    const { due, note, end } = plan(options);
    await boss.insert(due.map((when, at) => ({ name: 'note', data: { at }, startAfter: new Date(when) })));
    // Half a second is the shortest that it allows.
    await boss.work('note', { batchSize: 200, pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const { data } of jobs) note(data.at);
    });
    try {
      return await end();
    } finally {
      await boss.stop({ graceful: false });
    }
  });

export const peers = [
  { name: 'setTimeout (nothing kept)', run: timers },
  { name: 'claim-ahead on PostgreSQL', run: claimAhead },
  { name: 'graphile-worker', run: graphileWorker },
  { name: 'pg-boss', run: pgBoss },
];
