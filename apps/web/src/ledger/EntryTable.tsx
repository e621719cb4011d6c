/** Entries of the ledger: who, for which house, what, why; never about whom. */
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { REASONS } from '#domain/disclosure/reasons.js';
import { Table } from '../elements/Table.js';
import { Time } from '../elements/Time.js';
import type { ReviewedEntryFragment } from '../graphql/generated/ledger/graphql.js';
import { useLanguage } from '../texts/start-texts.js';
import { ReviewOf } from './ReviewOf.js';

interface EntryTableProps {
  readonly caption: string;
  readonly entries: readonly ReviewedEntryFragment[];
  readonly empty: ReactNode;
}

export function EntryTable({ caption, entries, empty }: EntryTableProps) {
  const { t } = useTranslation('ledger');
  return (
    <Table
      caption={caption}
      rows={entries}
      keyOf={(entry) => entry.id}
      empty={empty}
      columns={[
        { key: 'at', heading: t('column.at'), plain: true, cell: (entry) => <Time at={entry.at} as="moment" /> },
        { key: 'who', heading: t('column.who'), names: true, cell: (entry) => <Who entry={entry} /> },
        { key: 'what', heading: t('column.what'), cell: (entry) => <What entry={entry} /> },
        { key: 'why', heading: t('column.why'), cell: (entry) => <Why entry={entry} /> },
        { key: 'case', heading: t('column.case'), cell: (entry) => <Which entry={entry} /> },
        {
          key: 'origin',
          heading: t('column.origin'),
          cell: (entry) => <span className="figures">{entry.origin ?? '–'}</span>,
        },
        { key: 'review', heading: t('column.review'), cell: (entry) => <ReviewOf entry={entry} /> },
      ]}
    />
  );
}

function Who({ entry }: { readonly entry: ReviewedEntryFragment }) {
  const { t } = useTranslation('ledger');
  if (entry.byFamily) return <>{t('byFamily')}</>;
  if (!entry.staffName) return <span className="muted">{t('byItself')}</span>;
  return (
    <>
      {entry.staffName}
      <span className="entry-beside">
        {[entry.role && t(`shell:role.${entry.role}` as never), entry.unitName ?? entry.house]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  );
}

function What({ entry }: { readonly entry: ReviewedEntryFragment }) {
  const { t, i18n } = useTranslation('ledger');
  const deed = entry.deed && i18n.exists(`ledger:deed.${entry.deed}`) ? t(`deed.${entry.deed}` as never) : null;
  return (
    <>
      <span className={entry.outcome === 'refuse' ? 'entry-refused' : undefined}>
        {t(`action.${entry.action}` as never)}
      </span>
      {deed && <span className="entry-beside">{deed}</span>}
      {entry.toHouse && <span className="entry-beside">{t('toHouse', { house: entry.toHouse })}</span>}
    </>
  );
}

function Why({ entry }: { readonly entry: ReviewedEntryFragment }) {
  const { t, i18n } = useTranslation('ledger');
  const language = useLanguage() === 'en' ? 'en' : 'sv';
  const { ground, outcome, purpose } = entry;
  const own = ground && i18n.exists(`ledger:ground.${ground}`) ? t(`ground.${ground}` as never) : null;
  const words = ground && (own ?? tagOf(language, outcome, ground) ?? ground);
  if (!words && !purpose) return <>–</>;
  return (
    <>
      {words}
      {purpose && <span className="entry-beside">{t(`purpose.${purpose}` as never)}</span>}
    </>
  );
}

function Which({ entry }: { readonly entry: ReviewedEntryFragment }) {
  const { t } = useTranslation('ledger');
  if (!entry.caseNumber && !entry.itemId) return <>–</>;
  return (
    <>
      {entry.caseNumber && <span className="figures">{entry.caseNumber}</span>}
      {entry.itemId && (
        <span className="entry-beside figures" title={entry.itemId}>
          {t('item', { id: entry.itemId.slice(0, 8) })}
        </span>
      )}
    </>
  );
}

/** The rule's own short word, as everyone else sees it. */
function tagOf(language: 'sv' | 'en', outcome: string, ground: string): string | undefined {
  const reasons: Readonly<Record<string, Readonly<Record<string, { readonly tag: string }>>>> = {
    ...REASONS[language],
  };
  return reasons[outcome]?.[ground]?.tag;
}
