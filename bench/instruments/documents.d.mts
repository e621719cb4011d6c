/** The operation of this name as text, with the fragments that it needs; undefined when the web client has none such. */
export function documentOf(name: string): string | undefined;
