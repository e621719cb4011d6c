/** The auditor's page: who has read and done what in the municipality, never about whom and never what was said. */
import { Dices, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { ReviewPattern } from '#domain/ledger/review-pattern.js';
import { Button } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  LedgerEntriesDocument,
  LedgerOverviewDocument,
  LedgerSampleDocument,
  type LedgerOverviewQuery,
  type ReviewedEntryFragment,
} from '../graphql/generated/ledger/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { filterOf, NOTHING_ASKED, periodOf, type Asked } from './asked.js';
import { EntryTable } from './EntryTable.js';
import { FilterForm } from './FilterForm.js';
import { PatternList } from './PatternList.js';
import './ledger.css';

const PAGE = 50;

export default function LedgerPage() {
  const { t } = useTranslation('ledger');
  const [asked, setAsked] = useState<Asked>(NOTHING_ASKED);
  const [pattern, setPattern] = useState<ReviewPattern | null>(null);
  const [sampling, setSampling] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: LedgerOverviewDocument,
    variables: { period: periodOf(asked) },
  });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button icon={Dices} onPress={() => setSampling(true)} isDisabled={sampling}>
          {t('sample.draw')}
        </Button>
      }
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <div className="stack gap-8">
          <SealLine seal={data.ledgerSeal} />
          <Section title={t('patterns.title')}>
            <p className="muted">{t('patterns.lead')}</p>
            <PatternList
              patterns={data.ledgerPatterns}
              chosen={pattern}
              onChoose={(chosen) => {
                setSampling(false);
                setPattern(chosen);
              }}
            />
          </Section>
          {sampling ? (
            <Sample asked={asked} onClose={() => setSampling(false)} />
          ) : (
            <Section title={pattern ? t(`pattern.${pattern}.title`) : t('entries.title')}>
              <FilterForm staff={data.ledgerStaff} asked={asked} onAsk={setAsked} />
              <Entries key={JSON.stringify([asked, pattern])} asked={asked} pattern={pattern} />
            </Section>
          )}
        </div>
      )}
    </Page>
  );
}

function SealLine({ seal }: { readonly seal: LedgerOverviewQuery['ledgerSeal'] }) {
  const { t } = useTranslation('ledger');
  return (
    <p className="muted">
      {seal ? (
        <>
          {t('seal.until')} <Time at={seal.signedAt} />. {t('seal.size', { count: seal.size })}
        </>
      ) : (
        t('seal.none')
      )}
    </p>
  );
}

function Entries({ asked, pattern }: { readonly asked: Asked; readonly pattern: ReviewPattern | null }) {
  const { t } = useTranslation('ledger');
  const [pages, setPages] = useState<readonly string[]>([]);
  const [{ data, error }, again] = useQuery({
    query: LedgerEntriesDocument,
    variables: { filter: filterOf(asked, pattern), first: PAGE, after: pages.at(-1) ?? null },
  });
  if (error) return <Failing refusal={refusalOf(error)} onRetry={again} />;
  if (!data) return <Waiting lines={8} />;
  const { edges, pageInfo } = data.ledgerEntries;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      <EntryTable
        caption={t('entries.title')}
        entries={edges.map(({ node }) => node as ReviewedEntryFragment)}
        empty={
          <EmptyState icon={ScrollText} title={t('entries.none')}>
            {t('entries.noneWords')}
          </EmptyState>
        }
      />
      {(next || pages.length > 0) && (
        <div className="row">
          {pages.length > 0 && <Button onPress={() => setPages(pages.slice(0, -1))}>{t('entries.newer')}</Button>}
          {next && <Button onPress={() => setPages([...pages, next])}>{t('entries.older')}</Button>}
        </div>
      )}
    </>
  );
}

function Sample({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { t } = useTranslation('ledger');
  const [{ data, error, fetching }, again] = useQuery({
    query: LedgerSampleDocument,
    variables: { period: periodOf(asked) },
  });
  return (
    <Section title={t('sample.title')}>
      <p className="muted">{t('sample.lead')}</p>
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <EntryTable
          caption={t('sample.title')}
          entries={data.ledgerSample as readonly ReviewedEntryFragment[]}
          empty={
            <EmptyState icon={ScrollText} title={t('entries.none')}>
              {t('entries.noneWords')}
            </EmptyState>
          }
        />
      )}
      <div className="row">
        <Button icon={Dices} isPending={fetching} onPress={() => again({ requestPolicy: 'network-only' })}>
          {t('sample.again')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('sample.close')}
        </Button>
      </div>
    </Section>
  );
}
