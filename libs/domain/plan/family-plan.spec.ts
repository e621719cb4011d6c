import { describe, expect, it } from '@jest/globals';
import { ENTRY_STATES } from './entry-states.js';
import {
  decideProposalAnswer,
  decideVoice,
  isForFamilyAtFirst,
  LONGEST_VOICE,
  mayTick,
  partOf,
} from './family-plan.js';
import { canBePromised, ENTRY_KINDS } from './plan-entry.js';

describe('the plan as the family meets it', () => {
  it('can be read as a table: where each kind stands, and who is proposed to read it', () => {
    expect(
      ENTRY_KINDS.map((kind) => {
        const part = partOf({ kind, isPromised: false });
        return [kind, part, isForFamilyAtFirst(kind) ? 'for the family' : 'by choice', canBePromised(kind)];
      }),
    ).toEqual([
      ['future', 'future', 'for the family', false],
      ['goal', 'goals', 'for the family', false],
      ['step', 'goals', 'for the family', true],
      ['measure', 'others', 'for the family', true],
      ['frame', 'frames', 'for the family', true],
      ['risk', 'worries', 'by choice', false],
      ['protection', 'strengths', 'for the family', false],
      ['strength', 'strengths', 'for the family', false],
      ['adaptation', 'others', 'for the family', false],
      ['step-back', null, 'by choice', false],
      ['series', 'figures', 'for the family', false],
    ]);
    expect(partOf({ kind: 'measure', isPromised: true })).toBe('ours');
  });

  it('lets one tick what one has promised oneself, and the young person their own steps', () => {
    const child = { person: 'alva', isSubject: true };
    const mother = { person: 'leyla', isSubject: false };
    const step = { kind: 'step', state: 'standing', promisedBy: null } as const;
    const ride = { kind: 'measure', state: 'running', promisedBy: 'leyla' } as const;
    expect([mayTick(step, child), mayTick(step, mother)]).toEqual([true, false]);
    expect([mayTick(ride, child), mayTick(ride, mother)]).toEqual([false, true]);
    expect(mayTick({ ...ride, promisedBy: null }, mother)).toBe(false);
    expect(mayTick({ ...ride, promisedBy: null }, child)).toBe(false);
    expect(ENTRY_STATES.filter((state) => mayTick({ ...ride, state }, mother))).toEqual([
      'planned',
      'running',
      'paused',
      'standing',
    ]);
  });

  it('takes words that say something, and no more than can be read', () => {
    expect(decideVoice('  Kan det bli på onsdagar?  ')).toEqual({ outcome: 'said', text: 'Kan det bli på onsdagar?' });
    expect(decideVoice(' \n ')).toEqual({ outcome: 'refused', code: 'text-missing' });
    expect(decideVoice('a'.repeat(LONGEST_VOICE)).outcome).toBe('said');
    expect(decideVoice('a'.repeat(LONGEST_VOICE + 1))).toEqual({ outcome: 'refused', code: 'too-long' });
  });

  it('answers a proposal once, and says why where the answer is no', () => {
    const open = { isAnswered: false };
    expect(decideProposalAnswer(open, { answer: 'taken-up' })).toEqual({ outcome: 'answered' });
    expect(decideProposalAnswer(open, { answer: 'declined', words: 'Hallen är stängd.' })).toEqual({
      outcome: 'answered',
    });
    expect(decideProposalAnswer(open, { answer: 'declined', words: ' ' })).toEqual({
      outcome: 'refused',
      code: 'required',
    });
    expect(decideProposalAnswer({ isAnswered: true }, { answer: 'taken-up' })).toEqual({
      outcome: 'refused',
      code: 'answered-already',
    });
  });
});
