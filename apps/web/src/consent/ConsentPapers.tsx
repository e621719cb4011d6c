/** What the names stand on, and the consent in the forms of other systems; fetching any of it is written in the log. */
import { FileDown, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import {
  CheckConsentEvidenceDocument,
  ConsentPapersDocument,
  type CheckConsentEvidenceMutation,
  type ConsentWholeFragment,
} from '../graphql/generated/consent/graphql.js';
import { useAct } from '../graphql/use-act.js';
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
            {kind === 'e-id' && <Check id={id} />}
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

type Checked = CheckConsentEvidenceMutation['checkConsentEvidence'];

/** What went wrong, in as many words as somebody can do something about; the rest is for whoever keeps the system. */
const WORDS: Readonly<Record<string, string>> = {
  'untrusted-chain': 'unknown',
  'no-root': 'unknown',
  'no-keys': 'unknown',
  'expired-certificate': 'invalid',
  'ocsp-missing': 'invalid',
  revoked: 'invalid',
  'assurance-too-low': 'invalid',
  'wrong-text': 'another',
  'wrong-data': 'another',
  'foreign-order': 'another',
  'replayed-order': 'another',
  'wrong-signer': 'person',
};

/** Whether the signature still holds, weighed again by the very evidence; stays until the page is left. */
function Check({ id }: { readonly id: string }) {
  const { t } = useTranslation('consent');
  const [check, { waiting }] = useAct(CheckConsentEvidenceDocument);
  const [said, setSaid] = useState<Checked | { readonly sentence: string } | null>(null);
  const run = async () => {
    const { data, refusal } = await check({ id });
    setSaid(refusal ?? data.checkConsentEvidence);
  };
  return (
    <div className="row gap-2">
      <Button size="small" kind="quiet" icon={ShieldCheck} isPending={waiting} onPress={() => void run()}>
        {t('papers.check.act')}
      </Button>
      <p className="small" role="status">
        {said && 'sentence' in said && said.sentence}
        {said && 'holds' in said && (
          <>
            {t(`papers.check.${said.holds ? 'holds' : (WORDS[said.why ?? ''] ?? 'changed')}` as never)}{' '}
            {said.at && <Time at={said.at} as="moment" />}
            {said.selfVouched && `. ${t('papers.check.selfVouched')}`}
          </>
        )}
      </p>
    </div>
  );
}
