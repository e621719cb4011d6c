/** What the parties have agreed to follow in figures: where it has gone and what is left, both said, with every figure in a table. */
import { Clock3, Plus, TrendingDown, TrendingUp, MoveRight, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Table, type Column } from '../elements/Table.js';
import { Time } from '../elements/Time.js';
import type { PlanShownFragment, SeriesShownFragment } from '../graphql/generated/plan/graphql.js';
import { EntryActs, Whose, type OnEntry } from './EntryParts.js';
import { useFigure, useNumber, usePeriod } from './figures.js';
import { SeriesChart } from './SeriesChart.js';
import { SeriesEditor } from './SeriesEditor.js';
import { ValueDialog, type Telling } from './ValueDialog.js';
import type { Entry } from './words.js';
import type { ReadNews } from './use-news.js';
import './news.css';

interface SeriesProps extends OnEntry {
  readonly plan: PlanShownFragment;
  readonly read: ReadNews;
  readonly onChanged: () => void;
}

export function Series({ plan, read, onChanged, ...on }: SeriesProps) {
  const { t } = useTranslation('plan');
  const [adding, setAdding] = useState(false);
  const [telling, setTelling] = useState<Telling | null>(null);
  const mayAdd = plan.mayWrite.includes('series');
  const series = read.news?.series ?? [];
  if (series.length === 0 && !mayAdd) return null;
  const changed = () => {
    read.reload();
    onChanged();
  };
  const open = telling && asItStands(telling, series);
  const followed = series.filter(({ isFollowed }) => isFollowed);
  const done = series.filter(({ isFollowed }) => !isFollowed);
  const drawn = (one: SeriesShownFragment) => (
    <OneSeries
      key={one.seriesId}
      series={one}
      entry={plan.entries.find(({ id }) => id === one.seriesId)}
      onTell={setTelling}
      {...on}
    />
  );
  return (
    <Section
      title={t('kind.series.title')}
      actions={
        mayAdd && (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {t('kind.series.add')}
          </Button>
        )
      }
    >
      {series.length === 0 && <p className="muted small">{t(plan.own ? 'kind.series.none' : 'noneOpen')}</p>}
      {followed.map(drawn)}
      {done.length > 0 && (
        <details className="plan-history">
          <summary>{t('series.done', { count: done.length })}</summary>
          <div className="stack">{done.map(drawn)}</div>
        </details>
      )}
      {adding && <SeriesEditor plan={plan} onClose={() => setAdding(false)} onChanged={changed} />}
      {open && (
        <ValueDialog groupId={plan.groupId} telling={open} onClose={() => setTelling(null)} onChanged={read.reload} />
      )}
    </Section>
  );
}

/** With the figure as somebody else may have put it right meanwhile; undefined when it is no longer the reader's. */
function asItStands({ series: begun, value }: Telling, all: readonly SeriesShownFragment[]): Telling | undefined {
  const series = all.find(({ seriesId }) => seriesId === begun.seriesId);
  return series && { series, value: value && (series.values.find(({ id }) => id === value.id) ?? null) };
}

interface OneProps extends OnEntry {
  readonly series: SeriesShownFragment;
  /** As the plan has it; absent for the moment before both have been read. */
  readonly entry: Entry | undefined;
  readonly onTell: (telling: Telling) => void;
}

function OneSeries({ series, entry, onTell, ...on }: OneProps) {
  const { t } = useTranslation('plan');
  const period = usePeriod();
  const { name, measured, ownerName, values, mayTell, untold } = series;
  return (
    <article className="panel series" aria-label={name}>
      <div className="series-top">
        <h3 className="series-name">{name}</h3>
        {mayTell && (
          <Button size="small" icon={Plus} onPress={() => onTell({ series, value: null })}>
            {t('series.tell')}
            <span className="vh"> {name}</span>
          </Button>
        )}
      </div>
      <Reading series={series} />
      {values.length > 1 && <SeriesChart series={series} />}
      <p className="small muted">
        {t(`series.told.${measured.cadence}` as never)}
        {' · '}
        {ownerName ? t('series.toldBy', { name: ownerName }) : t('series.nobody')}
      </p>
      {untold && (
        <p className="row gap-1 small">
          <Icon of={Clock3} />
          {t('series.untold', { period: period(untold, measured.cadence) })}
        </p>
      )}
      {values.length > 0 && <Figures series={series} onTell={onTell} />}
      {entry && (
        <div className="row gap-2">
          <Whose entry={entry} />
          <EntryActs entry={entry} {...on} />
        </div>
      )}
    </article>
  );
}

