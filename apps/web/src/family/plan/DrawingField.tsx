/** A sheet beside the words, and what it shows in words of whoever drew it, for those who listen to it. */
import { useId, useState, type ReactNode } from 'react';
import { DRAWING_COLOURS, LONGEST_ALT, PENS, type DrawingColour, type DrawingPen } from '#domain/plan/drawing.js';
import { DrawingPad } from '../../drawing/DrawingPad.js';
import { useTexts } from '../texts.js';
import type { KeptWords } from './kept-words.js';

interface DrawingField {
  readonly fields: ReactNode;
  readonly isThere: boolean;
  readonly lack: () => boolean;
}

export function useDrawingField({ strokes, alt, write }: KeptWords): DrawingField {
  const { t } = useTexts();
  const id = useId();
  const [isLacking, setLacking] = useState(false);
  const isThere = strokes.length > 0;
  const named = <Key extends string>(keys: Readonly<Record<Key, unknown>>, of: 'colours' | 'pens') =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, t(`plan.draw.${of}.${key}` as never)])) as Record<
      Key,
      string
    >;
  const fields = (
    <fieldset className="plan-draw">
      <legend>{t('plan.draw.title')}</legend>
      <DrawingPad
        strokes={strokes}
        onChange={(next) => write({ strokes: next })}
        words={{
          sheet: t('plan.draw.sheet'),
          help: t('plan.draw.help'),
          colour: t('plan.draw.colour'),
          colours: named<DrawingColour>(DRAWING_COLOURS, 'colours'),
          pen: t('plan.draw.pen'),
          pens: named<DrawingPen>(PENS, 'pens'),
          undo: t('plan.draw.undo'),
          clear: t('plan.draw.clear'),
          full: t('plan.draw.full'),
        }}
      />
      {isThere && (
        <div className="plan-draw-alt">
          <label htmlFor={id}>{t('plan.draw.alt')}</label>
          <p id={`${id}-help`} className="muted small">
            {t('plan.draw.altHelp')}
          </p>
          {isLacking && (
            <p id={`${id}-lack`} className="lack" role="alert">
              {t('plan.draw.altLack')}
            </p>
          )}
          <textarea
            id={id}
            dir="auto"
            rows={2}
            maxLength={LONGEST_ALT}
            value={alt}
            aria-describedby={isLacking ? `${id}-lack ${id}-help` : `${id}-help`}
            aria-invalid={isLacking || undefined}
            onChange={(event) => {
              write({ alt: event.target.value });
              setLacking(false);
            }}
          />
        </div>
      )}
    </fieldset>
  );
  const lack = () => {
    const isUntold = isThere && alt.trim() === '';
    setLacking(isUntold);
    if (isUntold) document.getElementById(id)?.focus();
    return isUntold;
  };
  return { fields, isThere, lack };
}
