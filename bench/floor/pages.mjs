/**
 * The floor of the requests: bare node:http, the same session and the same policies, one SQL statement a page, the same
 * ledger lines by the same group commit, the same fields decrypted, the same answer. What a framework, a query language and
 * layers cost is what lies between this and the product.
 */
import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { AesFieldCipher } from '../../dist/libs/platform/crypto/aes-field-cipher.js';
import { readSettings } from '../../dist/libs/platform/config/settings.js';
import { GroupCommitAppender } from '../../dist/libs/store/ledger/group-commit-appender.js';
import { caseNameOf } from '../../dist/libs/domain/person/case-name.js';
import { initialsOf } from '../../dist/libs/domain/person/protection.js';
import { capabilitiesOf } from '../../dist/libs/domain/organisation/role.js';
import { identityPlace, itemPlace } from '../../dist/libs/use-cases/gate/seal.js';

const settings = readSettings(process.env);
const cipher = new AesFieldCipher(settings.keys);
const appender = new GroupCommitAppender(settings.ledgerDatabaseUrl);
const pool = new pg.Pool({
  connectionString: settings.databaseUrl,
  max: settings.pool,
  options: '-c plan_cache_mode=force_generic_plan',
});
const instant = (value) => (value === null ? null : new Date(value).toISOString());

async function whoAmI(token) {
  const { rows } = await pool.query({ name: 'who', text: 'select bench.identify($1) as me', values: [token] });
  const { me } = rows[0];
  const post = {
    id: me.membership,
    role: me.role,
    unitName: me.unit_name,
    branchName: me.branch_name,
    authorityName: me.authority_name,
    municipalityName: me.municipality_name,
    kind: me.kind,
  };
  return {
    me: {
      staffId: me.staff_id,
      name: me.name,
      idleUntil: instant(me.idle_until),
      expiresAt: instant(me.expires_at),
      capabilities: capabilitiesOf(me.role),
      acting: post,
      memberships: [post],
    },
  };
}

const callerOf = (me) => ({
  kind: 'staff',
  staffId: me.staff_id,
  role: me.role,
  unitId: me.unit_id,
  branchId: me.branch_id,
  municipalityId: me.municipality_id,
  origin: '127.0.0.1',
  requestId: 'floor',
});

const lineOf = (row, list) => ({
  action: 'read',
  outcome: 'release',
  personId: row.person_id,
  purpose: 'investigate-need',
  ground: 'internal',
  detail: { identity: true, ...(list ? { list } : {}) },
});

function personOf(row) {
  const content = {
    keyPersonId: row.person_id,
    ciphertext: row.ciphertext,
    keyVersion: row.key_version,
    wrappedKey: row.wrapped,
    kekVersion: row.kek_version,
  };
  const said = JSON.parse(cipher.decrypt(row.person_id, content, identityPlace(row.person_id)));
  const name = `${said.givenName} ${said.familyName}`.trim();
  return { id: row.person_id, name, initials: initialsOf(name), born: row.born, protection: row.protection };
}

async function intakeQueue(token, { first }) {
  const { rows } = await pool.query({
    name: 'queue',
    text: 'select *, born::text as born from bench.intake_queue($1, $2)',
    values: [token, first],
  });
  const shown = rows.slice(0, first);
  await appender.append(
    callerOf(rows[0].who),
    shown.map((row) => lineOf(row, 'intake-queue')),
  );
  const edges = shown.map((row) => {
    const { version: _version, ...facts } = row.facts;
    return {
      cursor: Buffer.from(
        JSON.stringify([row.danger_rank === 0 ? 'danger' : null, instant(row.due_at), facts.id]),
      ).toString('base64url'),
      node: {
        ...facts,
        receivedAt: instant(facts.receivedAt),
        deadlines: facts.deadlines.map((d) => ({ ...d, startsAt: instant(d.startsAt), dueAt: instant(d.dueAt) })),
        person: personOf(row),
      },
    };
  });
  return {
    intakeQueue: {
      branchId: rows[0].who.branch_id,
      ungraded: Number(rows[0].ungraded),
      graded: Number(rows[0].graded),
      edges,
      pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1).cursor },
    },
  };
}

const ORDER = ['content', 'instrument', 'reporter', 'completion', 'feedback'];
const KEPT = [
  'childName',
  'familyKnows',
  'familyKnowsWhat',
  'measures',
  'contact',
  'organisation',
  'feedback',
  'instrument',
  'toldHow',
  'toldOn',
];

/** An item of the own house as the page shows it. */
function partOf(id, kind, { text, data = {} }, { version: _version, createdAt, ...facts }) {
  const said = Object.fromEntries(KEPT.map((name) => [name, typeof data[name] === 'string' ? data[name] : null]));
  return {
    id,
    kind,
    ...facts,
    createdAt: instant(createdAt),
    ...said,
    text,
    instrumentLabel: said.instrument === null ? null : data.label,
    ground: 'internal',
    until: null,
    answers: data.answers ?? [],
  };
}

const withInstants = (row, ...names) => {
  for (const name of names) row[name] = instant(row[name]);
  return row;
};

