/** A week of an area: the map with its table, what each house has told, what is done about it, and how it has gone. */
import { ChevronLeft, ChevronRight, Lock, MapPin, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  AreaWeekDocument,
  CloseAreaWeekDocument,
  type ShownAreaWeekFragment,
} from '../graphql/generated/area/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import { AddMeasure } from './AddMeasure.js';
import { AreaMeetings } from './AreaMeetings.js';
import { AreaMap } from './AreaMap.js';
import { MeasureList } from './MeasureList.js';
import { PlaceTable } from './PlaceTable.js';
import { SightingList } from './SightingList.js';
import { Trend } from './Trend.js';
import { useAreaNames } from './use-area-names.js';
import '../group/group.css';
import './area.css';

const WEEK = 7 * 86_400_000;

export default function AreaWeekPage() {
  const { t } = useTranslation('area');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const monday = search.get('vecka');
  const [{ data, error, stale }, again] = useQuery({ query: AreaWeekDocument, variables: { groupId: id, monday } });
  if (!data)
    return (
      <Page title={t('week.title')} above={<Link to="/grupper">{t('group:list.title')}</Link>}>
        {error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : <Waiting lines={8} />}
      </Page>
    );
  return (
    <WeekBody
      key={data.areaWeek.monday}
      week={data.areaWeek}
      places={data.areaPlaces}
      isStale={stale}
      onChanged={() => again({ requestPolicy: 'network-only' })}
    />
  );
}

interface WeekBodyProps {
  readonly week: ShownAreaWeekFragment;
  readonly places: readonly string[];
  readonly isStale: boolean;
  readonly onChanged: () => void;
}

function WeekBody({ week, places, isStale, onChanged }: WeekBodyProps) {
  const { t } = useTranslation('area');
  const named = useNamed();
  const names = useAreaNames(week);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const open = week.measures.filter(({ state }) => state === 'open').length;
  return (
    <Page
      title={t('week.title')}
      above={
        <>
          <Link to="/grupper">{t('group:list.title')}</Link> /{' '}
          <Link to={`/grupper/${week.groupId}`}>{named(week.formName)}</Link>
        </>
      }
      heading={
        <span className="area-heading">
          <Icon of={MapPin} />
          {t('week.heading', { area: week.area ?? '', week: week.week })}
        </span>
      }
      lead={
        <>
          {week.closedAt ? (
            <>
              {t('week.closedBy', { name: week.closedBy ?? '' })} <Time at={week.closedAt} />
            </>
          ) : (
            t('week.open', { count: open })
          )}
        </>
      }
      actions={
        week.mayAdd && (
          <ButtonLink kind="primary" icon={Plus} to={`/grupper/${week.groupId}/iakttagelse?vecka=${week.monday}`}>
            {t('week.add')}
          </ButtonLink>
        )
      }
    >
      <div aria-busy={isStale} className="stack gap-8">
        <Weeks week={week} />
        {week.silent.length > 0 && !week.closedAt && (
          <p className="note">{t('week.silent', { houses: week.silent.join(', ') })}</p>
        )}
        {week.monday === week.thisMonday && <AreaMeetings groupId={week.groupId} names={names} />}
        <Section title={t('map.title')}>
          <div className="area-columns">
            {week.sketch ? (
              <AreaMap week={week} chosen={chosen} onChoose={setChosen} />
            ) : (
              <p className="note">{t('map.noSketch')}</p>
            )}
            <div className="stack gap-3">
              <PlaceTable week={week} names={names} />
              <p className="muted small">{t('map.few')}</p>
            </div>
          </div>
        </Section>
        <Section
          title={chosen === null ? t('seen.title') : t('seen.titleAt', { place: names.place(chosen) })}
          actions={
            chosen !== null && (
              <Button size="small" onPress={() => setChosen(null)}>
                {t('seen.all')}
              </Button>
            )
          }
        >
          <SightingList week={week} names={names} chosen={chosen} onChanged={onChanged} />
        </Section>
        <Section
          title={t('measures.title')}
          actions={
            week.mayAdd && (
              <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
                {t('measures.add')}
              </Button>
            )
          }
        >
          <MeasureList week={week} names={names} places={places} onChanged={onChanged} />
        </Section>
        <Section title={t('trend.title')}>
          <Trend week={week} />
        </Section>
        {week.mayLead && !week.closedAt && <CloseWeek week={week} open={open} onChanged={onChanged} />}
      </div>
      {isAdding && (
        <AddMeasure week={week} places={places} place={chosen} onClose={() => setAdding(false)} onChanged={onChanged} />
      )}
    </Page>
  );
}

const moved = (monday: string, by: number): string => new Date(Date.parse(monday) + by).toISOString().slice(0, 10);

function Weeks({ week }: { readonly week: ShownAreaWeekFragment }) {
  const { t } = useTranslation('area');
  const to = (monday: string) => `/grupper/${week.groupId}/vecka?vecka=${monday}`;
  return (
    <nav className="row" aria-label={t('week.weeks')}>
      <ButtonLink size="small" icon={ChevronLeft} to={to(moved(week.monday, -WEEK))}>
        {t('week.before')}
      </ButtonLink>
      {week.monday < week.thisMonday && (
        <ButtonLink size="small" icon={ChevronRight} to={to(moved(week.monday, WEEK))}>
          {t('week.next')}
        </ButtonLink>
      )}
      {week.monday !== week.thisMonday && (
        <ButtonLink size="small" to={to(week.thisMonday)}>
          {t('week.now')}
        </ButtonLink>
      )}
    </nav>
  );
}

interface CloseWeekProps {
  readonly week: ShownAreaWeekFragment;
  readonly open: number;
  readonly onChanged: () => void;
}

function CloseWeek({ week, open, onChanged }: CloseWeekProps) {
  const { t } = useTranslation('area');
  const [close, { waiting }] = useAct(CloseAreaWeekDocument);
  const send = async (shut: () => void) => {
    const { refusal } = await close({ groupId: week.groupId, monday: week.monday });
    if (refusal) return toast(refusal.sentence);
    shut();
    toast(t('close.done', { week: week.week }));
    onChanged();
  };
  return (
    <div>
      <Dialog title={t('close.title', { week: week.week })} trigger={<Button icon={Lock}>{t('close.open')}</Button>}>
        {(shut) => (
          <div className="stack">
            <p>{t('close.words')}</p>
            <p>{t('close.carries', { count: open })}</p>
            <Acts>
              <Button kind="primary" isPending={waiting} onPress={() => void send(shut)}>
                {t('close.send')}
              </Button>
              <Button onPress={shut}>{t('cancel')}</Button>
            </Acts>
          </div>
        )}
      </Dialog>
    </div>
  );
}
