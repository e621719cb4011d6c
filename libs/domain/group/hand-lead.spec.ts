/** Who may give a group another leader: a group is never left to somebody who is no longer there. */
import { describe, expect, it } from '@jest/globals';
import { decideLead, type LeadFacts } from './hand-lead.js';

const facts: LeadFacts = {
  by: { staffId: 'anna', isManager: false },
  leader: { staffId: 'anna', hasLeft: false },
  to: 'ture',
  possible: ['anna', 'ture'],
  isOver: false,
};
const karin = { staffId: 'karin', isManager: false };

describe('a group’s lead', () => {
  it.each<[string, Partial<LeadFacts>, string]>([
    ['is given on by whoever has it', {}, 'handed'],
    ['is given on by a manager', { by: { ...karin, isManager: true } }, 'handed'],
    ['is not taken by a colleague while its leader is there', { by: karin }, 'not-yours'],
    [
      'is taken by a colleague when its leader has left',
      { by: karin, leader: { staffId: 'anna', hasLeft: true } },
      'handed',
    ],
    ['is not given to whoever has no such post in the house', { to: 'lena' }, 'cannot-lead'],
    ['is not given to whoever has it already', { to: 'anna' }, 'leads-already'],
    ['is nobody’s to give when all is done', { isOver: true }, 'over'],
  ])('%s', (_, more, expected) => {
    const decision = decideLead({ ...facts, ...more });
    expect(decision.outcome === 'refused' ? decision.code : decision.outcome).toBe(expected);
  });
});
