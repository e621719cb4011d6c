/** Time left of a meeting, by server time, readable across a room; spoken once a minute, not once a second. */
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import { countdownFigures, spokenSpan } from '../time/span.js';
import './Countdown.css';

export function Countdown({ until, label, size }: { until: string; label: string; size?: 'wall' }) {
  const { t } = useTranslation('elements');
  const language = useLanguage();
  const left = Date.parse(until) - useServerNow(1000);
  const spoken = Date.parse(until) - useServerNow(60_000);
  const over = left <= 0;
  return (
    <div className="countdown" data-size={size} data-over={over || undefined} role="timer" aria-label={label}>
      <span className="countdown-label" aria-hidden>
        {over ? t('countdown.over') : label}
      </span>
      <span className="countdown-figures" aria-hidden>
        {over && '+'}
        {countdownFigures(left)}
      </span>
      <span className="vh">
        {t(spoken <= 0 ? 'countdown.overBy' : 'countdown.left', { span: spokenSpan(spoken, language) })}
      </span>
    </div>
  );
}
