/** What I have said myself, and drawn, with the day. */
import { DrawingShown } from '../../drawing/DrawingShown.js';
import { dayWords } from '../dates.js';
import type { OwnWords } from '../shapes.js';
import { useTexts } from '../texts.js';

export function OwnSaid({ text, drawing, saidAt }: OwnWords) {
  const texts = useTexts();
  return (
    <div className="plan-own-words">
      <p className="muted small">{texts.shown('plan.said', { day: dayWords(saidAt, texts) })}</p>
      <SaidWords text={text} drawing={drawing} />
    </div>
  );
}

/** A drawing without words of its own is told by what it shows, which is said once. */
export function SaidWords({ text, drawing }: Pick<OwnWords, 'text' | 'drawing'>) {
  return (
    <>
      <p className="asked-words" dir="auto">
        {text}
      </p>
      {drawing && <DrawingShown drawing={drawing} isSaid={drawing.alt === text} />}
    </>
  );
}
