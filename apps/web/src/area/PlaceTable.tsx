/** The map's figures as a table: places with the most first, and the week before beside them. */
import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../elements/Table.js';
import type { ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import type { AreaNames } from './use-area-names.js';
import { useTold } from './use-told.js';

type PlaceCount = ShownAreaWeekFragment['places'][number];

export interface PlaceTableProps {
  readonly week: ShownAreaWeekFragment;
  readonly names: AreaNames;
}

export function PlaceTable({ week, names }: PlaceTableProps) {
  const { t } = useTranslation('area');
  const told = useTold();
  const columns: Column<PlaceCount>[] = [
    { key: 'place', heading: t('table.place'), names: true, cell: ({ place }) => names.place(place) },
    {
      key: 'what',
      heading: t('table.what'),
      plain: true,
      cell: ({ byPhenomenon }) => (
        <ul className="area-what" role="list">
          {byPhenomenon.map(({ phenomenon, times }) => (
            <li key={phenomenon}>
              {names.phenomenon(phenomenon)}, {told(times)}
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'times', heading: t('table.times'), figures: true, cell: ({ times }) => told(times) },
    { key: 'before', heading: t('table.before'), figures: true, cell: ({ before }) => told(before) },
  ];
  const rows = week.places.toSorted((a, b) => b.times.count - a.times.count);
  return (
    <Table
      caption={t('table.caption', { week: week.week })}
      columns={columns}
      rows={rows}
      keyOf={({ place }) => place}
      empty={<p className="muted">{t('table.none')}</p>}
    />
  );
}
