/**
 * The drawing in what is said of a plan: it stands in the same sealed item as its words, so that whoever has them has it, in the
 * same version and on the same ground, and nobody beside them.
 */
import {
  decideDrawing,
  LONGEST_ALT,
  MOST_POINTS,
  writeStroke,
  type Drawing,
  type DrawingFault,
  type DrawingWritten,
} from '#domain/plan/drawing.js';
import type { FieldFault } from '../failure.js';
import type { ItemContent, ReleasedItem } from '../gate/released.js';

const FAULTS: Readonly<Record<DrawingFault['code'], Pick<FieldFault, 'code' | 'values'>>> = {
  required: { code: 'DRAWING_IN_WORDS' },
  'too-long': { code: 'TOO_LONG', values: { most: LONGEST_ALT } },
  'too-much': { code: 'DRAWING_TOO_LARGE', values: { most: MOST_POINTS } },
  'no-drawing': { code: 'NO_DRAWING' },
};

/** As it is kept in the item, or why it cannot be. */
export function drawn(written: DrawingWritten | null): {
  readonly data: NonNullable<ItemContent['data']>;
  readonly faults: readonly FieldFault[];
} {
  const decision = decideDrawing(written);
  if (decision.outcome === 'refused')
    return { data: {}, faults: [{ field: decision.fault.field, ...FAULTS[decision.fault.code] }] };
  if (decision.outcome === 'nothing') return { data: {}, faults: [] };
  const { alt, strokes } = decision.drawing;
  return { data: { drawing: { alt, strokes: strokes.map(writeStroke) } satisfies DrawingWritten }, faults: [] };
}

/** Looked through once more: what is no drawing is shown to nobody, however it came there. */
export function drawingIn({ content }: Pick<ReleasedItem, 'content'>): Drawing | null {
  const kept = content.data?.['drawing'];
  if (!isWritten(kept)) return null;
  const decision = decideDrawing(kept);
  return decision.outcome === 'drawn' ? decision.drawing : null;
}

const isWritten = (kept: unknown): kept is DrawingWritten =>
  typeof kept === 'object' &&
  kept !== null &&
  'alt' in kept &&
  typeof kept.alt === 'string' &&
  'strokes' in kept &&
  Array.isArray(kept.strokes) &&
  kept.strokes.every((one) => typeof one === 'string');
