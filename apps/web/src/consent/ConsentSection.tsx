/** The consents of a case, in one line each: what state, until when, and whose name is missing. */
import { FileSignature } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { CaseConsentsDocument, type ConsentLineFragment } from '../graphql/generated/consent/graphql.js';
import { useLive } from '../live/connection.js';
import { ConsentState } from './ConsentState.js';
import './consent.css';

export function ConsentSection({ caseId, may }: { readonly caseId: string; readonly may: boolean }) {
  const { t } = useTranslation('consent');
  const [reading, again] = useQuery({ query: CaseConsentsDocument, variables: { caseId } });
  const { data } = reading;
  const goneAt = useLive(data ? `consents:${caseId}` : null, () => again({ requestPolicy: 'network-only' }), reading);
  if (!data || goneAt || (data.consents.length === 0 && !may)) return null;
  return (
    <Section
      title={t('list.title')}
      actions={
        may ? (
          <ButtonLink to={`/arende/${caseId}/samtycke`} size="small" icon={FileSignature}>
            {t('list.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {data.consents.length === 0 && <p className="muted">{t('list.none')}</p>}
      <ul className="consent-list">
        {data.consents.map((consent) => (
          <li key={consent.id}>
            <Line consent={consent} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ consent }: { readonly consent: ConsentLineFragment }) {
  const { t } = useTranslation('consent');
  const missing = consent.missing.map((name) => (name === '' ? t('protectedName') : name));
  return (
    <>
      <p className="row gap-2">
        <Link to={`/samtycke/${consent.id}`}>{t(`formOf.${consent.form}` as never)}</Link>
        <ConsentState state={consent.state} />
      </p>
      <p className="small muted">
        {consent.endedAt ? (
          <>
            {t('list.endedAt')} <Time at={consent.endedAt} as="moment" />
          </>
        ) : (
          <>
            {t('list.until')} <Time at={Date.parse(consent.validUntil) - 1} as="day" />
          </>
        )}
        {!consent.endedAt && missing.length > 0 && ` · ${t('list.missing', { names: missing.join(', ') })}`}
      </p>
    </>
  );
}
