/** What has happened since the group last met: what has gone well stands out, and a word more is one touch away. */
import { Gauge, MessageSquareText, Milestone, Plus, Sun, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Failing } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import type { HappeningShownFragment } from '../graphql/generated/plan/graphql.js';
import { NewsEditor, type EditingNews } from './NewsEditor.js';
import { NewsOut } from './NewsOut.js';
import { useFigure, usePeriod } from './figures.js';
import { useNews, type ReadNews } from './use-news.js';
import './plan.css';
import './news.css';

type Happened = HappeningShownFragment;

/** Where nothing else of the group's news stands on the page. */
export function NewsOfGroup({ groupId }: { readonly groupId: string }) {
  return <SinceLast groupId={groupId} read={useNews(groupId)} />;
}

export function SinceLast({ groupId, read }: { readonly groupId: string; readonly read: ReadNews }) {
  const { t } = useTranslation('plan');
  const { news, refusal, reload } = read;
  const [editing, setEditing] = useState<EditingNews | null>(null);
  const [takingOut, setTakingOut] = useState<Happened | null>(null);
  if (refusal)
    return (
      <Section title={t('since.title')}>
        <Failing refusal={refusal} onRetry={reload} />
      </Section>
    );
  if (!news) return null;
  const since = news.happenings.filter(({ isSince }) => isSince);
  const before = news.happenings.filter(({ isSince }) => !isSince);
  const on = { onCorrect: (said: Happened) => setEditing({ kind: said.kind, said }), onTakeOut: setTakingOut };
  return (
    <Section
      title={t(news.lastMetAt ? 'since.title' : 'since.first')}
      actions={
        news.mayWrite && (
          <span className="row gap-2">
            <Button size="small" icon={Sun} onPress={() => setEditing({ kind: 'good-news', said: null })}>
              {t('news.good-news.add')}
            </Button>
            <Button size="small" icon={Plus} onPress={() => setEditing({ kind: 'news', said: null })}>
              {t('news.news.add')}
            </Button>
          </span>
        )
      }
    >
      {news.lastMetAt && (
        <p className="muted small">
          {t('since.met')} <Time at={news.lastMetAt} as="day" />
        </p>
      )}
      {since.length === 0 && <p className="muted">{t(news.mayWrite ? 'since.none' : 'noneOpen')}</p>}
      <HappeningList happenings={since} {...on} />
      {before.length > 0 && (
        <details className="plan-history">
          <summary>{t('since.before', { count: before.length })}</summary>
          <HappeningList happenings={before} {...on} />
        </details>
      )}
      {editing && (
        <NewsEditor
          groupId={groupId}
          editing={editing.said ? { ...editing, said: fresh(news.happenings, editing.said) } : editing}
          onClose={() => setEditing(null)}
          onChanged={reload}
        />
      )}
      {takingOut && <NewsOut news={takingOut} onClose={() => setTakingOut(null)} onChanged={reload} />}
    </Section>
  );
}

/** As it stands now, whatever has come in since it was opened. */
const fresh = (all: readonly Happened[], one: Happened): Happened => all.find(({ id }) => id === one.id) ?? one;

interface OnNews {
  readonly onCorrect: (news: Happened) => void;
  readonly onTakeOut: (news: Happened) => void;
}

function HappeningList({ happenings, ...on }: OnNews & { readonly happenings: readonly Happened[] }) {
  return (
    <ul className="news-list" role="list">
      {happenings.map((one) => (
        <HappeningLine key={`${one.kind} ${one.id}`} happening={one} {...on} />
      ))}
    </ul>
  );
}

const ICONS: Readonly<Record<string, LucideIcon>> = { 'good-news': Sun, news: MessageSquareText, value: Gauge };

function HappeningLine({ happening, onCorrect, onTakeOut }: OnNews & { readonly happening: Happened }) {
  const { t } = useTranslation('plan');
  const { kind, said, byName, at, corrected, alsoSeenBy } = happening;
  const isNews = kind === 'news' || kind === 'good-news';
  return (
    <li className="news-line" data-kind={kind}>
      <Icon of={ICONS[kind] ?? Milestone} />
      <div className="stack gap-1">
        {kind === 'good-news' && <p className="small news-good">{t('news.good-news.add')}</p>}
        <Sentence happening={happening} />
        {corrected && (
          <p className="small muted">
            {t(isNews ? 'news.corrected' : 'series.corrected')} <Time at={corrected.at} as="day" />
            {corrected.why && `: ${corrected.why}`}
          </p>
        )}
        <div className="row gap-2">
          {said && <AgencyBadge kind={said.giverKind as PartyKind} letterOnly />}
          <span className="small muted">
            {byName}, <Time at={at} as="moment" />
          </span>
          {said && (
            <GroundTag
              ground={said.ground}
              alsoSeenBy={alsoSeenBy.map((one) => ({ ...one, kind: one.kind as PartyKind }))}
              {...(said.until ? { until: said.until } : {})}
            />
          )}
          {happening.mayChange && (
            <span className="row gap-2">
              <Button size="small" kind="quiet" onPress={() => onCorrect(happening)}>
                {t('news.correct')}
                <span className="vh"> {said?.text}</span>
              </Button>
              <Button size="small" kind="quiet" onPress={() => onTakeOut(happening)}>
                {t('news.takeOut')}
                <span className="vh"> {said?.text}</span>
              </Button>
            </span>
          )}
        </div>
      </div>
    </li>
  );
}

/** What it says, in one sentence. */
function Sentence({ happening }: { readonly happening: Happened }) {
  const { t } = useTranslation('plan');
  const figure = useFigure();
  const period = usePeriod();
  const { kind, said, of, act, result, figure: told } = happening;
  if (kind === 'value' && told)
    return (
      <p>
        {of}: <strong>{figure(told.value, told.measured.unit)}</strong>{' '}
        <span className="muted">{period(told.period, told.measured.cadence)}</span>
      </p>
    );
  if (kind === 'added') return <p>{t('since.added', { what: of })}</p>;
  if (kind === 'act')
    return (
      <p>
        <strong>{t(`act.${act ?? 'start'}.done` as never)}</strong>: {of}
        {result && ` · ${t(`result.${result}` as never)}`}
        {said && ` · ${said.text}`}
      </p>
    );
  return <p className="plan-words">{said?.text}</p>;
}
