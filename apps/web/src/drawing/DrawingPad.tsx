/**
 * A sheet to draw on with a finger, a pen or a mouse. Nobody has to: words alone always do, and say so to whoever cannot draw
 * here. Each stroke can be taken back, and so can beginning anew.
 */
import { Eraser, Undo2 } from 'lucide-react';
import { useId, useRef, useState, type PointerEvent } from 'react';
import {
  DRAWING_COLOURS,
  MOST_POINTS,
  MOST_STROKES,
  PENS,
  pointsIn,
  SHEET,
  thinned,
  type DrawingColour,
  type DrawingPen,
  type Stroke,
} from '#domain/plan/drawing.js';
import '../elements/Button.css';
import { Lines } from './DrawingShown.js';
import './drawing.css';

export interface PadWords {
  readonly sheet: string;
  readonly help: string;
  readonly colour: string;
  readonly colours: Readonly<Record<DrawingColour, string>>;
  readonly pen: string;
  readonly pens: Readonly<Record<DrawingPen, string>>;
  readonly undo: string;
  readonly clear: string;
  readonly full: string;
}

interface PadProps {
  readonly strokes: readonly Stroke[];
  readonly words: PadWords;
  readonly onChange: (strokes: readonly Stroke[]) => void;
}

const COLOURS = Object.keys(DRAWING_COLOURS) as DrawingColour[];
const WIDTHS = Object.keys(PENS) as DrawingPen[];

export function DrawingPad({ strokes, words, onChange }: PadProps) {
  const id = useId();
  const [colour, setColour] = useState<DrawingColour>('ink');
  const [pen, setPen] = useState<DrawingPen>('thin');
  const [live, setLive] = useState<Stroke | null>(null);
  const holding = useRef<{ readonly pointer: number; readonly stroke: Stroke } | null>(null);
  /** What stood before it was begun anew. */
  const [cleared, setCleared] = useState<readonly Stroke[]>([]);
  const isFull = strokes.length >= MOST_STROKES || pointsIn(strokes) >= MOST_POINTS;
  const canUndo = strokes.length > 0 || cleared.length > 0;
  const hold = (pointer: number, stroke: Stroke) => {
    holding.current = { pointer, stroke };
    setLive(stroke);
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (isFull || holding.current || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hold(event.pointerId, { colour, pen, points: pointOf(event, event.currentTarget) });
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    const held = holding.current;
    if (held?.pointer !== event.pointerId) return;
    const sheet = event.currentTarget;
    // What an older telephone does not tell is drawn as a straight line.
    const between = 'getCoalescedEvents' in event.nativeEvent ? event.nativeEvent.getCoalescedEvents() : [];
    const more = (between.length > 0 ? between : [event.nativeEvent]).flatMap((one) => pointOf(one, sheet));
    hold(held.pointer, { ...held.stroke, points: [...held.stroke.points, ...more] });
  };
  const end = (event: PointerEvent<SVGSVGElement>) => {
    const held = holding.current;
    if (held?.pointer !== event.pointerId) return;
    holding.current = null;
    setLive(null);
    setCleared([]);
    const room = (MOST_POINTS - pointsIn(strokes)) * 2;
    onChange([...strokes, { ...held.stroke, points: thinned(held.stroke.points).slice(0, room) }]);
  };
  const undo = () => {
    if (strokes.length > 0) return onChange(strokes.slice(0, -1));
    setCleared([]);
    onChange(cleared);
  };
  const clear = () => {
    setCleared(strokes);
    onChange([]);
  };
  return (
    <div className="drawing-pad">
      <p id={`${id}-help`} className="muted small">
        {words.help}
      </p>
      <svg
        className="drawing-sheet"
        data-open={!isFull || undefined}
        viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
        role="img"
        aria-label={words.sheet}
        aria-describedby={`${id}-help`}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Lines strokes={live ? [...strokes, live] : strokes} />
      </svg>
      <p role="status" className="small drawing-full">
        {isFull && words.full}
      </p>
      <fieldset className="drawing-choice">
        <legend>{words.colour}</legend>
        {COLOURS.map((one) => (
          <label key={one} className="drawing-dot" title={words.colours[one]}>
            <input
              type="radio"
              className="vh"
              name={`${id}-colour`}
              checked={colour === one}
              onChange={() => setColour(one)}
            />
            <svg viewBox="0 0 24 24" aria-hidden>
              <circle cx="12" cy="12" r="10" fill={DRAWING_COLOURS[one]} />
            </svg>
            <span className="vh">{words.colours[one]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="drawing-choice">
        <legend>{words.pen}</legend>
        {WIDTHS.map((one) => (
          <label key={one} className="drawing-pen">
            <input type="radio" name={`${id}-pen`} checked={pen === one} onChange={() => setPen(one)} />
            <span>{words.pens[one]}</span>
          </label>
        ))}
      </fieldset>
      <div className="drawing-acts">
        <button
          type="button"
          className="button"
          data-kind="secondary"
          aria-disabled={!canUndo || undefined}
          onClick={() => canUndo && undo()}
        >
          <Undo2 className="icon" aria-hidden />
          <span>{words.undo}</span>
        </button>
        <button
          type="button"
          className="button"
          data-kind="quiet"
          aria-disabled={strokes.length === 0 || undefined}
          onClick={() => strokes.length > 0 && clear()}
        >
          <Eraser className="icon" aria-hidden />
          <span>{words.clear}</span>
        </button>
      </div>
    </div>
  );
}

/** Where on the sheet, in its own points; a finger that slips off it draws along its edge. */
function pointOf({ clientX, clientY }: { clientX: number; clientY: number }, sheet: Element): number[] {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const within = (part: number, whole: number): number => Math.round(Math.min(1, Math.max(0, part)) * whole);
  return [within((clientX - left) / width, SHEET.width), within((clientY - top) / height, SHEET.height)];
}
