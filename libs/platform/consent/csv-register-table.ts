import { parse } from 'csv-parse/sync';
import { RegisterTableReader, type RegisterTable } from '#use-cases/consent/register-table.port.js';

/** Swedish spreadsheets part cells with semicolons, others with commas or tabs; a mark of byte order is no letter. */
const DELIMITERS = [';', '\t', ','];

/** What the reader answers when asked for lines as well. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

export class CsvRegisterTable extends RegisterTableReader {
  read(text: string): RegisterTable | undefined {
    const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
    const delimiter = DELIMITERS.find((one) => first.includes(one));
    if (delimiter === undefined) return undefined;
    let rows: Row[];
    try {
      rows = parse(text, {
        bom: true,
        delimiter,
        info: true,
        skip_empty_lines: true,
        relax_column_count: true,
        trim: true,
      }) as unknown as Row[];
    } catch {
      return undefined;
    }
    const [head, ...body] = rows;
    if (!head) return undefined;
    const headings = head.record.map((heading) => heading.toLowerCase());
    return {
      headings,
      lines: body.map(({ record, info }) => ({
        line: info.lines,
        cells: Object.fromEntries(headings.map((heading, at) => [heading, record[at] ?? ''])),
      })),
    };
  }
}
