/**
 * PostGraphile on the same database: the same session looked up, the same identity set for the same policies, the case with
 * its items through the GraphQL that it makes of the tables, the same ledger lines, the same fields decrypted. It decides
 * nothing: what the policies let through is what it answers.
 */
import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { AesFieldCipher } from '../../dist/libs/platform/crypto/aes-field-cipher.js';
import { readSettings } from '../../dist/libs/platform/config/settings.js';
import { GroupCommitAppender } from '../../dist/libs/store/ledger/group-commit-appender.js';
import { identityPlace, itemPlace } from '../../dist/libs/use-cases/gate/seal.js';

const settings = readSettings(process.env);
const cipher = new AesFieldCipher(settings.keys);
const appender = new GroupCommitAppender(settings.ledgerDatabaseUrl);
const pool = new pg.Pool({
  connectionString: settings.databaseUrl,
  max: settings.pool,
  options: '-c plan_cache_mode=force_generic_plan',
});

async function callerOf(request) {
  const cookie = request.headers.cookie ?? '';
  const token = createHmac('sha256', settings.keys.session)
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest();
  const { rows } = await pool.query({ name: 'who', text: 'select bench.identify($1) as me', values: [token] });
  const { me } = rows[0];
  if (!me) throw new Error('no live session');
  return me;
}

const identityOf = (me) => ({
  'samnav.staff': me.staff_id,
  'samnav.unit': me.unit_id,
  'samnav.branch': me.branch_id,
  'samnav.municipality': me.municipality_id,
  'samnav.role': me.role,
  'samnav.service': '',
  'samnav.person': '',
});

const opened = (keyPerson, key, { ciphertext, keyVersion }, place) => {
  const content = {
    keyPersonId: keyPerson,
    ciphertext: Buffer.from(ciphertext, 'base64'),
    keyVersion,
    wrappedKey: Buffer.from(key.wrapped, 'base64'),
    kekVersion: key.kekVersion,
  };
  return JSON.parse(cipher.decrypt(keyPerson, content, place));
};

const readerOf = (me) => ({
  kind: 'staff',
  staffId: me.staff_id,
  role: me.role,
  unitId: me.unit_id,
  branchId: me.branch_id,
  municipalityId: me.municipality_id,
  origin: '127.0.0.1',
  requestId: 'peer',
});

/** Readable content in the place of ciphertext. */
function openItem(item) {
  const { rowId: keyPerson, personKeyByPersonId: itemKey } = item.personByKeyPersonId;
  item.said = opened(keyPerson, itemKey, item, itemPlace(item.rowId));
  for (const field of ['ciphertext', 'keyVersion', 'personByKeyPersonId']) delete item[field];
}

/** Lines in the ledger first, then what is readable. */
async function release({ rowId: caseId, personByPersonId: person, itemsByCaseId: items }, me) {
  const line = {
    action: 'read',
    outcome: 'release',
    personId: person.rowId,
    purpose: 'investigate-need',
    ground: 'internal',
  };
  await appender.append(readerOf(me), [
    { ...line, detail: { identity: true } },
    ...items.nodes.map(({ rowId, version }) => ({ ...line, caseId, itemId: rowId, itemVersion: version })),
  ]);
  const { personIdentityByPersonId: identity, personKeyByPersonId: key } = person;
  person.personIdentityByPersonId = opened(person.rowId, key, identity, identityPlace(person.rowId));
  delete person.personKeyByPersonId;
  items.nodes.forEach(openItem);
}

/** The same for what has been told to the reader’s house. */
async function releaseTold({ nodes }, me) {
  await appender.append(
    readerOf(me),
    nodes.map(({ caseId, itemByItemId: { rowId, version, personByKeyPersonId: person } }) => ({
      ...{ action: 'read', outcome: 'release', purpose: 'support', ground: 'consent', personId: person.rowId },
      ...{ caseId, itemId: rowId, itemVersion: version },
    })),
  );
  for (const { itemByItemId: item } of nodes) openItem(item);
}

const releasing = {
  name: 'ReleasingPlugin',
  version: '1.0.0',
  grafast: {
    middleware: {
      async execute(next, { args }) {
        const answer = await next();
        const { caseFileByRowId: file, allShares: shares } = answer.data ?? {};
        if (file) await release(file, args.contextValue.me);
        if (shares) await releaseTold(shares, args.contextValue.me);
        return answer;
      },
    },
  },
};

const server = createServer();
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const graphql = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [releasing],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafast: {
    context: async ({ node: { req } }) => {
      const me = await callerOf(req);
      return { me, pgSettings: identityOf(me) };
    },
  },
  grafserv: { graphiql: false, watch: false },
}).createServ(grafserv);
await graphql.addTo(server);
await graphql.ready?.();
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await graphql.release();
  await Promise.all([pool.end(), appender.close()]);
  process.exit(0);
});
