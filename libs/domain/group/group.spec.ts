/** A group's life, read aloud; who may sit in one. */
import { describe, expect, it } from '@jest/globals';
import type { Assessment, HouseParty } from '../disclosure/case.js';
import type { JointFacts } from '../hub/joint-meeting.js';
import { isGroundAssessed } from './assessed-seat.js';
import { decideMember } from './decide-member.js';
import {
  decideGroupMove,
  GROUP_MOVES,
  GROUP_STANDINGS,
  hasEnded,
  isReasonFor,
  possibleMoves,
  reasonsFrom,
  standingSince,
  takesRoom,
  waits,
} from './group-states.js';
import { missingParties } from './missing-parties.js';

describe('a group’s life', () => {
  it('is this table', () => {
    const rows = GROUP_STANDINGS.map((standing) => {
      const moves = GROUP_MOVES.flatMap((move) => {
        const decision = decideGroupMove(standing, move);
        return decision.outcome === 'moved' ? [`${move} → ${decision.standing}`] : [];
      });
      return `${standing}: ${moves.join(', ') || 'the end'}`;
    });
    expect(`\n${rows.join('\n')}\n`).toBe(`
preparing: queue → queued, motivate → motivation, form → active, move → moved, close → closed
queued: motivate → motivation, form → active, move → moved, close → closed
motivation: queue → queued, form → active, place → placed, move → moved, close → closed
active: pause → paused, place → placed, move → moved, close → closed
paused: place → placed, resume → active, move → moved, close → closed
placed: resume → active, move → moved, close → closed
moved: queue → queued, motivate → motivation, resume → active, close → closed
closed: follow-up → followed-up
followed-up: the end
`);
  });

  it('has no way to where only a young person can be, in a form without persons', () => {
    const formedAt = new Date(0);
    const ways = GROUP_STANDINGS.map(
      (standing) => `${standing}: ${possibleMoves({ standing, level: 'none', formedAt }).join(', ')}`,
    );
    expect(ways).toEqual([
      'preparing: queue, form, close',
      'queued: form, close',
      'motivation: queue, form, close',
      'active: pause, close',
      'paused: resume, close',
      'placed: resume, close',
      'moved: resume, close',
      'closed: follow-up',
      'followed-up: ',
    ]);
    expect(possibleMoves({ standing: 'active', level: 'persons', formedAt })).toEqual([
      'pause',
      'place',
      'move',
      'close',
    ]);
  });

  it('goes on where it was when the family stays, or nobody takes over', () => {
    const from = (formedAt: Date | null) => possibleMoves({ standing: 'moved', level: 'persons', formedAt });
    expect(from(new Date(0))).toEqual(['resume', 'close']);
    expect(from(null)).toEqual(['queue', 'motivate', 'close']);
    expect(reasonsFrom('moved', 'resume')).toEqual(['back-again', 'stays', 'not-taken-over']);
    expect(reasonsFrom('paused', 'resume')).toEqual(['back-again']);
  });

  it('takes room while somebody holds a place in it', () => {
    expect(GROUP_STANDINGS.filter(takesRoom)).toEqual(['active', 'paused', 'placed']);
    expect(GROUP_STANDINGS.filter(hasEnded)).toEqual(['closed', 'followed-up']);
    expect(GROUP_STANDINGS.filter(waits)).toEqual(['queued', 'motivation', 'paused', 'placed', 'moved']);
  });

  it('has stood as it does since the first act that left it so, and a look does not begin the wait anew', () => {
    const acts = [
      { standing: 'preparing', at: 1 },
      { standing: 'queued', at: 2 },
      { standing: 'motivation', at: 3 },
      { standing: 'queued', at: 4 },
      { standing: 'queued', at: 5 },
    ] as const;
    expect(standingSince(acts, 'queued', 0)).toBe(4);
    expect(standingSince(acts.slice(0, 1), 'queued', 0)).toBe(0);
    expect(standingSince([], 'preparing', 0)).toBe(0);
  });

  it('has its own closed words for each move', () => {
    expect(isReasonFor('queue', 'no-room')).toBe(true);
    expect(isReasonFor('pause', 'no-room')).toBe(false);
    expect(isReasonFor('close', '')).toBe(false);
  });
});

