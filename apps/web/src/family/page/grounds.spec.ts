/** Every ground on which something is released has a reason in plain words: nobody meets a paragraph alone. */
import { describe, expect, it } from '@jest/globals';
import { RELEASE_GROUNDS } from '#domain/disclosure/grounds.js';
import { reasonOf } from './grounds.js';

describe('a ground', () => {
  it.each(RELEASE_GROUNDS.filter((ground) => ground !== 'no-person-data').map((ground) => [ground]))(
    '%s has a reason of its own',
    (ground) => {
      expect(reasonOf(ground)).not.toBe('other');
    },
  );

  it('that is not known yet is a rule of the law', () => {
    expect(['SoL 99:9', 'toString', '__proto__'].map(reasonOf)).toEqual(['other', 'other', 'other']);
  });
});
