/** What is followed in figures: both readings in words, a picture of them, and every figure for whoever wants to see them. */
import { MoveRight, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react';
import { dayWords } from '../dates.js';
import { SPEECH } from '../language.js';
import type { Series } from '../shapes.js';
import { useTexts } from '../texts.js';

/** Noon is on that day wherever one reads. */
const noonOf = (day: string): string => `${day}T12:00:00Z`;

const WAYS: Readonly<Record<'up' | 'down' | 'same', LucideIcon>> = {
  up: TrendingUp,
  down: TrendingDown,
  same: MoveRight,
};

export function SeriesInPlan({ series }: { readonly series: Series }) {
  const texts = useTexts();
  const { t, shown, language } = texts;
  const { measured, values, reading } = series;
  const figures = new Intl.NumberFormat(SPEECH[language].locale, { maximumFractionDigits: 1 });
  const figure = (value: number) => t(`plan.series.unit.${measured.unit}`, { figure: figures.format(value) });
  const day = (period: string) => {
    const words = dayWords(noonOf(period), texts, measured.cadence === 'day' ? 'weekday' : undefined);
    return measured.cadence === 'day' ? words : shown('plan.series.week', { day: words });
  };
  if (!reading) return <p className="plan-card-more">{t('plan.series.nothing')}</p>;
  const isFirst = values.length < 2;
  const Way = isFirst ? MoveRight : WAYS[reading.way];
  const way = isFirst ? 'first' : reading.way;
  return (
    <div className="plan-series">
      <p className="plan-series-way">
        <Way className="icon" aria-hidden />
        <span>{shown(`plan.series.way.${way}`, { from: figure(reading.from), to: figure(reading.to) })}</span>
      </p>
      {reading.left !== null && reading.left > 0 && (
        <p>{shown(`plan.series.left.${measured.better}`, { left: figure(reading.left) })}</p>
      )}
      {!isFirst && <Picture series={series} />}
      {!isFirst && (
        <details className="plan-original" data-unread>
          <summary>{t('plan.series.all')}</summary>
          <ul className="plan-series-all">
            {[...values].reverse().map(({ id, period, value }) => (
              <li key={id}>
                <span>{day(period)}</span> <strong>{figure(value)}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const HEIGHT = 100;
const COLUMN = 10;
const STEP = 14;
/** More would be thinner than a finger can tell apart. */
const MOST = 26;

/** The words say the same. */
function Picture({ series: { values, measured } }: { readonly series: Series }) {
  const shown = values.slice(-MOST);
  const isWhole = measured.unit === 'percent';
  const most = isWhole ? 100 : Math.max(1, ...shown.map(({ value }) => value));
  return (
    <svg
      className="plan-series-picture"
      viewBox={`0 0 ${shown.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {shown.map(({ id, value }, at) => {
        const height = Math.max(1, (value / most) * HEIGHT);
        return (
          <g key={id}>
            {isWhole && <rect className="plan-series-whole" x={at * STEP + 2} y={0} width={COLUMN} height={HEIGHT} />}
            <rect className="plan-series-part" x={at * STEP + 2} y={HEIGHT - height} width={COLUMN} height={height} />
          </g>
        );
      })}
    </svg>
  );
}
