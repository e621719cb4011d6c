import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { NOTICE_TEXT } from '#domain/consent/notice.js';
import { CURRENT_NOTICE } from './consent-notice.js';

describe('the notice put before families', () => {
  it('carries the hash of the very text: whoever changes a word gives it a new version', () => {
    expect(createHash('sha256').update(JSON.stringify(NOTICE_TEXT)).digest('hex')).toBe(
      CURRENT_NOTICE.hash.toString('hex'),
    );
  });
});
