import { describe, expect, it } from '@jest/globals';
import { isOpenPage } from './open-pages.js';

describe('the door', () => {
  it.each([
    ['/utloggad', true],
    ['/inloggad', true],
    ['/inloggning/unknown-person', true],
    ['/demonstration', true],
    ['/', false],
    ['/anmalningar', false],
    ['/demonstrationen', false],
    ['/x/utloggad', false],
  ])('%s open: %s', (path, open) => expect(isOpenPage(path)).toBe(open));
});