async function casePage(token, { id }) {
  const { rows } = await pool.query({
    name: 'case',
    text: 'select * from bench.case_page($1, $2)',
    values: [token, id],
  });
  const [row] = rows;
  const [ids, texts] = [row.item_ids ?? [], row.item_texts ?? []];
  const { born, protection, said: facts, ...file } = row.facts;
  await appender.append(callerOf(row.who), [
    lineOf(row),
    ...ids.map((itemId) => ({
      ...lineOf(row),
      caseId: id,
      itemId,
      itemVersion: facts[itemId].version,
      detail: {},
    })),
  ]);
  const sealed = { keyPersonId: row.person_id, wrappedKey: row.wrapped, kekVersion: row.kek_version };
  const said = new Map(
    texts.map((ciphertext, at) => [
      ids[at],
      JSON.parse(
        cipher.decrypt(row.person_id, { ...sealed, ciphertext, keyVersion: row.item_keys[at] }, itemPlace(ids[at])),
      ),
    ]),
  );
  const part = (itemId, kind) => (said.has(itemId) ? partOf(itemId, kind, said.get(itemId), facts[itemId]) : null);
  const reasoned = (list, kind, ...instants) =>
    list.map((one) => withInstants({ ...one, reasons: part(one.reasons, kind) }, 'at', ...instants));
  return {
    me: { capabilities: capabilitiesOf(row.who.role) },
    case: {
      ...withInstants(file, 'receivedAt', 'until'),
      person: personOf({ ...row, born, protection }),
      reports: file.reports.map(({ items, ...report }) => {
        const parts = (items ?? []).flatMap((item) => part(item.id, item.kind) ?? []);
        return {
          ...withInstants(report, 'receivedAt', 'feedbackGivenAt'),
          parts: parts.sort(
            (one, other) =>
              Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
              ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind),
          ),
          withheld: (items ?? []).length - parts.length,
        };
      }),
      protectionAssessments: reasoned(file.protectionAssessments, 'protection'),
      gradings: reasoned(file.gradings, 'grading'),
      deadlines: file.deadlines.map((one) => withInstants(one, 'startsAt', 'dueAt')),
      otherCases: file.otherCases.map((one) => withInstants(one, 'openedAt', 'closedAt')),
      decisions: reasoned(file.decisions, 'decision'),
      proposals: reasoned(file.proposals, 'decision'),
      joins: reasoned(file.joins, 'join').map((one) => ({
        ...one,
        separation:
          one.separation &&
          withInstants({ ...one.separation, reasons: part(one.separation.reasons, 'separation') }, 'at'),
      })),
    },
  };
}

/** What another house has told by consent, as the page of it shows it. */
async function sharedCase(token, { caseId }) {
  const { rows } = await pool.query({
    name: 'shared',
    text: 'select * from bench.shared_case($1, $2)',
    values: [token, caseId],
  });
  const [{ who, person_id: personId, facts, item_ids: ids, item_texts: texts, item_keys: keys, ...key }] = rows;
  const line = { action: 'read', outcome: 'release', personId, caseId };
  await appender.append(callerOf(who), [
    { ...line, ground: 'internal', detail: { list: 'received', shown: ids.length } },
    ...ids.map((itemId) => ({
      ...{ ...line, purpose: 'support', ground: 'consent', itemId, itemVersion: facts[itemId].version },
      detail: {},
    })),
  ]);
  const sealed = { keyPersonId: personId, wrappedKey: key.wrapped, kekVersion: key.kek_version };
  const told = ids.map((id, at) => {
    const content = { ...sealed, ciphertext: texts[at], keyVersion: keys[at] };
    const said = JSON.parse(cipher.decrypt(personId, content, itemPlace(id)));
    const { fromName, sharedAt, until, ...own } = facts[id];
    const { toldHow: _how, toldOn: _on, ...part } = partOf(id, 'content', said, { ...own, alsoSeenBy: [] });
    return {
      isName: said.data?.identity === true,
      part: { ...part, ground: 'consent', until: instant(until) },
      from: { kind: own.giverKind, name: fromName },
      sharedAt: instant(sharedAt),
    };
  });
  return {
    me: { capabilities: capabilitiesOf(who.role), acting: { branchId: who.branch_id } },
    sharedCase: {
      caseId,
      caseName: caseNameOf(personId),
      name: told.find(({ isName }) => isName)?.part ?? null,
      things: told.filter(({ isName }) => !isName).map(({ part, from, sharedAt }) => ({ part, from, sharedAt })),
      left: [],
    },
  };
}

const pages = { WhoAmI: whoAmI, IntakeQueue: intakeQueue, Case: casePage, SharedCase: sharedCase };

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    let status = 200;
    let body;
    try {
      const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const cookie = request.headers.cookie ?? '';
      const token = createHmac('sha256', settings.keys.session)
        .update(cookie.slice(cookie.indexOf('=') + 1))
        .digest();
      body = JSON.stringify({ data: await pages[operationName](token, variables) });
    } catch (error) {
      status = 500;
      body = JSON.stringify({ errors: [error.message] });
    }
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await Promise.all([pool.end(), appender.close()]);
  process.exit(0);
});
