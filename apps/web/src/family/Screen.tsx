/**
 * One thing per page: a drawing, a heading, what is said or asked, one way forward and a plain way out. A new page takes
 * the focus to its heading, so that nobody who listens is left behind.
 */
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from './texts.js';
import { useVisit } from './visit.js';

interface ScreenProps {
  /** For the window: never a name. */
  readonly title: string;
  /** Where the heading says more than the window may. */
  readonly heading?: ReactNode;
  readonly drawing?: ReactNode;
  /** A bigger heading and air: the first and the last page of something. */
  readonly isGreeting?: boolean;
  readonly step?: { readonly step: number; readonly all: number };
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly hasNoBack?: boolean;
  /** Stands over another page. */
  readonly takesFocus?: boolean;
}

export function Screen({
  title,
  heading,
  drawing,
  isGreeting,
  step,
  lead,
  children,
  actions,
  hasNoBack,
  takesFocus,
}: ScreenProps) {
  const { t, isUnreviewed } = useTexts();
  const { back, canBack, moves } = useVisit();
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What stands over a page gives the window back its title.
    const before = document.title;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  }, [title]);
  useEffect(() => {
    if (moves === 0 && !takesFocus) return;
    top.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [moves, takesFocus]);
  return (
    <div className="screen" data-greeting={isGreeting || undefined} data-drawn={drawing !== undefined || undefined}>
      <div className="screen-way" data-unread>
        {canBack && !hasNoBack && (
          <button type="button" className="screen-back" onClick={back}>
            <ChevronLeft className="icon" data-mirror aria-hidden />
            {t('bar.back')}
          </button>
        )}
        {step && (
          <p className="screen-step">
            <span>{t('step.of', step)}</span>
            <progress max={step.all} value={step.step} aria-hidden="true" />
          </p>
        )}
      </div>
      {drawing && <div className="screen-drawing">{drawing}</div>}
      <div className="screen-words">
        <h1 ref={top} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead && <p className="screen-lead">{lead}</p>}
        {children}
        {actions && <div className="screen-actions">{actions}</div>}
        {isUnreviewed && (
          <p className="screen-review" data-unread>
            {t('review')}
          </p>
        )}
      </div>
    </div>
  );
}
