import { describe, expect, it } from '@jest/globals';
import { isForAll } from './shared-screen.js';

describe('a page on a shared screen', () => {
  it.each([
    ['/hubb/0b9a5c1e/tavla', true],
    ['/grupper/0b9a5c1e/vecka', true],
    ['/installningar/jour', true],
    ['/hubb/0b9a5c1e', false],
    ['/hubb/0b9a5c1e/tavla/anteckningar', false],
    ['/arende/0b9a5c1e', false],
    ['/grupper/0b9a5c1e', false],
    ['/nu', false],
    ['/', false],
  ])('%s may stand there: %s', (path, expected) => expect(isForAll(path)).toBe(expected));
});
