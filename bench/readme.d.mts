/** One table of an arm: a cell is a figure, a median with its spread, a word, or nothing. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly digits?: number }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
export interface Results {
  readonly arms: Readonly<Record<string, { readonly tables: readonly Table[] }>>;
  /** The same with ten years of work and a thousand clients, where that has been measured. */
  readonly full?: Results['arms'];
}
export const arms: Readonly<Record<string, { readonly title: string; readonly about: string }>>;
export function renderReadme(results: Results): string;
