import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../organisation/role.js';
import { isPostOf, mayAssess } from './who-assesses.js';

describe('who assesses', () => {
  it('is the leader alone for what stands in a preliminary investigation, and never for anything else', () => {
    const who = (category: 'preliminary-investigation' | 'leisure', from: 'police' | 'school') =>
      ROLES.filter((role) => mayAssess(role, { category, from }));
    expect(who('preliminary-investigation', 'police')).toEqual(['investigation-leader']);
    expect(who('leisure', 'police')).toEqual(['investigator', 'manager']);
    // What another house says of an investigation is that house's own to weigh.
    expect(who('preliminary-investigation', 'school')).toEqual(['investigator', 'manager']);
  });

  it('holds the post in the police', () => {
    expect([isPostOf('investigation-leader', 'police'), isPostOf('investigation-leader', 'school')]).toEqual([
      true,
      false,
    ]);
    expect(ROLES.filter((role) => !isPostOf(role, 'association'))).toEqual(['investigation-leader']);
  });
});
