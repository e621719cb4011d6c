/** bench/README.md is made of bench/results.json by this alone, so that no figure in it was ever written by hand. */

/** The arms, in the order of the README, each with what it measures and against what. */
export const arms = {
  start: {
    title: 'From `npm start` to the first page',
    about:
      'A fresh clone of this commit, with npm’s cache warm: the same steps as a newcomer’s first start, timed as the launcher names them, until the address that it prints answers. Then the same clone started again. Most of the first start is npm unpacking what it has in its cache; target: at most 90 s beyond the download.',
  },
  requests: {
    title: 'Queries and changes',
    about:
      'The real api as a process of its own, signed sessions, the documents that the web client sends. The floor answers the same bytes on bare `node:http`: same session, same row-level security, one SQL statement a page, the same ledger lines through the same group commit, the same fields decrypted. The floor of a change inserts the very rows that the product wrote, under fresh ids, in one call and one commit, with no rule asked and no policy in the way. Before a query is measured the run requires that product and floor answer the same. Searching is limited for each person, so it is asked one at a time, without a floor. PostGraphile 5 is asked for the case with its items under the same session and policies, with the same ledger lines and fields decrypted; it decides nothing. Target for what the web client sends: ≥ 0.85 × the floor and ahead of PostGraphile, which the case, what a consent has opened and who one is miss: the floor decides nothing, and the product asks every rule of every thing, looks once more before it sends, and carries a framework and a query language. With ten years of work the case is as fast as with one, and its floor is not. `SharedCase` is what a consent has opened to another house, fifty things of it.',
  },
  feed: {
    title: 'The newest that one may see',
    about:
      'The 100 newest items under the database’s policies, as a page that lists them would ask: the newest of the own house and the newest given to it, each by its index, and what the reader may not see dropped by the policy. Beside it the same statement by a role that no policy binds, which answers also what this reader may not see. The run first requires that the policies, asked without an index’s help, let through the very same items. Blocks are those that EXPLAIN counts.',
  },
  board: {
    title: 'The live board',
    about:
      'From the commit of a change on a hub’s board to the last of its screens, each told what the gate releases to its very reader, beside socket.io sending the same bytes as one broadcast to as many sockets in the same run. Target: ≤ 1.1 × the broadcast’s time, which is missed: each reader’s part is decided anew by every rule at every telling, in the program and in the database, before it is written once for those who are sent the same.',
  },
  'plan-push': {
    title: 'An open plan',
    about:
      'From the commit of a change in a plan to the last of its screens: ten people of three houses to a plan, each sent the entry as the gate releases it to that very person, written once for all who are shown the same, with a line in the ledger for each. Beside it socket.io sending the same bytes as one broadcast to as many sockets in the same run. Then a node is killed, something is written, and its screens come to another node all at once: told the rest from their cursors, or reading the page as the web client would. Target: ≤ 1.1 × the broadcast’s time.',
  },
  lateness: {
    title: 'Deadlines on time',
    about:
      'Deadlines that fall due spread over ten seconds, carried out by the real worker on PostgreSQL: how late the effect stands in the table, and whether any is lost or done twice. Beside it the same number of empty jobs by others’ means. Target: p99 ≤ 100 ms, none lost.',
  },
  memory: {
    title: 'Memory and start of the processes',
    about:
      'Resident memory of api and worker once they are ready, after the load of the arm, and how long they take to be ready.',
  },
  ledger: {
    title: 'The ledger',
    about:
      'Lines that say what was read: the group-commit appender beside one INSERT and one commit a line, both waiting until the line is durable. Target: ≥ 0.9 × of plain inserts, for lines of reads; whole business transactions are measured with the changes above. Queries that the web client does not send have no arm: the api takes them, and nobody sends them.',
  },
  decisions: {
    title: 'Decisions',
    about:
      'Disclosures decided in one thread on facts already read (the published cases), beside a hand-written mask over typed arrays and two policy libraries that know only house, assignment and protection. Target: ≥ 1 million a second. There are no compiled masks of person × agency (target: ≥ 0.7 × the hand-written one); decision record 0008 says why.',
  },
  slots: {
    title: 'A time for a meeting',
    about:
      'The finder over the calendars of thirty people in five agencies, eight weeks ahead: five mandates with deputies, a standing time, a limit, a room, and the answer ranked with its reasons. Beside it a bare bitset of quarters that knows only whether all thirty are free and stops at the first such time, and a search that looks at every busy time for every start. Before anything is measured all three have to name the same first time at which everyone can. Target: under a second.',
  },
};

const number = (value, digits) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function cell(value, digits = 2) {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return number(value, digits);
  return `${number(value.median, digits)} (${number(value.least, digits)}–${number(value.most, digits)})`;
}

/** Padded as the formatter pads, so that it has nothing to change. */
export function renderTable({ columns, rows }) {
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ key, digits }) => cell(row[key], digits))),
  ];
  const widths = columns.map((_, at) => Math.max(3, ...lines.map((line) => line[at].length)));
  const right = columns.map((_, at) => at > 0);
  const pad = (text, at) => (right[at] ? text.padStart(widths[at]) : text.padEnd(widths[at]));
  const rule = widths.map((width, at) => (right[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [row(lines[0].map(pad)), row(rule), ...lines.slice(1).map((line) => row(line.map(pad)))].join('\n');
}

function section(name, arm, full) {
  const { title, about } = arms[name];
  const measured = [arm, full].filter((one) => one !== undefined).map(figures);
  return [`## ${title}`, about, ...(measured.length > 0 ? measured : ['Not yet measured.'])].join('\n\n');
}

function figures(arm) {
  const { machine: m, options: o } = arm;
  const measured = `Measured ${arm.measuredAt.replace('T', ' ').replace('Z', ' UTC')} at commit ${arm.commit}: ${m.cores} cores shared by client, server and database, ${m.memoryGb} GB, ${m.system}, Node ${m.node}, PostgreSQL ${m.postgresql}; ${o.rounds} rounds, ${arm.minutes} minutes in all.`;
  return [
    ...arm.tables.flatMap((one) => [`**${one.caption}**`, renderTable(one)]),
    ...(arm.remarks.length > 0 ? [arm.remarks.map((remark) => `- ${remark}`).join('\n')] : []),
    measured,
  ].join('\n\n');
}

/** The whole README as text. */
export function renderReadme(results) {
  const names = Object.keys(arms);
  return `# Benchmarks

\`\`\`
npm run bench                       # every arm
npm run bench -- requests ledger    # these arms
npm run bench -- --full             # ten years of one town, 1 000 clients
npm run bench -- --rounds 1 --seconds 1 --dry requests    # a try that writes nothing
\`\`\`

The arms are ${Object.keys(arms)
    .map((name) => `\`${name}\``)
    .join(
      ', ',
    )}. Each run starts a PostgreSQL of its own with the settings of \`npm start\`, fills a town with work, and
removes both when it ends. The peers are installed from this folder’s own lock file; none is a dependency of the product.

A ratio above 1 is faster than what it is held against. Product and floor are measured in turns in the same run, after a
round that only warms up; a ratio is taken round by round and shown as median (least–most). CPU is processor time an
operation. This file is written by the run from \`bench/results.json\`; a test holds the two together.

${names.map((name) => section(name, results.arms[name], results.full?.[name])).join('\n\n')}
`;
}
