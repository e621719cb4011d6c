/** Whom one may ask about whom, what the asked house is told, and how a question ends. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { CollaborationForm } from '../form/form.js';
import type { HouseKind } from '../disclosure/vocabulary.js';
import { decideAsked, type AskedFacts } from './decide-asked.js';
import { ASKED_CATEGORIES, decideEnd, decideInquiryAnswer } from './inquiry.js';
import { decideMayAsk, decideMayAskHouse, INQUIRY_FORMS, type AskedAbout } from './may-ask.js';

const form = (kind: string) =>
  JSON.parse(readFileSync(`config/forms/${kind}.json`, 'utf8')) as unknown as CollaborationForm;
const about = (change: Partial<AskedAbout> = {}): AskedAbout => ({
  phase: 'investigation',
  closed: false,
  age: 15,
  protection: 'none',
  ownYes: false,
  ...change,
});
const house = (kind: HouseKind) => ({ kind, authority: `${kind} of town`, branch: 'main' });
const said = (answer: ReturnType<typeof decideMayAsk>): string =>
  answer.outcome === 'may' ? 'may' : `no: ${answer.code}`;

describe('whom one may ask about', () => {
  it.each([
    ['mash-2', {}, 'may'],
    ['mash-2', { age: 17 }, 'may'],
    ['mash-3', { age: 17 }, 'may'],
    ['mash-2', { age: 18 }, 'no: adult'],
    ['mash-2', { age: 20 }, 'no: outside-ages'],
    ['mash-3', { age: 20 }, 'no: adult'],
    ['mash-3', { age: 20, ownYes: true }, 'may'],
    ['mash-2', { age: 18, ownYes: true }, 'no: adult'],
    ['mash-3', { age: 20, ownYes: true, protection: 'assumed-identity' }, 'no: protected'],
    ['mash-3', { age: 20, ownYes: true, phase: 'measures' }, 'no: no-investigation'],
    ['mash-3', { age: 65 }, 'no: outside-ages'],
    ['mash-2', { phase: 'preliminary' }, 'no: no-investigation'],
    ['mash-2', { phase: 'measures' }, 'no: no-investigation'],
    ['mash-2', { closed: true }, 'no: no-investigation'],
    ['mash-2', { protection: 'marking' }, 'may'],
    ['mash-2', { protection: 'protected-registration' }, 'no: protected'],
    ['mash-3', { protection: 'assumed-identity' }, 'no: protected'],
  ] as const)('%s %j: %s', (kind, change, expected) => {
    expect(said(decideMayAsk(form(kind), about(change)))).toBe(expected);
  });

  it.each([
    ['mash-2', 'school', null, 'may'],
    ['mash-2', 'employment-service', null, 'may'],
    ['mash-3', 'school', null, 'no: not-a-party'],
    ['mash-3', 'prison-and-probation', null, 'may'],
    ['mash-3', 'employment-service', null, 'may'],
    ['mash-2', 'customs', null, 'no: not-a-party'],
    // About an adult: whom the own yes reaches, and about something.
    ['mash-3', 'police', ['crime-and-suspicion'], 'may'],
    ['mash-3', 'police', [], 'no: no-consent'],
    ['mash-3', 'school', ['leisure'], 'no: not-a-party'],
  ] as const)('%s: %s told %j: %s', (kind, asked, told, expected) => {
    expect(said(decideMayAskHouse(form(kind), house('social-services'), house(asked), told))).toBe(expected);
  });

  it('is never the own house', () => {
    const own = house('social-services');
    for (const kind of INQUIRY_FORMS) expect(said(decideMayAskHouse(form(kind), own, own, null))).toBe('no: own-house');
  });
});

describe('what the asked house is told', () => {
  const facts = (change: Partial<AskedFacts> = {}): AskedFacts => ({
    askedNow: true,
    to: 'school',
    phase: 'investigation',
    protection: 'none',
    ownYes: null,
    limits: undefined,
    ...change,
  });

  it.each([
    [{}, 'release OSL 10:2'],
    [{ protection: 'marking' }, 'release OSL 10:2'],
    [{ askedNow: false }, 'refuse need-to-know'],
    [{ protection: 'protected-registration' }, 'refuse OSL 21:3'],
    [{ protection: 'assumed-identity' }, 'refuse OSL 21:3'],
    [{ phase: 'measures' }, 'refuse no-ground'],
    [{ phase: 'none' }, 'refuse no-ground'],
    [{ ownYes: true }, 'release OSL 10:2'],
    [{ ownYes: false }, 'refuse no-ground'],
    [{ limits: { switchedOff: ['OSL 10:2'] } }, 'refuse no-ground'],
    [{ limits: { switchedOff: ['consent'] } }, 'release OSL 10:2'],
    [{ limits: { narrowed: { 'OSL 10:2': { receivers: ['police'] } } } }, 'refuse no-ground'],
    [{ limits: { narrowed: { 'OSL 10:2': { categories: ['leisure'] } } } }, 'refuse no-ground'],
    [{ limits: { narrowed: { 'OSL 10:2': { purposes: ['investigate-need'] } } } }, 'release OSL 10:2'],
  ] as const)('%j: %s', (change, expected) => {
    const { outcome, ground } = decideAsked(facts(change as Partial<AskedFacts>));
    expect(`${outcome} ${ground}`).toBe(expected);
  });

  it('is never asked for a report, its feedback or a nomination', () => {
    expect(ASKED_CATEGORIES).not.toEqual(expect.arrayContaining(['report-content']));
    expect(ASKED_CATEGORIES).not.toEqual(expect.arrayContaining(['report-feedback']));
    expect(ASKED_CATEGORIES).not.toEqual(expect.arrayContaining(['nomination']));
    expect(ASKED_CATEGORIES).toContain('crime-and-suspicion');
  });
});

describe('an answer and an end', () => {
  const question = {
    id: 'q',
    unit: 'u',
    representative: 'r',
    deputy: null,
    together: false,
    state: 'answered',
    askedAt: 0,
    due: 10,
    answeredAt: 5,
    answeredBy: 'r',
    knowledge: 'knows',
  } as const;

  it('may be given anew, and late', () => {
    expect(decideInquiryAnswer(question, { knowledge: 'does-not-know', parts: [], at: 11 })).toEqual({
      outcome: 'answered',
      knowledge: 'does-not-know',
      parts: [],
      late: true,
      changed: true,
    });
  });

  it.each([
    [{ answered: false, ended: false }, 'withdrawn', 'withdrawn'],
    [{ answered: false, ended: false }, 'closed', 'closed'],
    [{ answered: true, ended: false }, 'withdrawn', 'no: answered'],
    [{ answered: true, ended: false }, 'closed', 'closed'],
    [{ answered: true, ended: true }, 'closed', 'no: ended-already'],
    [{ answered: false, ended: false }, 'forgotten', 'no: unknown-word'],
  ] as const)('%j %s: %s', (inquiry, how, expected) => {
    const decision = decideEnd(inquiry, how);
    expect(decision.outcome === 'ended' ? decision.how : `no: ${decision.code}`).toBe(expected);
  });
});
