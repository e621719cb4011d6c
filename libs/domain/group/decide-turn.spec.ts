/** Joint work that becomes another form's, and the hub that goes on looking at it. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { REQUIREMENTS, type CollaborationForm, type Requirement } from '../form/form.js';
import { DAY } from '../kernel/instant.js';
import { carrySeats, decideTurn } from './decide-turn.js';
import { GROUP_STANDINGS } from './group-states.js';
import { decideLook, lookBy, LOOK_FINDINGS, type Look } from './look.js';

const form = (kind: string) =>
  JSON.parse(readFileSync(`config/forms/${kind}.json`, 'utf8')) as unknown as CollaborationForm;
const all = new Set<Requirement>(REQUIREMENTS);
const without = (...gone: readonly Requirement[]) => new Set(REQUIREMENTS.filter((one) => !gone.includes(one)));
const turned = (into: string, met: ReadonlySet<Requirement> = all, from = 'mash-4') => {
  const answer = decideTurn(form(from), form(into), { standing: 'active', met });
  if (answer.outcome === 'refused') return `no: ${[answer.code, ...answer.lacks].join(' ')}`;
  return `${answer.taken.map(({ step }) => step).join(', ')}; not taken: ${answer.passed.join(', ') || 'none'}`;
};

describe('joint work of MASH step 4', () => {
  it.each([
    ['sig', all, 'nominate, decide, consent, form; not taken: none'],
    ['sspf-individual', all, 'nominate, decide, consent, form; not taken: none'],
    ['sig', without('ground'), 'no: lacks ground'],
    ['sig', without('agreement'), 'no: lacks agreement'],
    ['sig', without('parties', 'contact'), 'no: lacks parties contact'],
    ['sig', without('reasons'), 'no: lacks reasons'],
    ['bob', all, 'no: no-way'],
    ['mash-4', all, 'no: no-way'],
  ] as const)('becomes %s: %#', (into, met, expected) => {
    expect(turned(into, met)).toBe(expected);
  });

  it('keeps what SIG:RBM asks for before its group is formed as steps that may still be taken', () => {
    expect(turned('sig-rbm')).toMatch(/^.*; not taken: (?!none).*assess/);
  });

  it('turns only from a group that works, and only where its form says so', () => {
    expect(turned('sspf-individual', all, 'sig')).toBe('no: no-way');
    const from = GROUP_STANDINGS.filter(
      (standing) => decideTurn(form('mash-4'), form('sig'), { standing, met: all }).outcome === 'turned',
    );
    expect(from).toEqual(['active']);
  });

  it('takes along whom the ground reaches, and gives a deputy of somebody who stays a seat of their own', () => {
    const seats = [
      { id: 'anna', deputyFor: null },
      { id: 'ali', deputyFor: 'anna' },
      { id: 'lena', deputyFor: null },
      { id: 'vera', deputyFor: 'lena' },
    ];
    const { follow, stay } = carrySeats(seats, ({ id }) => id !== 'lena');
    expect(follow.map(({ id, deputyFor }) => `${id} for ${deputyFor ?? 'nobody'}`)).toEqual([
      'anna for nobody',
      'ali for anna',
      'vera for nobody',
    ]);
    expect(stay.map(({ id }) => id)).toEqual(['lena']);
  });
});

describe('the hub’s look', () => {
  const look = (change: Partial<Look>) => {
    const answer = decideLook({
      monitored: true,
      overLength: false,
      standing: 'active',
      found: 'goes-on',
      words: '',
      ...change,
    });
    return answer.outcome === 'looked' ? answer.found : `no: ${answer.code}`;
  };

  it.each([
    [{}, 'goes-on'],
    [{ standing: 'paused' }, 'goes-on'],
    [{ standing: 'moved' }, 'goes-on'],
    [{ standing: 'closed' }, 'no: ended'],
    [{ standing: 'followed-up' }, 'no: ended'],
    [{ monitored: false }, 'no: not-monitored'],
    [{ monitored: false, overLength: true }, 'goes-on'],
    [{ monitored: false, overLength: true, found: 'still-waits' }, 'no: unknown-word'],
    [{ monitored: false, overLength: true, standing: 'paused' }, 'no: unknown-word'],
    [{ monitored: false, overLength: true, found: 'may-close' }, 'no: words-missing'],
    [{ found: 'fine' }, 'no: unknown-word'],
    [{ monitored: false, standing: 'queued', found: 'still-waits' }, 'still-waits'],
    [{ monitored: false, standing: 'placed', found: 'may-close', words: '' }, 'no: words-missing'],
    [{ monitored: false, standing: 'motivation', found: 'goes-on' }, 'no: unknown-word'],
    [{ found: 'still-waits' }, 'no: unknown-word'],
    [{ found: 'needs-meeting' }, 'no: words-missing'],
    [{ found: 'needs-meeting', words: ' ' }, 'no: words-missing'],
    [{ found: 'may-close', words: 'Målen är nådda.' }, 'may-close'],
  ] as const)('%j: %s', (change, expected) => {
    expect(look(change)).toBe(expected);
  });

  it('needs words for everything but that all is well', () => {
    expect(LOOK_FINDINGS.filter((found) => look({ found }) === found)).toEqual(['goes-on']);
  });

  it('comes again by the form’s own rule', () => {
    const since = Date.parse('2026-11-24T09:00:00Z');
    expect(Math.round((lookBy({ unit: 'weeks', count: 4 }, since) - since) / DAY)).toBe(29);
    expect(() => lookBy({ unit: 'dutyHours', hours: 1, open: {}, closed: new Set() }, since)).toThrow('no next look');
  });
});
