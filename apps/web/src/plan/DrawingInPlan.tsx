/** The young person draws, or somebody beside them does: a sheet under the words of the future, and what it shows. */
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DRAWING_COLOURS,
  PENS,
  writeStroke,
  type DrawingColour,
  type DrawingPen,
  type DrawingWritten,
  type Stroke,
} from '#domain/plan/drawing.js';
import { DrawingPad } from '../drawing/DrawingPad.js';
import { strokesIn } from '../drawing/DrawingShown.js';
import { Button } from '../elements/Button.js';
import { TextArea } from '../elements/fields/TextField.js';

/** As it is written; a sheet without strokes is no drawing. */
export interface DrawingBegun {
  readonly strokes: readonly Stroke[];
  readonly alt: string;
}

/** As the api has it, to be drawn on. */
export const drawingIn = (told: DrawingWritten | null | undefined): DrawingBegun => ({
  strokes: told ? strokesIn(told) : [],
  alt: told?.alt ?? '',
});

/** As it is sent; null where nothing is drawn. */
export const drawingSent = ({ strokes, alt }: DrawingBegun) =>
  strokes.length === 0 ? null : { alt, strokes: strokes.map(writeStroke) };

interface DrawingInPlanProps {
  readonly value: DrawingBegun;
  readonly onChange: (value: DrawingBegun) => void;
  readonly errorOf: (field: string) => string | undefined;
}

export function DrawingInPlan({ value, onChange, errorOf }: DrawingInPlanProps) {
  const { t } = useTranslation('plan');
  const [isAsked, setAsked] = useState(false);
  const isDrawn = value.strokes.length > 0;
  if (!isAsked && !isDrawn && value.alt === '')
    return (
      <div>
        <Button icon={Pencil} onPress={() => setAsked(true)}>
          {t('drawing.add')}
        </Button>
      </div>
    );
  const named = <Key extends string>(keys: Readonly<Record<Key, unknown>>, of: 'colours' | 'pens') =>
    Object.fromEntries(Object.keys(keys).map((key) => [key, t(`drawing.${of}.${key}` as never)])) as Record<
      Key,
      string
    >;
  return (
    <fieldset className="plan-drawing">
      <legend>{t('drawing.title')}</legend>
      <DrawingPad
        strokes={value.strokes}
        onChange={(strokes) => onChange({ ...value, strokes })}
        words={{
          sheet: t('drawing.sheet'),
          help: t('drawing.help'),
          colour: t('drawing.colour'),
          colours: named<DrawingColour>(DRAWING_COLOURS, 'colours'),
          pen: t('drawing.pen'),
          pens: named<DrawingPen>(PENS, 'pens'),
          undo: t('drawing.undo'),
          clear: t('drawing.clear'),
          full: t('drawing.full'),
        }}
      />
      {errorOf('drawing') && (
        <p className="error" role="alert">
          {errorOf('drawing')}
        </p>
      )}
      {isDrawn && (
        <TextArea
          label={t('drawing.alt')}
          help={t('drawing.altHelp')}
          rows={2}
          value={value.alt}
          onChange={(alt) => onChange({ ...value, alt })}
          error={errorOf('drawingAlt')}
        />
      )}
    </fieldset>
  );
}
