/** What there is on one day, in the order of time, each with the way to it. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../texts/start-texts.js';
import { dayWords } from '../time/moment.js';
import type { DayContent } from './day-content.js';
import { DayLines } from './DayLines.js';
import './month.css';

export function DayPanel({ day, content }: { readonly day: string; readonly content: DayContent }) {
  const { t } = useTranslation('month');
  const language = useLanguage();
  const { meetings, deadlines, off, schoolBreak } = content;
  const words = dayWords(`${day}T11:00:00Z`, language);
  return (
    <section className="panel day-panel" aria-live="polite" aria-label={words}>
      <h2>{words}</h2>
      {(off ?? schoolBreak) && (
        <p className="muted">
          {[off && t(`off.${off}` as never), schoolBreak && t('schoolBreak', { name: schoolBreak })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {meetings.length === 0 && deadlines.length === 0 && <p className="muted">{t('nothing')}</p>}
      <DayLines content={content} />
    </section>
  );
}
