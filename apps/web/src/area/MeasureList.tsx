/** What is done about it: what was carried here from earlier weeks and is late stands first. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import type { PartyKind } from '../elements/houses.js';
import { Time } from '../elements/Time.js';
import type { ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import { EndMeasure } from './EndMeasure.js';
import { Strike } from './SightingList.js';
import type { AreaNames } from './use-area-names.js';

type Measure = ShownAreaWeekFragment['measures'][number];

export interface MeasureListProps {
  readonly week: ShownAreaWeekFragment;
  readonly names: AreaNames;
  readonly places: readonly string[];
  readonly onChanged: () => void;
}

export function MeasureList({ week, names, places, onChanged }: MeasureListProps) {
  const { t } = useTranslation('area');
  const [ending, setEnding] = useState<Measure | null>(null);
  if (week.measures.length === 0) return <p className="muted">{t('measures.none')}</p>;
  return (
    <>
      <ul className="area-list" role="list">
        {week.measures.map((one) => (
          <li key={one.id} className="area-row" data-late={one.late || undefined} data-state={one.state}>
            <p className="area-row-top">
              <strong>{one.what ?? t('seen.struck')}</strong>
              <span className="area-state" data-state={one.state}>
                {t(`measures.state.${one.state as 'open' | 'done' | 'dropped'}`)}
              </span>
              {one.carried && one.state === 'open' && <span className="area-state">{t('measures.carried')}</span>}
            </p>
            <p>
              {names.place(one.place)}
              {one.phenomenon && <span className="muted"> · {names.phenomenon(one.phenomenon)}</span>}
            </p>
            {one.result && (
              <p className="area-words">
                <span className="muted">{t('measures.result')}</span> {one.result}
              </p>
            )}
            <p className="area-row-foot">
              <AgencyBadge kind={one.ownerKind as PartyKind} name={one.ownerBranchName} />
              <span className="small">{one.ownerName}</span>
              <span className={one.late ? 'small area-late' : 'small muted'}>
                {t(one.late ? 'measures.late' : 'measures.due')} <Time at={`${one.dueOn}T12:00:00Z`} as="day" />
              </span>
              <span className="push row gap-1">
                {one.what && <Strike id={one.id} onChanged={onChanged} />}
                {one.mayEnd && (
                  <Button
                    size="small"
                    onPress={() => setEnding(one)}
                    aria-label={t('measures.endOne', { what: one.what ?? '' })}
                  >
                    {t('measures.end')}
                  </Button>
                )}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {ending && (
        <EndMeasure
          measure={ending}
          week={week}
          places={places}
          onClose={() => setEnding(null)}
          onChanged={onChanged}
        />
      )}
    </>
  );
}
