import { describe, expect, it } from '@jest/globals';
import { missingColumns, readRegisterLine, REGISTER_COLUMNS, type RegisterLine } from './paper-register.js';

const AT = Date.UTC(2026, 10, 27, 9);
const houses = new Map([
  ['socialtjänsten', 'ekvalla-soc/individ-och-familj'],
  ['polisen/lpo-ekvalla', 'polisen/lpo-ekvalla'],
]);
const line = (over: Partial<RegisterLine['cells']> = {}): RegisterLine => ({
  line: 7,
  cells: {
    case: '2026-00012',
    signers: '20100504-2385, 19840712-2392',
    signedOn: '2026-11-01',
    from: 'Socialtjänsten',
    to: 'polisen/lpo-ekvalla',
    categories: 'measures-and-plan, Hur det går i skolan',
    purposes: 'ge stöd och hjälp',
    until: '',
    kept: 'Pärm 3, närarkivet',
    ...over,
  },
});
const faults = (over: Partial<RegisterLine['cells']>): unknown => {
  const read = readRegisterLine(line(over), { asOf: AT, houses });
  return 'faults' in read ? read.faults.map(({ column, code, word }) => [column, code, word]) : 'no fault';
};

describe('a line of a register on paper', () => {
  it('is read by words or codes, and lasts half a year from the day it was signed', () => {
    const read = readRegisterLine(line(), { asOf: AT, houses });
    expect(read).toEqual({
      row: {
        line: 7,
        caseNumber: '2026-00012',
        signers: ['20100504-2385', '19840712-2392'],
        from: ['ekvalla-soc/individ-och-familj'],
        to: ['polisen/lpo-ekvalla'],
        categories: ['measures-and-plan', 'school-attendance-and-results'],
        purposes: ['support'],
        validFrom: Date.UTC(2026, 9, 31, 23),
        validUntil: Date.UTC(2027, 4, 1, 22),
        signedOn: '2026-11-01',
        kept: 'Pärm 3, närarkivet',
      },
    });
  });

  it.each([
    ['an empty cell', { signers: ' , ' }, [['signers', 'missing', undefined]]],
    ['a house that nobody knows', { to: 'Brandkåren' }, [['to', 'unknown', 'Brandkåren']]],
    ['a kind of information that nobody knows', { categories: 'skvaller' }, [['categories', 'unknown', 'skvaller']]],
    ['a day that no calendar has', { signedOn: '2026-02-30' }, [['signedOn', 'not-a-date', '2026-02-30']]],
    ['a signature of tomorrow', { signedOn: '2026-11-28' }, [['signedOn', 'in-future', undefined]]],
    ['an end beyond half a year', { until: '2027-05-02' }, [['until', 'too-long', undefined]]],
    ['an end that has been', { signedOn: '2026-01-10', until: '2026-06-30' }, [['until', 'over-already', undefined]]],
    [
      'several at once',
      { case: '', purposes: 'x', signedOn: 'i går' },
      [
        ['case', 'missing', undefined],
        ['purposes', 'unknown', 'x'],
        ['signedOn', 'not-a-date', 'i går'],
      ],
    ],
  ])('tells of %s', (_, over, expected) => {
    expect(faults(over)).toEqual(expected);
  });

  it('says which headings a file lacks', () => {
    expect(missingColumns(Object.values(REGISTER_COLUMNS))).toEqual([]);
    expect(missingColumns(['ärende', 'lämnar'])).toHaveLength(7);
  });
});
