import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'samnav-settings-'));
  const key = Buffer.alloc(32, 7).toString('base64');
  const file = path.join(folder, 'keys.json');
  writeFileSync(file, JSON.stringify({ kek: { 1: key }, lookup: key, session: key }));
  env = { DATABASE_URL: 'postgres://localhost/samnav', SAMNAV_KEY_FILE: file };
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the sender of mail', () => {
  it.each([undefined, 'samnav@ekvalla.example', `Samnav <${'s'.repeat(31)}@ekvalla.example>`])(
    'is taken: %s',
    (from) => {
      expect(readSettings({ ...env, SAMNAV_MAIL_FROM: from }).mailFrom).toContain('@');
    },
  );

  it.each([
    ['Samnav', 'is not a sender'],
    [`Samnav <${'s'.repeat(32)}@ekvalla.example>`, 'at most 31 characters before the @'],
  ])('is refused at the start, with what to do: %s', (from, sentence) => {
    expect(() => readSettings({ ...env, SAMNAV_MAIL_FROM: from })).toThrow(sentence);
  });
});
