/** Which grounds the municipality's lawyer has switched off or narrowed, since when and why; read here, changed by its file. */
import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { Time } from '../elements/Time.js';
import { TownLimitsDocument, type TownLimitsQuery } from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLanguage } from '../texts/start-texts.js';
import { groundWord, wordsOfLimit } from './limit-words.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

type TownLimits = TownLimitsQuery['townLimits'];

export default function LimitsPage() {
  const { t } = useTranslation('organisation');
  const [{ data, error }, ask] = useQuery({ query: TownLimitsDocument, requestPolicy: 'cache-and-network' });
  return (
    <Page title={t('limits.title')} above={<SettingsPlace />} lead={t('limits.lead')}>
      <p className="muted">
        {t('limits.fromFile')} <Link to="/installningar/import">{t('import.title')}</Link>
      </p>
      {error && <Failing refusal={refusalOf(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Waiting lines={6} />}
      {data && (
        <>
          <Grounds limits={data.townLimits} />
          <Child limits={data.townLimits} />
          <Consents limits={data.townLimits} />
        </>
      )}
    </Page>
  );
}

function Grounds({ limits }: { readonly limits: TownLimits }) {
  const { t } = useTranslation(['organisation', 'share', 'elements'] as const);
  const language = useLanguage();
  return (
    <Section title={t('limits.grounds')}>
      {limits.grounds.length === 0 ? (
        <EmptyState icon={Scale} title={t('limits.none')}>
          {t('limits.noneWords')}
        </EmptyState>
      ) : (
        <Table
          caption={t('limits.grounds')}
          rows={limits.grounds}
          keyOf={(one) => one.ground}
          columns={[
            {
              key: 'ground',
              heading: t('limits.ground'),
              names: true,
              cell: (one) => groundWord(one.ground, language),
            },
            { key: 'what', heading: t('limits.what'), cell: (one) => wordsOfLimit(t, one) },
            {
              key: 'since',
              heading: t('limits.since'),
              cell: (one) => (one.since ? <Time at={Date.parse(one.since)} as="date" /> : '–'),
            },
            { key: 'why', heading: t('limits.why'), cell: (one) => one.reason ?? t('limits.noReason') },
            { key: 'by', heading: t('limits.by'), cell: (one) => one.decidedBy ?? '–' },
          ]}
        />
      )}
    </Section>
  );
}

function Child({ limits: { childSigns } }: { readonly limits: TownLimits }) {
  const { t } = useTranslation('organisation');
  return (
    <Section title={t('limits.child')}>
      <p>{t('limits.childFrom', { age: childSigns.age })}</p>
      {childSigns.reason === null ? (
        <p className="muted">{t('limits.childDefault')}</p>
      ) : (
        <p>
          {childSigns.reason}{' '}
          <span className="muted">
            {t('limits.by')} {childSigns.decidedBy}
            {childSigns.since && (
              <>
                , <Time at={Date.parse(childSigns.since)} as="date" />
              </>
            )}
          </span>
        </p>
      )}
    </Section>
  );
}

function Consents({ limits }: { readonly limits: TownLimits }) {
  const { t } = useTranslation('organisation');
  return (
    <Section title={t('limits.consents')}>
      <Table
        caption={t('limits.consents')}
        rows={limits.consents}
        keyOf={(one) => one.form ?? ''}
        columns={[
          {
            key: 'form',
            heading: t('limits.form'),
            names: true,
            cell: (one) => (one.form ? t(`form.${one.form}` as never) : t('limits.everyForm')),
          },
          { key: 'longest', heading: t('limits.longest'), cell: (one) => t('limits.months', { count: one.months }) },
          { key: 'why', heading: t('limits.why'), cell: (one) => one.reason ?? t('limits.half') },
          { key: 'by', heading: t('limits.by'), cell: (one) => one.decidedBy ?? '–' },
        ]}
      />
    </Section>
  );
}
