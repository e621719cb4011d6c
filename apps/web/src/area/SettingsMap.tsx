/** The town's sketch with its places as they would stand; the chosen one is moved by a press on the map, or by its numbers. */
import { useTranslation } from 'react-i18next';
import type { KeptAreaSettingsFragment } from '../graphql/generated/area/graphql.js';
import { Ground } from './AreaMap.js';
import type { PlaceValues } from './area-settings-values.js';

export interface SettingsMapProps {
  readonly kept: KeptAreaSettingsFragment;
  readonly places: readonly PlaceValues[];
  readonly chosen: number | null;
  readonly onChoose: (at: number) => void;
  readonly onPut: (at: number, x: number, y: number) => void;
}

export function SettingsMap({ kept, places, chosen, onChoose, onPut }: SettingsMapProps) {
  const { t } = useTranslation('area');
  return (
    <svg
      className="area-map"
      viewBox={`0 0 ${kept.width} ${kept.height}`}
      role="group"
      aria-label={t('settings.map')}
      onClick={(event) => {
        if (chosen === null) return;
        const box = event.currentTarget.getBoundingClientRect();
        const x = Math.round(((event.clientX - box.left) / box.width) * kept.width);
        const y = Math.round(((event.clientY - box.top) / box.height) * kept.height);
        onPut(chosen, x, y);
      }}
    >
      <Ground sketch={kept} />
      {places.map(({ key, name, x, y, retired }, at) =>
        retired || !/^\d{1,4}$/.test(x) || !/^\d{1,4}$/.test(y) ? null : (
          <g
            key={key}
            role="button"
            tabIndex={0}
            aria-pressed={chosen === at}
            aria-label={name || t('settings.unnamed')}
            className="map-place"
            data-seen
            data-chosen={chosen === at || undefined}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(at);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(at);
            }}
          >
            <circle cx={x} cy={y} r={26} className="map-touch" />
            <circle cx={x} cy={y} r={12} className="map-dot" />
            <text
              x={x}
              y={Number(y) + 33}
              className="map-place-name"
              data-edge={Number(x) < 90 ? 'start' : Number(x) > kept.width - 90 ? 'end' : undefined}
            >
              {name}
            </text>
          </g>
        ),
      )}
    </svg>
  );
}
