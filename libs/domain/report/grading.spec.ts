/** Instruments, grading by a person, and the immediate protection assessment. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRADES, type Grading, type GradingInput, decideGrading, isHubGrade, mostUrgent } from './grading.js';
import { FACTOR_ANSWERS, type FactorAnswer, findDisagreements, findInstrumentFaults } from './instrument.js';
import { BUILT_IN_INSTRUMENTS, CHECK_IRK, DYNAMIC_FACTORS, findInstrument } from './instruments.js';
import { asAnswered, readAnswered } from './answered-instrument.js';
import { findUnraised, instrumentsOfTown, ownInstrumentFaults } from './own-instruments.js';
import { decideProtectionAssessment } from './protection-assessment.js';

describe('instruments', () => {
  it('hold the factors of the sources, each with an id of its own and both languages', () => {
    expect(BUILT_IN_INSTRUMENTS.map(({ id, factors }) => `${id} ${factors.length}`)).toEqual([
      'check-irk 8',
      'dynamic-factors 19',
      'static-factors 5',
      'gang-recruitment 18',
    ]);
    const kinds = DYNAMIC_FACTORS.factors.map(({ kind }) => kind);
    expect([
      kinds.filter((kind) => kind === 'risk').length,
      kinds.filter((kind) => kind === 'protective').length,
    ]).toEqual([12, 7]);
    expect(BUILT_IN_INSTRUMENTS.flatMap(findInstrumentFaults)).toEqual([]);
    const ids = BUILT_IN_INSTRUMENTS.flatMap(({ factors }) => factors.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect([findInstrument('check-irk'), findInstrument('savry')]).toEqual([CHECK_IRK, null]);
  });
  it('of a municipality are checked before use', () => {
    const [one] = CHECK_IRK.factors;
    const faulty = { ...CHECK_IRK, factors: [one!, one!, { ...one!, id: 'Å', label: { sv: '', en: 'x' } }] };
    expect(findInstrumentFaults(faulty).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'factors.1.id same-id-twice',
      'factors.2.id id-not-plain',
      'factors.2.label.sv label-missing',
    ]);
    expect(findInstrumentFaults({ ...CHECK_IRK, factors: [] })).toEqual([{ field: 'factors', code: 'no-factors' }]);
    expect(ownInstrumentFaults([faulty, faulty]).map(({ path }) => path)).toEqual([
      ...['0.factors.1.id', '0.factors.2.id', '0.factors.2.label.sv', '0.version'],
      ...['1.factors.1.id', '1.factors.2.id', '1.factors.2.label.sv', '1.id', '1.version'],
    ]);
    expect(ownInstrumentFaults([{ ...CHECK_IRK, version: 2 }])).toEqual([]);
  });
  it('of a municipality stand in the house’s place or beside it, and are changed under a new version alone', () => {
    const newer = { ...CHECK_IRK, version: 2 };
    const own = { ...DYNAMIC_FACTORS, id: 'own' };
    expect(instrumentsOfTown([own, newer])).toEqual([newer, ...BUILT_IN_INSTRUMENTS.slice(1), own]);
    const fewer = { ...own, factors: own.factors.slice(1) };
    expect(findUnraised([own], [{ ...own }])).toEqual([]);
    expect(findUnraised([own], [fewer])).toEqual([fewer]);
    expect(findUnraised([newer], [{ ...newer, version: 1 }])).toHaveLength(1);
    expect(findUnraised([own], [{ ...fewer, version: 2 }, newer])).toEqual([]);
  });
  it('are kept with the words that they were asked in; what was answered before has the house’s', () => {
    const asked = {
      ...CHECK_IRK,
      version: 2,
      factors: [{ ...CHECK_IRK.factors[0]!, label: { sv: 'Då', en: 'Then' } }],
    };
    const answer: FactorAnswer = { factor: 'irk-criminal-history', answer: 'absent', reasons: '', by: 'a/b' };
    const kept = asAnswered(asked, [answer]);
    expect(readAnswered({ ...kept })).toEqual(kept);
    expect(kept.answers[0]?.label).toEqual({ sv: 'Då', en: 'Then' });
    const older = { instrument: 'check-irk', version: 1, answers: [answer, { ...answer, factor: 'gone' }] };
    expect(readAnswered(older)).toMatchObject({
      label: CHECK_IRK.label,
      answers: [{ label: CHECK_IRK.factors[0]!.label }, { label: { sv: 'gone', en: 'gone' } }],
    });
    expect([readAnswered(undefined), readAnswered({ measures: 'x' })]).toEqual([null, null]);
  });
});

describe('grading', () => {
  const input: GradingInput = {
    grade: 'orange',
    reasons: 'Sedd med äldre',
    by: 'anna',
    at: 10,
    instrument: CHECK_IRK,
    answers: [],
  };
  const answer = (over: Partial<FactorAnswer>): FactorAnswer => ({
    factor: 'irk-family',
    answer: 'present',
    reasons: 'Bråk',
    by: 'a/b',
    ...over,
  });

  it('property: the grade is the person’s whatever the answers say', () => {
    const answers = fc.uniqueArray(
      fc.record({
        factor: fc.constantFrom(...CHECK_IRK.factors.map(({ id }) => id)),
        answer: fc.constantFrom(...FACTOR_ANSWERS),
        reasons: fc.constant('Sett'),
        by: fc.constant('a/b'),
      }),
      { selector: ({ factor }) => factor },
    );
    fc.assert(
      fc.property(answers, fc.constantFrom(...GRADES), (given, grade) => {
        expect(decideGrading({ ...input, grade, answers: given }, [])).toMatchObject({
          outcome: 'graded',
          grading: { grade },
        });
      }),
    );
  });
  it('needs a person, a grade, reasons, and reasons for each factor that is present', () => {
    const answers = [
      answer({ reasons: '' }),
      answer({ factor: 'shoe-size' }),
      answer({}),
      answer({ by: 'c/d', answer: 'absent', reasons: '' }),
    ];
    const decision = decideGrading({ ...input, grade: null, by: null, reasons: ' ', answers }, []);
    if (decision.outcome !== 'refused') throw new Error('must refuse');
    expect(decision.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'answers.0.reasons reasons-missing',
      'answers.1.factor unknown-factor',
      'answers.2.factor answered-twice',
      'grade grade-missing',
      'by grader-missing',
      'reasons reasons-missing',
    ]);
    expect(findDisagreements(answers)).toEqual(['irk-family']);
  });
  it('keeps every earlier grade in the history', () => {
    let history: readonly Grading[] = [];
    const changes = (['orange', 'red', 'red', 'green'] as const).map((grade, at) => {
      const decision = decideGrading({ ...input, grade, at: 10 + at }, history);
      if (decision.outcome !== 'graded') throw new Error('must grade');
      history = decision.history;
      return decision.change;
    });
    expect(changes).toEqual(['first', 'raised', 'confirmed', 'lowered']);
    expect(history.map(({ grade }) => grade)).toEqual(['orange', 'red', 'red', 'green']);
    expect(decideGrading({ ...input, at: 1 }, history)).toMatchObject({ faults: [{ code: 'before-last-grading' }] });
    expect([mostUrgent(['green', 'red']), mostUrgent([]), isHubGrade('green'), isHubGrade('orange')]).toEqual([
      'red',
      null,
      false,
      true,
    ]);
  });
});

describe('immediate protection', () => {
  const input = {
    result: 'needs-protection-now',
    reasons: 'Hot',
    measures: 'Jour',
    by: 'a',
    at: 9,
    receivedAt: 5,
    grade: 'orange',
  } as const;
  it('asks a person to grade anew when a child in danger is not red', () => {
    expect(decideProtectionAssessment(input)).toMatchObject({ outcome: 'assessed', asksRegrading: true });
    expect(decideProtectionAssessment({ ...input, grade: 'red' })).toMatchObject({ asksRegrading: false });
    expect(decideProtectionAssessment({ ...input, result: 'no-immediate-need', measures: '' })).toMatchObject({
      asksRegrading: false,
    });
  });
  it('names what is missing', () => {
    const bare = { ...input, reasons: '', measures: '', by: null, at: 4 };
    expect(decideProtectionAssessment(bare)).toMatchObject({
      faults: [
        { code: 'assessor-missing' },
        { code: 'reasons-missing' },
        { code: 'measures-missing' },
        { code: 'before-report' },
      ],
    });
    expect(decideProtectionAssessment({ ...input, result: null })).toMatchObject({
      faults: [{ code: 'result-missing' }],
    });
  });
});
