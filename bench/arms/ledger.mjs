/** Ledger lines a second: the group-commit appender beside one INSERT and one commit a line. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { processorTimeOfTree } from '../instruments/processor-time.mjs';
import { median, ratios } from '../instruments/statistics.mjs';

const AT_ONCE = 32;
const LINES_A_READ = [1, 25];

/** As many requests at once as the other arms have connections, each waiting for its own lines. */
async function write(seconds, lines, append) {
  let written = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < until) {
        await append(lines);
        written += lines.length;
      }
    }),
  );
  return { written, perSecond: written / ((performance.now() - began) / 1000) };
}

export async function measure({ cluster, rounds, seconds }) {
  const town = await cluster.town(0);
  const { GroupCommitAppender } = await import('../../dist/libs/store/ledger/group-commit-appender.js');
  const { INSERT_LEDGER, ledgerArrays } = await import('../../dist/libs/store/ledger/ledger-row.js');
  const [staff] = await town.look(
    `select s.id as "staffId", m.role, m.unit_id as "unitId", u.branch_id as "branchId", m.municipality_id as "municipalityId"
     from staff_member s join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id where s.subject = 'maria'`,
  );
  const caller = { kind: 'staff', ...staff, origin: '127.0.0.1', requestId: randomUUID() };
  const postmaster = await cluster.pid();
  const appender = new GroupCommitAppender(town.env.LEDGER_DATABASE_URL);
  // As many connections as the api has, so that PostgreSQL's own group commit helps the plain way too.
  const pool = new pg.Pool({ connectionString: town.env.LEDGER_DATABASE_URL, max: 10 });
  const plain = async (lines) => {
    for (const line of lines)
      await pool.query({ name: 'one', text: INSERT_LEDGER, values: ledgerArrays([{ caller, line }]) });
  };
  const rows = [];
  try {
    for (const count of LINES_A_READ) {
      const lines = Array.from({ length: count }, () => ({
        action: 'read',
        outcome: 'release',
        personId: randomUUID(),
        purpose: 'investigate-need',
        ground: 'within-house',
        detail: { identity: true },
      }));
      const sides = { ours: [], plain: [] };
      for (let round = -1; round < rounds; round += 1)
        for (const side of round % 2 ? ['ours', 'plain'] : ['plain', 'ours']) {
          const before = [processorTimeOfTree(postmaster), process.cpuUsage()];
          const said = await write(round < 0 ? Math.min(1, seconds) : seconds, lines, (all) =>
            side === 'ours' ? appender.append(caller, all) : plain(all),
          );
          const used = process.cpuUsage(before[1]);
          const database =
            before[0] === undefined ? null : (processorTimeOfTree(postmaster) - before[0]) / said.written;
          const node = (used.user + used.system) / 1000 / said.written;
          if (round >= 0) sides[side].push({ perSecond: said.perSecond, database, node });
        }
      const mid = (side, key) => median(sides[side].map((one) => one[key]));
      rows.push({
        lines: `${count} ${count === 1 ? 'line' : 'lines'} a read`,
        ratio: ratios(
          sides.ours.map((one) => one.perSecond),
          sides.plain.map((one) => one.perSecond),
        ),
        perSecond: mid('ours', 'perSecond'),
        node: mid('ours', 'node'),
        database: mid('ours', 'database'),
        plainPerSecond: mid('plain', 'perSecond'),
        plainNode: mid('plain', 'node'),
        plainDatabase: mid('plain', 'database'),
      });
    }
  } finally {
    await Promise.all([appender.close(), pool.end(), town.close()]);
  }
  return {
    tables: [
      {
        caption: `Ledger lines, ${AT_ONCE} reads at once`,
        columns: [
          { key: 'lines', heading: 'a read writes' },
          { key: 'ratio', heading: '× single inserts', digits: 2 },
          { key: 'perSecond', heading: 'lines/s', digits: 0 },
          { key: 'node', heading: 'CPU ms Node', digits: 3 },
          { key: 'database', heading: 'CPU ms database', digits: 3 },
          { key: 'plainPerSecond', heading: 'single lines/s', digits: 0 },
          { key: 'plainNode', heading: 'single CPU ms Node', digits: 3 },
          { key: 'plainDatabase', heading: 'single CPU ms database', digits: 3 },
        ],
        rows,
      },
    ],
  };
}
