/** What has come in and is not decided, danger first and then what is due first; it lives, and nothing moves under one's hand. */
import { Inbox, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button, ButtonLink } from '../elements/Button.js';
import { Refused } from '../elements/Refused.js';
import { Segments } from '../elements/Segments.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { QueueCard } from './QueueCard.js';
import { FILTERS, searchOf, wantedIn, type Wanted } from './queue-read.js';
import { useQueue } from './use-queue.js';
import './intake.css';

export default function QueuePage() {
  const { t } = useTranslation('intake');
  // In the address, so that Back from a case comes to the same place; it is a place and not a step of its own.
  const [search, setSearch] = useSearchParams();
  const wanted = wantedIn(search);
  const { filter, pages } = wanted;
  const ask = (part: Partial<Wanted>) =>
    setSearch(searchOf({ ...wanted, ...part }), { replace: true, preventScrollReset: true });
  const { queue, fetching, refusal, again } = useQueue(wanted);
  return (
    <Page
      title={t('queue.title')}
      lead={queue ? t('queue.lead', { ungraded: queue.ungraded, count: queue.graded }) : undefined}
      actions={
        <ButtonLink to="/inkorg/ny" icon={Phone}>
          {t('queue.register')}
        </ButtonLink>
      }
    >
      <Segments
        label={t('queue.filter')}
        value={filter}
        onChange={(value) => ask({ filter: value, pages: 1 })}
        segments={FILTERS.map((id) => ({ id, label: t(`filter.${id}`) }))}
      />
      {refusal && !queue && <Failing refusal={refusal} onRetry={again} />}
      {!queue && fetching && <Waiting lines={6} />}
      {queue && queue.edges.length === 0 && (
        <EmptyState icon={Inbox} title={t(filter === 'all' ? 'queue.empty' : 'queue.emptyFilter')}>
          <p>{t(filter === 'all' ? 'queue.emptyWords' : 'queue.emptyFilterWords')}</p>
        </EmptyState>
      )}
      {queue && queue.edges.length > 0 && (
        <ul className="queue" aria-label={t('queue.title')} aria-busy={fetching || undefined}>
          {queue.edges.map(({ node }) => (
            <QueueCard key={node.id} entry={node} />
          ))}
        </ul>
      )}
      {queue && refusal && !fetching && (
        <div className="row gap-2">
          <Refused refusal={refusal} />
          <Button size="small" onPress={again}>
            {t('elements:failing.retry')}
          </Button>
        </div>
      )}
      {queue?.pageInfo.hasNextPage && (
        <Button onPress={() => ask({ pages: pages + 1 })} isPending={fetching}>
          {t('queue.more')}
        </Button>
      )}
    </Page>
  );
}