describe('who may sit in a group', () => {
  const own: HouseParty = { kind: 'social-services', authority: 'soc', branch: 'ifo' };
  const police: HouseParty = { kind: 'police', authority: 'polisen', branch: 'lpo' };
  const facts: JointFacts = {
    asOf: Date.parse('2026-11-24T10:00:00Z'),
    subject: { id: 'p', born: { year: 2010, month: 5, day: 1 }, protection: 'none', guardians: ['g'], maturity: null },
    form: 'sig',
    phase: 'measures',
    purpose: 'support',
    consents: [],
    assessments: [],
  };
  const ground = (kind: 'consent' | 'internal' | 'duty' | 'assessment' | 'no-person-data') => ({ kind, source: 'OSL' });

  it.each([
    ['consent', 'no-consent'],
    ['internal', 'one-house'],
    ['duty', 'one-way'],
    ['assessment', 'not-assessed'],
  ] as const)('another house without it, on %s: %s', (kind, code) => {
    expect(decideMember(police, own, ground(kind), facts)).toMatchObject({ outcome: 'refused', code });
    expect(decideMember(own, own, ground(kind), facts)).toEqual({ outcome: 'member', terms: 'internal' });
  });

  describe('on an assessed ground', () => {
    const yes: Assessment = {
      ground: 'OSL 10:18a',
      person: 'p',
      from: 'soc/ifo',
      to: 'polisen/lpo',
      categories: ['nomination'],
      criteria: { concreteCircumstances: true, notUnsuitable: true },
      by: { name: 'Anna', role: 'manager' },
      at: facts.asOf - 1,
      until: facts.asOf + 1,
    };
    const bob = { kind: 'assessment', source: 'OSL 10:18a' } as const;
    const sits = (one: Partial<Assessment>, more: Partial<JointFacts> = {}) => {
      const known = { ...facts, assessments: [{ ...yes, ...one }], ...more };
      return [decideMember(police, own, bob, known).outcome === 'member', isGroundAssessed(own, bob.source, known)];
    };

    it('by a yes to exactly that house, or to any house for the step itself', () => {
      expect(sits({})).toEqual([true, true]);
      expect(sits({ to: 'polisen/other' })).toEqual([false, true]);
      // Another ground that prevents crime reaches a seat; the form's own is what its step asks for.
      const secrecy = { neededToPreventCrime: true, secrecyDoesNotOutweigh: true };
      expect(sits({ ground: 'OSL 10:15a', criteria: secrecy })).toEqual([true, false]);
    });

    it.each<[string, Partial<Assessment>]>([
      ['a recorded no', { criteria: { concreteCircumstances: true, notUnsuitable: false } }],
      ['an answer that is left out', { criteria: { concreteCircumstances: true } }],
      ['another kind of information', { categories: ['leisure'] }],
      ['danger', { ground: 'BrB 24:4', criteria: { dangerNow: true, tellingIsNeeded: true } }],
      ['the safety of a place', { ground: 'OSL 21:3', criteria: { safeForThePerson: true } }],
      ['an end that has come', { until: facts.asOf }],
      ['another giver', { from: 'soc/other' }],
      ['another person', { person: 'q' }],
    ])('never by %s', (_, one) => {
      expect(sits(one)).toEqual([false, false]);
    });

    it('not where the town has switched it off', () => {
      expect(sits({}, { limits: { switchedOff: ['OSL 10:18a'] } })).toEqual([false, false]);
    });
  });

  it('anyone where nobody is spoken of', () => {
    expect(decideMember(police, own, ground('no-person-data'), null)).toEqual({
      outcome: 'member',
      terms: 'no-person-data',
    });
  });

  it('says which parties are missing, any of their kinds being enough', () => {
    const must = [['social-services'], ['police'], ['school', 'employment-service']] as const;
    expect(missingParties({ must }, ['social-services', 'employment-service'])).toEqual([['police']]);
    expect(missingParties({ must }, ['police', 'social-services', 'school'])).toEqual([]);
  });
});
