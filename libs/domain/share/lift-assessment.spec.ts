import { describe, expect, it } from '@jest/globals';
import { ASSESSED_GROUND_ROWS } from '../disclosure/assessed-grounds.js';
import { ROLES, type Role } from '../organisation/role.js';
import { decideLift, isOfDanger, type StandingAssessment } from './lift-assessment.js';

const NOW = 1_000_000;
const suspicion: StandingAssessment = {
  ground: 'OSL 10:18a',
  categories: ['associates-and-network', 'leisure'],
  criteria: { concreteCircumstances: true, notUnsuitable: true },
  until: NOW + 1,
};
const investigated: StandingAssessment = {
  ground: 'OSL 10:27',
  categories: ['preliminary-investigation'],
  criteria: { interestClearlyOutweighs: true },
  until: NOW + 1,
};
const danger: StandingAssessment = {
  ground: 'BrB 24:4',
  categories: ['whereabouts'],
  criteria: { dangerNow: true, tellingIsNeeded: true },
  until: NOW + 1,
};
const answers = (of: StandingAssessment, kind: 'social-services' | 'police') =>
  Object.fromEntries(
    ROLES.map((role): [Role, string] => {
      const decision = decideLift(of, { role, kind }, NOW);
      return [role, decision.outcome === 'may' ? 'may' : decision.code];
    }),
  );

describe('lifting an assessment', () => {
  it('is for whoever could have made it', () => {
    expect(answers(suspicion, 'social-services')).toEqual({
      intake: 'not-theirs',
      'unit-representative': 'not-theirs',
      investigator: 'may',
      coordinator: 'not-theirs',
      manager: 'may',
      'investigation-leader': 'the-managers',
      auditor: 'not-theirs',
      administrator: 'not-theirs',
    });
  });

  it('is the leader’s alone where it stands in a preliminary investigation of the police', () => {
    expect(answers(investigated, 'police')).toMatchObject({
      manager: 'the-leaders',
      'investigation-leader': 'may',
      'unit-representative': 'not-theirs',
    });
    expect(answers(investigated, 'social-services')).toMatchObject({ manager: 'may' });
  });

  it('is for whoever works with content where it was decided in danger', () => {
    expect(answers(danger, 'social-services')).toEqual({
      intake: 'may',
      'unit-representative': 'may',
      investigator: 'may',
      coordinator: 'may',
      manager: 'may',
      'investigation-leader': 'may',
      auditor: 'not-theirs',
      administrator: 'not-theirs',
    });
    expect(ASSESSED_GROUND_ROWS.map(({ ground }) => ground).filter(isOfDanger)).toEqual(['OSL 10:20']);
    expect(isOfDanger('OSL 21:3')).toBe(false);
  });

  it('is nothing for what is over, at its very end, or never opened anything', () => {
    const chief = { role: 'manager', kind: 'social-services' } as const;
    expect(decideLift({ ...suspicion, until: NOW }, chief, NOW)).toEqual({ outcome: 'refused', code: 'over-already' });
    expect(decideLift({ ...suspicion, criteria: { notUnsuitable: true } }, chief, NOW)).toEqual({
      outcome: 'refused',
      code: 'opened-nothing',
    });
    expect(decideLift({ ...suspicion, ground: 'OSL 12:3' }, chief, NOW)).toMatchObject({ code: 'opened-nothing' });
  });
});
