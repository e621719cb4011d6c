import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Section } from '../elements/Page.js';
import { PersonName } from '../elements/PersonName.js';
import { Table } from '../elements/Table.js';
import { Tabs } from '../elements/Tabs.js';
import { Time } from '../elements/Time.js';
import { EmptyState } from '../elements/states.js';
import { Inbox } from 'lucide-react';
import { queueRows, type QueueRow } from './samples.js';

/** Dense work: a queue as it looks on an ordinary afternoon, and empty. */
export function WorkSection() {
  const { t } = useTranslation('gallery');
  const empty = (
    <EmptyState icon={Inbox} title={t('work.emptyTitle')}>
      {t('work.emptyWords')}
    </EmptyState>
  );
  const table = (rows: readonly QueueRow[]) => (
    <Table
      caption={t('work.caption')}
      rows={rows}
      keyOf={(row) => row.id}
      empty={empty}
      footer={t('work.footer', { count: rows.length })}
      columns={[
        {
          key: 'who',
          heading: t('work.who'),
          names: true,
          cell: (row) => <PersonName name={row.name} initials={row.initials} protection={row.protection} />,
          sortBy: (row) => row.initials,
        },
        {
          key: 'due',
          heading: t('work.due'),
          plain: true,
          cell: (row) => <Deadline due={row.due} grade={row.grade} owner={row.owner} />,
          sortBy: (row) => Date.parse(row.due),
        },
        { key: 'from', heading: t('work.from'), cell: (row) => <AgencyBadge kind={row.from} /> },
        {
          key: 'came',
          heading: t('work.came'),
          cell: (row) => <Time at={row.came} as="short" />,
          sortBy: (row) => Date.parse(row.came),
        },
        {
          key: 'answers',
          heading: t('work.answers'),
          figures: true,
          cell: (row) => t('work.ofSix', { count: row.answers }),
          sortBy: (row) => row.answers,
        },
      ]}
    />
  );
  const queue = queueRows();
  return (
    <Section title={t('work.title')} actions={<ButtonLink to="/galleri">{t('work.all')}</ButtonLink>}>
      <Tabs
        label={t('work.title')}
        parts={[
          { id: 'now', label: t('work.now'), count: queue.length, content: table(queue) },
          { id: 'later', label: t('work.later'), count: 0, content: table([]) },
        ]}
      />
    </Section>
  );
}
