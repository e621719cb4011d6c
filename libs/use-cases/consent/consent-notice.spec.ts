import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { NOTICE_TEXT, NOTICE_VERSION } from '#domain/consent/notice.js';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';
import { NOTICE_WORDS } from '#domain/consent/notice-words/write-notice.js';
import { CURRENT_NOTICE, noticeHash } from './consent-notice.js';

const hashOf = (text: object): string => createHash('sha256').update(JSON.stringify(text)).digest('hex');

describe('the notice put before families', () => {
  it('carries the hash of the very text: whoever changes a word gives it a new version', () => {
    expect(hashOf(NOTICE_TEXT)).toBe(CURRENT_NOTICE.hash.toString('hex'));
  });

  it.each(NOTICE_LANGUAGES)('in %s too, and a version that was read keeps its own', (language) => {
    const { sentence, situations, no, withdraw, duties, seen } = NOTICE_WORDS[language];
    const text = { sentence, situations, no, withdraw, duties, seen };
    expect(noticeHash(NOTICE_VERSION, language)?.toString('hex')).toBe(hashOf(text));
    expect(noticeHash('2026-11', language)).toHaveLength(32);
    expect(noticeHash('2026-11', language)).not.toEqual(noticeHash(NOTICE_VERSION, language));
  });

  it('promises no more than is kept: the extract leaves out what the law keeps', () => {
    expect(NOTICE_TEXT.seen).toBe('Du kan se vilka som har läst eller fått något. Ibland får vi inte visa allt.');
    for (const language of NOTICE_LANGUAGES) expect(NOTICE_WORDS[language].seen).not.toMatch(/alltid|always/i);
  });
});
