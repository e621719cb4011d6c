/** A concept folder's name is the namespace of its texts: `report/texts.sv.json` is read as `report:…`. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

export function byNamespace(files: Readonly<Record<string, Catalogue>>): Record<string, Catalogue> {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.split('/').at(-2) ?? path, texts]));
}

/** Every key as a path, plural forms folded into their key, so that two languages with different plurals can be compared. */
export function keysOf(catalogue: Catalogue, prefix = ''): readonly string[] {
  const keys = Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [prefix + key.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysOf(value, `${prefix}${key}.`),
  );
  return [...new Set(keys)].sort();
}
