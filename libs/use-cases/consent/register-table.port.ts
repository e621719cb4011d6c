/** What a list from a spreadsheet says: its headings in lower case, and its lines as they are counted there. */
export interface RegisterTable {
  readonly headings: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
}

/** Reads lists as spreadsheets write them; undefined when it is no list at all. */
export abstract class RegisterTableReader {
  abstract read(text: string): RegisterTable | undefined;
}
