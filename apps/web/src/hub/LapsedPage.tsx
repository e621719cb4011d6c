/** What may no longer be used, in kinds and times, and what stays by law; never what it said, nor what others still see. */
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { ButtonLink } from '../elements/Button.js';
import type { PartyKind } from '../elements/houses.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { LapsedDocument } from '../graphql/generated/hub/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import './hub.css';

export default function LapsedPage() {
  const { t } = useTranslation('hub');
  const { caseId = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: LapsedDocument, variables: { caseId } });
  const page = data?.lapsed;
  return (
    <Page
      title={t('lapsed.title')}
      lead={t('lapsed.lead')}
      width="read"
      actions={page?.own && <ButtonLink to={`/arende/${caseId}`}>{t('joint.toCase')}</ButtonLink>}
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={5} />}
      {page && page.lapsed.length === 0 && (
        <EmptyState icon={Lock} title={t('lapsed.nothing')}>
          {t('lapsed.nothingWords')}
        </EmptyState>
      )}
      {page && page.lapsed.length > 0 && (
        <Section title={t('lapsed.what')}>
          <ul className="lapsed" role="list">
            {page.lapsed.map(({ category, fromName, fromKind, givenAt, endedAt }) => (
              <li key={`${category} ${givenAt} ${fromName}`} className="lapsed-line">
                <p className="lapsed-kind">{t(`category.${category}` as never)}</p>
                <p className="row gap-2">
                  <AgencyBadge kind={fromKind as PartyKind} name={fromName} />
                  <span className="small muted">
                    {t('lapsed.given')} <Time at={givenAt} as="moment" />
                  </span>
                </p>
                <p className="small">
                  {endedAt ? (
                    <>
                      {t('lapsed.since')} <Time at={endedAt} as="moment" />
                    </>
                  ) : (
                    t('lapsed.sinceBefore')
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page && (
        <Section title={t('lapsed.stays')}>
          <ul className="prose">
            {(['record', 'own', 'log'] as const).map((one) => (
              <li key={one}>{t(`lapsed.stay.${one}`)}</li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
