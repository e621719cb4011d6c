/**
 * The one way a deadline is shown: words left, absolute time, owner, kind of clock, next act. It lives by the server's
 * clock. What is late is said calmly, with what to do now: an alarm that shouts is switched off. [S0]
 */
import { Check, Clock, MinusCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import { spanWords, spokenSpan } from '../time/span.js';
import { GradeShape, type Grade } from './GradeBadge.js';
import { Icon } from './Icon.js';
import { Time } from './Time.js';
import './Deadline.css';

export interface DeadlineProps {
  readonly due: string;
  /** When it began; draws how much of the time has gone. Only in the large size. */
  readonly from?: string;
  readonly grade?: Grade;
  /** What is to be done by then, said before the time: "Svara hubben". */
  readonly what?: string;
  readonly owner?: string;
  /** `duty` counts only while the unit is open; `calendar` ends with a day. */
  readonly clock?: 'real' | 'duty' | 'calendar';
  /** Duty time left in milliseconds as the server counted it; words left are never guessed for duty hours. */
  readonly dutyLeft?: number;
  readonly outcome?: { readonly kind: 'met' | 'missed' | 'void'; readonly at: string; readonly by?: string };
  readonly next?: ReactNode;
  readonly size?: 'line' | 'large';
}

function Left({ due, dutyLeft, clock }: Pick<DeadlineProps, 'due' | 'dutyLeft' | 'clock'>) {
  const { t } = useTranslation('elements');
  const language = useLanguage();
  const left = Date.parse(due) - useServerNow(1000);
  if (clock === 'duty' && left > 0 && dutyLeft === undefined) return null;
  const span = clock === 'duty' && left > 0 && dutyLeft !== undefined ? dutyLeft : left;
  const key = left <= 0 ? 'deadline.lateBy' : clock === 'duty' ? 'deadline.dutyLeft' : 'deadline.left';
  return (
    <span className="deadline-left">
      <span aria-hidden>{t(key, { span: spanWords(span, language) })}</span>
      <span className="vh">{t(key, { span: spokenSpan(span, language) })}</span>
    </span>
  );
}

function Gone({ from, due }: { readonly from: string; readonly due: string }) {
  const now = useServerNow(10_000);
  const share = Math.min(1, Math.max(0, (now - Date.parse(from)) / (Date.parse(due) - Date.parse(from))));
  return (
    <span className="deadline-gone" aria-hidden>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

const MARKS = { met: Check, missed: Clock, void: MinusCircle } as const;

export function Deadline(props: DeadlineProps) {
  const { due, from, grade, what, owner, clock = 'real', dutyLeft, outcome, next, size = 'line' } = props;
  const { t } = useTranslation('elements');
  const late = Date.parse(due) <= useServerNow(60_000);
  return (
    <div
      className="deadline"
      data-size={size}
      data-state={outcome?.kind ?? (late ? 'late' : 'open')}
      data-grade={grade}
    >
      {what && size === 'large' && <p className="deadline-what">{what}</p>}
      <p className="deadline-facts">
        {grade && !outcome && <GradeShape grade={grade} />}
        {outcome && <Icon of={MARKS[outcome.kind]} />}
        {grade && <span className="deadline-grade">{t(`grade.${grade}`)}</span>}
        {what && size === 'line' && <span className="deadline-what">{what}</span>}
        {outcome ? (
          <span className="deadline-left">
            {t(`deadline.${outcome.kind}`)} <Time at={outcome.at} as="short" />
          </span>
        ) : (
          <Left {...props} clock={clock} />
        )}
        <span className="deadline-due">
          {outcome && <span>{t('deadline.was')} </span>}
          <Time at={due} as="due" />
        </span>
        {clock === 'duty' && dutyLeft === undefined && !outcome && (
          <span className="deadline-clock">{t('deadline.duty')}</span>
        )}
        {(outcome?.by ?? owner) && <span className="deadline-owner">{outcome?.by ?? owner}</span>}
      </p>
      {size === 'large' && from && !outcome && !late && <Gone from={from} due={due} />}
      {next && !outcome && <div className="deadline-next">{next}</div>}
    </div>
  );
}
