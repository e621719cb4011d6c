/** The 100 newest items that a reader may see, by the database's policies, beside the same statement without any policy. */
import pg from 'pg';
import { withClient } from '../../scripts/roles.mjs';
import { processorTime } from '../instruments/processor-time.mjs';
import { median, percentile, ratios } from '../instruments/statistics.mjs';

const CASES_OF_ONE = 25;
const RECEIVED = 300;

/** The newest of the own house and the newest that was given to it, each by its index; what may not be seen, the policy drops. */
const NEWEST = `
  select id, at from (
    (select i.id, i.created_at as at from item i where i.branch_id = (select caller.branch()) order by i.created_at desc limit 100)
    union all
    (select i.id, h.made_at from share h join item i on i.id = h.item_id
      where h.to_branch_id = (select caller.branch()) and h.in_force @> (select clock.now()) order by h.made_at desc limit 100)
  ) newest order by at desc limit 100`;

/** The same question without a way: every item that the policies let through, sorted. */
const PLAINLY = `
  select i.id from item i
  left join lateral (select max(h.made_at) as at from share h where h.item_id = i.id and h.to_branch_id = caller.branch()
    and h.in_force @> clock.now()) given on true
  where i.branch_id = caller.branch() or given.at is not null
  order by case when i.branch_id = caller.branch() then i.created_at else given.at end desc limit 100`;

const READERS = [
  { key: 'maria', is: 'works on every case of the house' },
  { key: 'elin', is: `works on ${CASES_OF_ONE} of the house’s cases` },
  { key: 'lena', is: `another house, ${RECEIVED} items given to it` },
];

/** Cases for the one and shares for the other house, laid in as they stand when a consent carries them. */
const WORLD = `
  with hers as (select id, branch_id, row_number() over (order by md5(id::text)) as place from case_file where state <> 'joined')
  insert into assignment (id, case_id, branch_id, staff_id, reason)
    select gen_random_uuid(), id, branch_id, (select id from staff_member where subject = 'elin'), 'bench' from hers where place <= ${CASES_OF_ONE};
  with theirs as (select i.*, row_number() over (order by md5(i.id::text)) as place from item i),
    school as (select f.id as staff_id, u.branch_id from staff_member f join membership m on m.staff_id = f.id join unit u on u.id = m.unit_id
      where f.subject = 'lena'),
    given as (insert into share (id, item_id, case_id, from_branch_id, to_branch_id, purpose, ground, given, in_force, made_at)
      select gen_random_uuid(), t.id, t.case_id, t.branch_id, s.branch_id, 'support', 'consent', tstzrange(t.created_at, null),
        tstzmultirange(tstzrange(t.created_at, null)), t.created_at from theirs t, school s where t.place <= ${RECEIVED} returning case_id)
  insert into assignment (id, case_id, branch_id, staff_id, reason)
    select gen_random_uuid(), g.case_id, s.branch_id, s.staff_id, 'share' from (select distinct case_id from given) g, school s;`;

const IDENTITY = `
  select set_config('samnav.staff', s.id::text, false), set_config('samnav.unit', u.id::text, false),
    set_config('samnav.branch', u.branch_id::text, false), set_config('samnav.municipality', u.municipality_id::text, false),
    set_config('samnav.role', m.role, false), set_config('samnav.service', '', false), set_config('samnav.person', '', false)
  from staff_member s join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id where s.subject = $1`;

/** A connection that stays one reader’s: the role decides whether the policies bind it. */
async function connect(town, key, role) {
  const client = new pg.Client({
    connectionString: town.superuserUrl,
    options: '-c plan_cache_mode=force_generic_plan',
  });
  await client.connect();
  const { rowCount } = await client.query(IDENTITY, [key]);
  if (rowCount !== 1) throw new Error(`${key} has ${rowCount} posts`);
  if (role) await client.query(`set role ${role}`);
  const { rows } = await client.query('select pg_backend_pid() as pid');
  return { client, pid: rows[0].pid, end: () => client.end() };
}

