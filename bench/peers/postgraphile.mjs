/**
 * PostGraphile on the same database: the same session looked up, the same identity set for the same policies, the case with
 * its items through the GraphQL that it makes of the tables. It neither decides, nor writes the ledger, nor decrypts.
 */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { readSettings } from '../../dist/libs/platform/config/settings.js';

const settings = readSettings(process.env);
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
  return {
    'samnav.staff': me.staff_id,
    'samnav.unit': me.unit_id,
    'samnav.branch': me.branch_id,
    'samnav.municipality': me.municipality_id,
    'samnav.role': me.role,
    'samnav.service': '',
    'samnav.person': '',
  };
}

const server = createServer();
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
const graphql = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafast: { context: async ({ node: { req } }) => ({ pgSettings: await callerOf(req) }) },
  grafserv: { graphiql: false, watch: false },
}).createServ(grafserv);
await graphql.addTo(server);
await graphql.ready?.();
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await graphql.release();
  await pool.end();
  process.exit(0);
});