const WAYS: Readonly<Record<string, LucideIcon>> = { up: TrendingUp, down: TrendingDown, same: MoveRight };

/** Both readings: a success to one is what another still misses. */
function Reading({ series: { reading, measured, values } }: { readonly series: SeriesShownFragment }) {
  const { t } = useTranslation('plan');
  const figure = useFigure();
  const number = useNumber();
  if (!reading) return <p className="muted">{t('series.nothing')}</p>;
  const { from, to, way, isBetter, left } = reading;
  const said = { from: number(from), to: figure(to, measured.unit) };
  const whole = values.length < 2 ? t('series.way.first', said) : t(`series.way.${way}` as never, said);
  return (
    <p className="series-reading" data-better={isBetter ?? undefined}>
      <Icon of={values.length < 2 ? MoveRight : (WAYS[way] ?? MoveRight)} />
      <span>
        {whole}
        {left !== null && left > 0 && (
          <span className="series-left">
            {' – '}
            {t(`series.left.${measured.better}` as never, { left: number(left) })}
          </span>
        )}
      </span>
    </p>
  );
}

type Value = SeriesShownFragment['values'][number];

function Figures({ series, onTell }: Pick<OneProps, 'series' | 'onTell'>) {
  const { t } = useTranslation('plan');
  const figure = useFigure();
  const period = usePeriod();
  const { measured, name, values } = series;
  const correcting: Column<Value> = {
    key: 'correct',
    heading: t('change'),
    plain: true,
    cell: (one) =>
      one.mayCorrect && (
        <Button size="small" kind="quiet" onPress={() => onTell({ series, value: one })}>
          {t('news.correct')}
          <span className="vh"> {period(one.period, measured.cadence)}</span>
        </Button>
      ),
  };
  return (
    <details className="plan-history">
      <summary>{t('series.figures', { count: values.length })}</summary>
      <Table<Value>
        caption={t('series.caption', { name })}
        rows={[...values].reverse()}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'period',
            heading: t('series.when'),
            names: true,
            cell: (one) => period(one.period, measured.cadence),
          },
          {
            key: 'value',
            heading: t('series.value'),
            figures: true,
            cell: (one) => (
              <>
                {figure(one.value, measured.unit)}
                {one.isCorrected && <span className="muted small"> {t('series.wasCorrected')}</span>}
                <Earlier value={one} measured={measured} />
              </>
            ),
          },
          { key: 'by', heading: t('series.by'), cell: (one) => one.byName },
          ...(values.some(({ mayCorrect }) => mayCorrect) ? [correcting] : []),
        ]}
      />
    </details>
  );
}

/** What it said before, and why it was put right: what is corrected is not forgotten. */
function Earlier({ value: { earlier }, measured }: { readonly value: Value } & Pick<SeriesShownFragment, 'measured'>) {
  const { t } = useTranslation('plan');
  const figure = useFigure();
  const period = usePeriod();
  if (earlier.length === 0) return null;
  return (
    <ul className="series-earlier" role="list">
      {earlier.map(({ at, value, period: of, byName, why }) => (
        <li key={at} className="muted small">
          {t('series.was', { figure: figure(value, measured.unit), period: period(of, measured.cadence) })}
          {why && <> “{why}”</>} {byName}, <Time at={at} as="day" />
        </li>
      ))}
    </ul>
  );
}