async function blocksOf({ client }) {
  const { rows } = await client.query(`explain (analyze, buffers, format json) ${NEWEST}`);
  const { Plan } = rows[0]['QUERY PLAN'][0];
  return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
}

async function ask({ client, pid }, seconds) {
  const latencies = [];
  const before = processorTime(pid);
  const began = performance.now();
  let seen = 0;
  while (performance.now() - began < seconds * 1000) {
    const start = performance.now();
    const { rowCount } = await client.query({ name: 'newest', text: NEWEST });
    latencies.push(performance.now() - start);
    seen = rowCount;
  }
  return {
    seen,
    perSecond: latencies.length / ((performance.now() - began) / 1000),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    database: before === undefined ? null : (processorTime(pid) - before) / latencies.length,
  };
}

/** A way that leaves something out would be quick and wrong. */
async function requireAll({ client }, key) {
  const ids = async (text) => (await client.query(text)).rows.map(({ id }) => id).sort();
  const [quick, plain] = [await ids(NEWEST), await ids(PLAINLY)];
  if (quick.length === 0 || quick.join() !== plain.join())
    throw new Error(`the newest of ${key} are ${quick.length} by the index and ${plain.length} without`);
}

async function compare(town, { key, is }, rounds, seconds) {
  const sides = {
    policies: await connect(town, key, 'samnav_app'),
    none: await connect(town, key),
  };
  try {
    await requireAll(sides.policies, key);
    const said = { policies: [], none: [] };
    for (let round = -1; round < rounds; round += 1)
      for (const side of round % 2 ? ['policies', 'none'] : ['none', 'policies']) {
        const one = await ask(sides[side], round < 0 ? Math.min(0.5, seconds) : seconds / 2);
        if (round >= 0) said[side].push(one);
      }
    const mid = (side, what) => median(said[side].map((one) => one[what]));
    const speeds = (side) => said[side].map(({ perSecond }) => perSecond);
    return {
      reader: is,
      ratio: ratios(speeds('policies'), speeds('none')),
      seen: said.policies[0].seen,
      p50: mid('policies', 'p50'),
      p95: mid('policies', 'p95'),
      database: mid('policies', 'database'),
      blocks: await blocksOf(sides.policies),
      plainP50: mid('none', 'p50'),
      plainP95: mid('none', 'p95'),
      plainDatabase: mid('none', 'database'),
      plainBlocks: await blocksOf(sides.none),
    };
  } finally {
    await Promise.all([sides.policies.end(), sides.none.end()]);
  }
}

export async function measure({ cluster, years, rounds, seconds }) {
  const town = await cluster.town(years);
  const rows = [];
  try {
    await withClient(town.superuserUrl, async (client) => {
      // The triggers would reckon when a share is in force from a consent, which is not what is measured here.
      await client.query(`set session_replication_role = replica; ${WORLD}`);
      await client.query('vacuum analyze');
    });
    for (const reader of READERS) rows.push(await compare(town, reader, rounds, seconds));
  } finally {
    await town.close();
  }
  return { tables: [table(rows, years)] };
}

const table = (rows, years) => ({
  caption: `The 100 newest items, one connection, a town with ${years} ${years === 1 ? 'year' : 'years'} of work`,
  columns: [
    { key: 'reader', heading: 'the reader' },
    { key: 'ratio', heading: '× without policies', digits: 2 },
    { key: 'seen', heading: 'items', digits: 0 },
    { key: 'p50', heading: 'p50 ms', digits: 2 },
    { key: 'p95', heading: 'p95 ms', digits: 2 },
    { key: 'database', heading: 'CPU ms database', digits: 2 },
    { key: 'blocks', heading: 'blocks', digits: 0 },
    { key: 'plainP50', heading: 'without p50 ms', digits: 2 },
    { key: 'plainP95', heading: 'without p95 ms', digits: 2 },
    { key: 'plainDatabase', heading: 'without CPU ms', digits: 2 },
    { key: 'plainBlocks', heading: 'without blocks', digits: 0 },
  ],
  rows,
});
