/** What a figure said before it was put right or moved, with who did it and why: each version asked of the gate by itself. */
import type { Gate, Opening } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import type { EarlierRow } from './plan-news.port.js';

export interface EarlierFigure {
  readonly value: number;
  /** `2026-12-07` */
  readonly period: string;
  /** Who put it right, when and why. */
  readonly byName: string;
  readonly at: Date;
  readonly why: string | null;
}

/** By item; the oldest first. What the gate keeps of a version is not there. */
export async function earlierFigures(
  gate: Gate,
  opening: Opening,
  of: {
    readonly sealed: readonly SealedItem[];
    readonly rows: readonly EarlierRow[];
    readonly now: ReadonlyMap<string, ReleasedItem>;
  },
): Promise<ReadonlyMap<string, readonly EarlierFigure[]>> {
  const { sealed, rows, now } = of;
  const known = new Map(sealed.map((item) => [item.itemId, item]));
  const opened = new Map<string, ReleasedItem>();
  const versions = [...new Set(rows.map(({ version }) => version))].sort((one, other) => one - other);
  // The gate opens one version of a thing at a time.
  for (const version of versions) {
    const then = rows.filter((row) => row.version === version).flatMap((row) => asItWas(known.get(row.itemId), row));
    const { released } = await gate.openItems(opening, then);
    for (const item of released) opened.set(`${item.itemId} ${version}`, item);
  }
  const at = (itemId: string, version: number): ReleasedItem | undefined =>
    opened.get(`${itemId} ${version}`) ?? (now.get(itemId)?.version === version ? now.get(itemId) : undefined);
  const found = new Map<string, EarlierFigure[]>();
  for (const { itemId, version, byName, at: when } of rows) {
    const was = figureIn(at(itemId, version));
    if (!was) continue;
    const why = at(itemId, version + 1)?.content.data?.['why'];
    const one = { ...was, byName, at: when, why: typeof why === 'string' ? why : null };
    found.set(itemId, [...(found.get(itemId) ?? []), one]);
  }
  return found;
}

/** In the kind of information that it was then. */
const asItWas = (
  item: SealedItem | undefined,
  { version, category, ciphertext, keyVersion }: EarlierRow,
): SealedItem[] => (item ? [{ ...item, version, category, content: { ...item.content, ciphertext, keyVersion } }] : []);

/** Figures that were told before they could be moved have their day in their words alone. */
function figureIn(item: ReleasedItem | undefined): Pick<EarlierFigure, 'value' | 'period'> | null {
  const value = item?.content.data?.['value'];
  const period = item?.content.data?.['period'] ?? item?.content.text.split(' · ').at(-1);
  return typeof value === 'number' && typeof period === 'string' ? { value, period } : null;
}
