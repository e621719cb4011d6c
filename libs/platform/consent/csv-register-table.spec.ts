import { describe, expect, it } from '@jest/globals';
import { CsvRegisterTable } from './csv-register-table.js';

const read = (text: string) => new CsvRegisterTable().read(text);

describe('a list from a spreadsheet', () => {
  it.each([
    ['semicolons and a byte order mark', '\uFEFFÄrende;Lämnar\r\n2026-1;"Skola, Björk"\r\n'],
    ['tabs', 'Ärende\tLämnar\n2026-1\tSkola, Björk\n'],
    ['commas', 'Ärende,Lämnar\n2026-1,"Skola, Björk"\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({
      headings: ['ärende', 'lämnar'],
      lines: [{ line: 2, cells: { ärende: '2026-1', lämnar: 'Skola, Björk' } }],
    });
  });

  it('counts lines as the spreadsheet does, also past empty ones and cells that miss', () => {
    expect(read('a;b\n\n1;2\n3\n')?.lines).toEqual([
      { line: 3, cells: { a: '1', b: '2' } },
      { line: 4, cells: { a: '3', b: '' } },
    ]);
  });

  it('is nothing when it is no list', () => {
    expect(read('')).toBeUndefined();
    expect(read('hej')).toBeUndefined();
    expect(read('a;b\n"1;2')).toBeUndefined();
  });
});
