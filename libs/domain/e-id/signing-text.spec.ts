import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideSigningText, LIMITS, withoutMarks } from './signing-text.js';

const ask = (text: string, more: object = {}) =>
  decideSigningText({ purpose: 'sign', text, data: 'sha-256:00', ...more });

describe('a text to be signed', () => {
  it('may have lines, letters of any script and the joiners that spell them', () => {
    for (const text of ['Socialtjänsten får tala\nmed skolan.', 'Line\r\nline', 'می\u200cخواهم', '👨‍👩‍👧 هذا', '# Rubrik'])
      expect(ask(text).ok).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['white space alone', ' \n  '],
  ])('that is %s is refused', (_, text) => {
    expect(ask(text)).toEqual({ ok: false, error: 'no-text' });
  });

  it.each([
    ['turns the order of letters', '\u202e'],
    ['isolates a direction', '\u2066'],
    ['marks a direction', '\u200f'],
    ['has no width', '\u200b'],
    ['breaks a word unseen', '\u00ad'],
    ['is a byte order mark', '\ufeff'],
    ['is a tab', '\t'],
    ['is a null', '\u0000'],
    ['deletes', '\u007f'],
    ['ends a paragraph', '\u2029'],
    ['is half a letter', '\ud800'],
    ['means something private', '\ue000'],
  ])('with a sign that %s is refused', (_, sign) => {
    expect(ask(`Jag samtycker${sign} inte`)).toEqual({ ok: false, error: 'hidden-characters' });
  });

  it('fits the service, counted as it is sent', () => {
    const longest = 'å'.repeat((LIMITS.sign.text / 4) * 1.5);
    expect(Buffer.from(longest).toString('base64')).toHaveLength(LIMITS.sign.text);
    expect(ask(longest).ok).toBe(true);
    expect(ask(`${longest}a`)).toEqual({ ok: false, error: 'text-too-long' });
    expect(ask('ja', { data: 'x'.repeat(150_001) })).toEqual({ ok: false, error: 'data-too-long' });
    expect(ask('a'.repeat(1_126), { purpose: 'identify' })).toEqual({ ok: false, error: 'text-too-long' });
  });

  it('is measured as base64 of UTF-8 measures it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1_200 }), (text) => {
        const sent = Buffer.from(text).toString('base64').length;
        const decision = ask(text, { purpose: 'identify' });
        if (!decision.ok && decision.error === 'text-too-long') expect(sent).toBeGreaterThan(LIMITS.identify.text);
        if (decision.ok) expect(sent).toBeLessThanOrEqual(LIMITS.identify.text);
      }),
    );
  });
});

describe('a name within a formatted text', () => {
  it.each([
    ['# Polisen', 'Polisen'],
    ['*Skolan*', 'Skolan'],
    ['- hemlig\n+ rad', 'hemlig rad'],
    ['Eva-Lena | Ek', 'Eva-Lena Ek'],
    ['Åsa \\n', 'Åsa n'],
  ])('%j is said as %j', (name, said) => {
    expect(withoutMarks(name)).toBe(said);
  });

  it('never begins a line of its own', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(withoutMarks(name)).not.toMatch(/[*#|\\_~`\n\r]|^[+\-=>\s]/);
      }),
    );
  });
});
