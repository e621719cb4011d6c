/** What the names stand on, and the consent in the forms of other systems; fetching any of it is written in the log. */
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { ConsentPapersDocument, type ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';
import { ExportDialog } from './ExportDialog.js';

export function ConsentPapers({ consent }: { readonly consent: ConsentWholeFragment }) {
  const { t } = useTranslation('consent');
  const [{ data }] = useQuery({ query: ConsentPapersDocument, variables: { id: consent.id } });
  const nameOf = (id: string) =>
    consent.signers.find(({ person }) => person.id === id)?.person.name ?? t('protectedName');
  return (
    <Section title={t('papers.title')}>
      <p className="muted small">{t('papers.log')}</p>
      <ul className="consent-papers">
        {(data?.consentEvidence ?? []).map(({ id, kind, signerId, createdAt, address }) => (
          <li key={id}>
            <a href={address} className="row gap-2">
              <Icon of={FileDown} />
              {t(`papers.${kind}` as never, { name: nameOf(signerId) })}
            </a>
            <p className="small muted">
              <Time at={createdAt} as="moment" />
            </p>
          </li>
        ))}
        {(['receipt', 'fhir'] as const).map((form) => (
          <li key={form}>
            <ExportDialog consent={consent} form={form} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
