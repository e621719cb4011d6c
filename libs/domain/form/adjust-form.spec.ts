/** A town's own way of running a form: what it sets stays apart from what it leaves, and the law's own is never lost. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjustForm, type FormAdjustment } from './adjust-form.js';
import { adjustmentFaults } from './adjustment-faults.js';
import type { CollaborationForm, Requirement } from './form.js';
import { REQUIREMENTS } from './form.js';
import { formFaults } from './form-faults.js';

const weeks = (count: number) => ({ unit: 'weeks', count }) as const;
const named = (words: string) => ({ sv: words, en: words });
const point = (minutes: number, who: 'professionals' | 'everyone') => ({ point: named('x'), minutes, with: who });
const form: CollaborationForm = {
  kind: 'sig',
  name: named('SIG'),
  about: named('about'),
  form: 'sig',
  level: 'persons',
  ages: { from: 12, to: 20 },
  ground: { kind: 'consent', source: 'OSL 10:1' },
  phase: 'measures',
  agreement: true,
  parties: { must: [['social-services'], ['police']], may: ['school', 'guardian'] },
  size: null,
  capacity: null,
  cadence: { every: weeks(2), limit: weeks(4) },
  months: null,
  meetings: [
    {
      meeting: 'operative',
      name: named('m'),
      online: false,
      agenda: [point(30, 'professionals'), point(30, 'everyone')],
    },
  ],
  steps: [
    { step: 'nominate', name: named('n'), does: 'nominate', requires: [] },
    { step: 'consent', name: named('c'), does: 'consent', requires: ['ground'], document: 'consent' },
    { step: 'form', name: named('f'), does: 'form', requires: ['agreement', 'ground', 'parties', 'contact'] },
    { step: 'plan', name: named('p'), does: 'plan', requires: ['reasons'], within: weeks(1) },
    { step: 'meet', name: named('m'), does: 'meet', requires: ['agreement', 'ground'], repeats: true },
    { step: 'close', name: named('e'), does: 'close', requires: ['reasons'] },
  ],
  documents: [{ document: 'consent', name: named('Consent') }],
  source: '[S1]',
};
const adjusted = (more: Omit<FormAdjustment, 'kind'>) => adjustForm(form, { kind: 'sig', ...more });
const faults = (more: Omit<FormAdjustment, 'kind'>): readonly string[] => {
  const adjustment = { kind: 'sig', ...more };
  return [...adjustmentFaults(form, adjustment), ...formFaults(adjustForm(form, adjustment))].map(
    ({ path, code }) => `${path} ${code}`,
  );
};

describe('a cadence', () => {
  it.each([
    ['a limit alone', { limit: weeks(3) }, { every: weeks(2), limit: weeks(3) }],
    ['a limit in weeks, as a town’s file has it', { atMostWeeksApart: 3 }, { every: weeks(2), limit: weeks(3) }],
    ['a limit below how often it was', { limit: weeks(1) }, { every: weeks(1), limit: weeks(1) }],
    ['how often alone', { every: weeks(3) }, { every: weeks(3), limit: weeks(4) }],
    ['both', { every: weeks(1), limit: weeks(6) }, { every: weeks(1), limit: weeks(6) }],
    [
      'a slot',
      { slot: { weekday: 2, everyWeeks: 1 } },
      { every: weeks(1), limit: weeks(4), slot: { weekday: 2, everyWeeks: 1 } },
    ],
  ])('%s', (_, meetings, expected) => {
    expect(adjusted({ meetings }).cadence).toEqual(expected);
  });

  it('more seldom than its limit is told, and never mended behind one’s back', () => {
    expect(faults({ meetings: { every: weeks(5) } })).toEqual(['cadence.limit limit-shorter']);
  });
});

describe('an adjustment', () => {
  it('changes in a step what it names and nothing else, and keeps the order', () => {
    const { steps } = adjusted({ steps: { changed: { plan: { within: null, requires: ['reasons', 'contact'] } } } });
    expect(steps.map(({ step }) => step)).toEqual(form.steps.map(({ step }) => step));
    expect(steps[3]).toEqual({ ...form.steps[3], within: undefined, requires: ['reasons', 'contact'] });
    expect(adjusted({ steps: { changed: { consent: { document: null } } } }).steps[1]).not.toHaveProperty('document');
    expect(adjusted({ steps: { changed: { plan: { optional: true } } } }).steps[3]).toMatchObject({ within: weeks(1) });
  });

  it('never takes away the ground or the agreement that a step asks for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...form.steps.map(({ step }) => step)),
        fc.subarray([...REQUIREMENTS]),
        (step, requires: Requirement[]) => {
          const had = form.steps.find((one) => one.step === step)!.requires;
          const lost = had.filter((one) => (one === 'ground' || one === 'agreement') && !requires.includes(one));
          const told = faults({ steps: { changed: { [step]: { requires } } } });
          expect(told.some((one) => one.endsWith('requirement-kept'))).toBe(lost.length > 0);
        },
      ),
    );
  });

  it.each<[string, Omit<FormAdjustment, 'kind'>, string]>([
    [
      'a kind of meeting twice',
      { meetings: { kinds: [form.meetings[0]!, form.meetings[0]!] } },
      'meetings.1.name meeting-twice',
    ],
    ['no kind of meeting', { meetings: { kinds: [] } }, 'meetings no-meeting'],
    [
      'a meeting without points',
      { meetings: { kinds: [{ ...form.meetings[0]!, agenda: [] }] } },
      'meetings.0.agenda agenda-empty',
    ],
    [
      'a meeting of nine hours',
      { meetings: { kinds: [{ ...form.meetings[0]!, agenda: [point(480, 'everyone'), point(60, 'everyone')] }] } },
      'meetings.0.agenda meeting-too-long',
    ],
    ['a paper twice', { documents: [form.documents[0]!, form.documents[0]!] }, 'documents.1 document-twice'],
    ['a paper that a step leaves and the form has not', { documents: [] }, 'steps.1.document document-not-listed'],
    ['no consent to ask for', { steps: { without: ['consent'] } }, 'steps consent-step-needed'],
    ['no party', { parties: { must: [] } }, 'parties.must party-missing'],
    [
      'a first day on another weekday',
      { meetings: { slot: { weekday: 2, everyWeeks: 2, firstOn: '2026-12-02' } } },
      'cadence.slot.firstOn slot-first-day',
    ],
  ])('tells of %s', (_, more, expected) => {
    expect(faults(more)).toEqual([expected]);
  });

  it('brings no family and no person to a form without persons', () => {
    const nameless: CollaborationForm = {
      ...form,
      level: 'none',
      form: 'est',
      ground: { kind: 'no-person-data', source: 'x' },
    };
    expect(formFaults(nameless).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'parties.may no-person-here',
      'meetings.0.agenda.1.with no-person-here',
    ]);
  });
});
