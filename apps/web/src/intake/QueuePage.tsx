/** What has come in and is not decided, danger first and then what is due first; it lives, and nothing moves under one's hand. */
import { Inbox, Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Segments } from '../elements/Segments.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { IntakeQueueDocument } from '../graphql/generated/intake/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { QueueCard } from './QueueCard.js';
import './intake.css';

const PAGE = 25;
const FILTERS = ['all', 'ungraded', 'red', 'orange', 'green'] as const;
type Filter = (typeof FILTERS)[number];

const asked = (filter: Filter) =>
  filter === 'all' || filter === 'ungraded' ? { stage: filter, grade: null } : { stage: 'graded', grade: filter };

export default function QueuePage() {
  const { t } = useTranslation('intake');
  const [filter, setFilter] = useState<Filter>('all');
  const [pages, setPages] = useState(1);
  const [reading, again] = useQuery({
    query: IntakeQueueDocument,
    variables: { first: Math.min(100, PAGE * pages), after: null, ...asked(filter) },
  });
  const { data, fetching, error } = reading;
  const queue = data?.intakeQueue;
  useLive(queue ? `intake-queue:${queue.branchId}` : null, () => again(), reading);
  return (
    <Page
      title={t('queue.title')}
      lead={queue ? t('queue.lead', { ungraded: queue.ungraded, graded: queue.graded }) : undefined}
      actions={
        <ButtonLink to="/inkorg/ny" icon={Phone}>
          {t('queue.register')}
        </ButtonLink>
      }
    >
      <Segments
        label={t('queue.filter')}
        value={filter}
        onChange={(value) => {
          setPages(1);
          setFilter(value);
        }}
        segments={FILTERS.map((id) => ({ id, label: t(`filter.${id}`) }))}
      />
      {error && !queue && <Failing refusal={refusalOf(error)} onRetry={again} />}
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
      {queue?.pageInfo.hasNextPage && pages * PAGE < 100 && (
        <Button onPress={() => setPages((count) => count + 1)} isPending={fetching}>
          {t('queue.more')}
        </Button>
      )}
    </Page>
  );
}
