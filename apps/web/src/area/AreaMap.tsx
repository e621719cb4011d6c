/** Counts on the town's own sketch; no map of anybody else's is asked. Every place is a button, and the table beside says the same. */
import { useTranslation } from 'react-i18next';
import type { ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import { useTold, type Told } from './use-told.js';

export interface AreaMapProps {
  readonly week: ShownAreaWeekFragment;
  readonly chosen: string | null;
  readonly onChoose: (place: string | null) => void;
}

type Sketch = NonNullable<ShownAreaWeekFragment['sketch']>;

const SMALLEST = 15;
const LARGEST = 40;
const NONE: Told = { count: 0, fewMore: false };

export function AreaMap({ week, chosen, onChoose }: AreaMapProps) {
  const { t } = useTranslation('area');
  const { sketch } = week;
  if (!sketch) return null;
  const counts = new Map(week.places.map(({ place, times }) => [place, times]));
  return (
    <svg
      className="area-map"
      viewBox={`0 0 ${sketch.width} ${sketch.height}`}
      role="group"
      aria-label={t('map.label', { week: week.week })}
    >
      <Ground sketch={sketch} />
      {sketch.places
        .filter(({ slug, retired }) => !retired || counts.has(slug))
        .map((place) => (
          <MapPlace
            key={place.slug}
            place={place}
            told={counts.get(place.slug) ?? NONE}
            width={sketch.width}
            isChosen={chosen === place.slug}
            onChoose={() => onChoose(chosen === place.slug ? null : place.slug)}
          />
        ))}
    </svg>
  );
}

export function Ground({ sketch }: { readonly sketch: Pick<Sketch, 'districts' | 'lines'> }) {
  return (
    <g aria-hidden>
      {sketch.districts.map(({ slug, outline }) => (
        <polygon key={slug} points={outline} className="map-district" />
      ))}
      {sketch.lines.map(({ name, kind, points }) => (
        <polyline key={name} points={points} className="map-line" data-kind={kind} />
      ))}
      {sketch.districts.map(({ slug, name, outline }) => {
        const { x, y } = topOf(outline);
        return (
          <text key={slug} x={x} y={y} className="map-district-name">
            {name}
          </text>
        );
      })}
    </g>
  );
}

interface MapPlaceProps {
  readonly place: Sketch['places'][number];
  readonly told: Told;
  readonly width: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function MapPlace({ place, told, width, isChosen, onChoose }: MapPlaceProps) {
  const words = useTold();
  const { x, y, name } = place;
  const isSeen = told.count > 0 || told.fewMore;
  const radius = isSeen ? Math.min(LARGEST, SMALLEST + Math.sqrt(told.count) * 5) : 6;
  const label = told.count > 0 ? `${told.count}${told.fewMore ? '+' : ''}` : '<3';
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={`${name}: ${words(told)}`}
      className="map-place"
      data-seen={isSeen || undefined}
      data-chosen={isChosen || undefined}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <circle cx={x} cy={y} r={26} className="map-touch" />
      <circle cx={x} cy={y} r={radius} className="map-dot" />
      {isSeen && (
        <text x={x} y={y + 7} className="map-count">
          {label}
        </text>
      )}
      <text
        x={x}
        y={y + radius + 21}
        className="map-place-name"
        data-edge={x < 90 ? 'start' : x > width - 90 ? 'end' : undefined}
      >
        {name}
      </text>
    </g>
  );
}

/** Where a district's name stands: under the middle of its upper edge. */
function topOf(outline: string): { readonly x: number; readonly y: number } {
  const corners = outline.split(' ').map((corner) => corner.split(',').map(Number) as [number, number]);
  const xs = corners.map(([x]) => x);
  const top = Math.min(...corners.map(([, y]) => y));
  const high = corners.filter(([, y]) => y < top + 40).map(([x]) => x);
  const from = high.length > 1 ? Math.min(...high) : Math.min(...xs);
  const to = high.length > 1 ? Math.max(...high) : Math.max(...xs);
  return { x: Math.round((from + to) / 2), y: top + 34 };
}
