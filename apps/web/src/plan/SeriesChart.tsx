/** The figures as columns, the first to the last; of a whole what is missing is drawn too. The words and the table say the same. */
import type { SeriesShownFragment } from '../graphql/generated/plan/graphql.js';
import { useNumber, usePeriod } from './figures.js';

const HEIGHT = 100;
/** Widths of a column, its gap beside it; the picture is as wide as its box. */
const COLUMN = 10;
const STEP = 14;
/** More would be thinner than a finger can tell apart; the table has all. */
const MOST = 40;

export function SeriesChart({ series }: { readonly series: SeriesShownFragment }) {
  const number = useNumber();
  const period = usePeriod();
  const { measured } = series;
  const values = series.values.slice(-MOST);
  const isWhole = measured.unit === 'percent';
  const most = isWhole ? 100 : Math.max(1, ...values.map(({ value }) => value));
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="series-chart" aria-hidden>
      <svg viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`} preserveAspectRatio="none">
        {values.map(({ id, value }, at) => {
          const height = Math.max(1, (value / most) * HEIGHT);
          return (
            <g key={id}>
              {isWhole && <rect x={at * STEP + 2} y={0} width={COLUMN} height={HEIGHT} className="series-whole" />}
              <rect
                x={at * STEP + 2}
                y={HEIGHT - height}
                width={COLUMN}
                height={height}
                className="series-part"
                data-last={at === values.length - 1 || undefined}
              />
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span>
          {number(first.value)} <span className="muted">{period(first.period, measured.cadence)}</span>
        </span>
        <span>
          <span className="muted">{period(last.period, measured.cadence)}</span> {number(last.value)}
        </span>
      </figcaption>
    </figure>
  );
}
