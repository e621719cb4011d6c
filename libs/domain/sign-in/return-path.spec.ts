import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideReturnPath } from './return-path.js';

describe('the way back after signing in', () => {
  it.each(['/', '/inkorg', '/nav/0b9a5c1e?flik=karta#beslut', '/a/../b', '/100%25'])('keeps %s', (path) =>
    expect(decideReturnPath(path)).toBe(path),
  );

  it.each([
    null,
    undefined,
    '',
    'inkorg',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '\\\\evil.example',
    '/a\nb',
    '/a b',
    '/å',
    `/${'x'.repeat(512)}`,
    '/sign-in?to=/x',
    '/sign-out',
    '/inloggning/forged',
    '/utloggad',
  ])('turns %j into the first page', (path) => expect(decideReturnPath(path)).toBe('/'));

  it('keeps pages that only begin like a step of the sign-in', () => {
    expect(decideReturnPath('/sign-in-help')).toBe('/sign-in-help');
  });

  it('never leads to another site, whatever is asked', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '\t', '\n', 'a', 'http', '%2f'),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (asked) => {
        const path = decideReturnPath(asked);
        expect(path.startsWith('/')).toBe(true);
        expect(/^\/[/\\]/.test(path)).toBe(false);
        expect(path).not.toMatch(/[\\\s]/);
      }),
    );
  });
});
