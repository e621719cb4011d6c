/**
 * The floor of the changes: bare node:http, the session looked up, as many texts sealed, and the very rows that the product
 * wrote inserted under fresh ids in one call with one commit. No rule is asked and no policy binds it.
 */
import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { AesFieldCipher } from '../../dist/libs/platform/crypto/aes-field-cipher.js';
import { readSettings } from '../../dist/libs/platform/config/settings.js';
import { freshCopies, sealedLengths } from '../instruments/written-rows.mjs';

const settings = readSettings(process.env);
const cipher = new AesFieldCipher(settings.keys);
const written = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const copies = freshCopies(written);
const texts = sealedLengths(written).map((length) => 'x'.repeat(Math.max(1, length)));
const place = { table: 'item', column: 'ciphertext', row: 'floor' };
const key = cipher.newPersonKey('floor');
const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: settings.pool });

const server = createServer((request, response) => {
  request.resume();
  request.on('end', async () => {
    let status = 200;
    let body = '{"data":{"written":true}}';
    try {
      const cookie = request.headers.cookie ?? '';
      const token = createHmac('sha256', settings.keys.session)
        .update(cookie.slice(cookie.indexOf('=') + 1))
        .digest();
      for (const text of texts) cipher.encrypt('floor', key, place, text);
      await pool.query({
        name: 'write',
        text: 'select bench.write($2::jsonb) from bench.identify($1) me where me is not null',
        values: [token, copies()],
      });
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
  await pool.end();
  process.exit(0);
});
