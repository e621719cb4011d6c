/** A drawing as it was drawn: lines that we draw ourselves on white paper, with what it shows beneath, for all who read. */
import { useId } from 'react';
import {
  DRAWING_COLOURS,
  pathOf,
  PENS,
  readStroke,
  SHEET,
  type DrawingWritten,
  type Stroke,
} from '#domain/plan/drawing.js';
import './drawing.css';

/** `isSaid`: what it shows stands beside it already. */
export function DrawingShown({ drawing, isSaid }: { readonly drawing: DrawingWritten; readonly isSaid?: boolean }) {
  const id = useId();
  const { alt } = drawing;
  return (
    <figure className="drawing">
      <svg
        className="drawing-sheet"
        viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
        role="img"
        {...(isSaid ? { 'aria-label': alt } : { 'aria-labelledby': id })}
      >
        <Lines strokes={strokesIn(drawing)} />
      </svg>
      {!isSaid && (
        <figcaption id={id} dir="auto">
          {alt}
        </figcaption>
      )}
    </figure>
  );
}

export const strokesIn = ({ strokes }: Pick<DrawingWritten, 'strokes'>): readonly Stroke[] =>
  strokes.flatMap((line) => readStroke(line) ?? []);

export function Lines({ strokes }: { readonly strokes: readonly Stroke[] }) {
  return strokes.map((stroke, at) => (
    <path
      key={at}
      d={pathOf(stroke)}
      fill="none"
      stroke={DRAWING_COLOURS[stroke.colour]}
      strokeWidth={PENS[stroke.pen]}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ));
}
