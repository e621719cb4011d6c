/** The last weeks as columns, each with its figure in words. */
import { useTranslation } from 'react-i18next';
import type { ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import { useTold } from './use-told.js';

const WIDTH = 640;
const HEIGHT = 170;
const FLOOR = 130;

export function Trend({ week }: { readonly week: ShownAreaWeekFragment }) {
  const { t } = useTranslation('area');
  const told = useTold();
  const most = Math.max(4, ...week.trend.map(({ times }) => times.count));
  const room = WIDTH / week.trend.length;
  return (
    <figure className="area-trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        {week.trend.map(({ monday, week: number, times }, at) => {
          const height = Math.max(times.fewMore || times.count > 0 ? 6 : 1, (times.count / most) * (FLOOR - 30));
          const middle = at * room + room / 2;
          return (
            <g key={monday} data-now={monday === week.monday || undefined} className="trend-week">
              <rect x={middle - 18} y={FLOOR - height} width={36} height={height} rx={3} className="trend-bar" />
              <text x={middle} y={FLOOR - height - 8} className="trend-count">
                {times.count > 0 ? `${times.count}${times.fewMore ? '+' : ''}` : times.fewMore ? '<3' : '0'}
              </text>
              <text x={middle} y={FLOOR + 26} className="trend-name">
                {t('trend.week', { week: number })}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>
        <ul className="vh">
          {week.trend.map(({ monday, week: number, times }) => (
            <li key={monday}>
              {t('trend.week', { week: number })}: {told(times)}
            </li>
          ))}
        </ul>
        <span className="muted small">{t('trend.help')}</span>
      </figcaption>
    </figure>
  );
}
