/** The agreements that joint work rests on: between whom, who brings what, how long, and a warning while there is time. */
import { FileSignature, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import {
  AddAgreementDocument,
  KeptAgreementsDocument,
  OrganisationDocument,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { AgreementFields } from './AgreementFields.js';
import { AgreementPanel } from './AgreementPanel.js';
import { DialogForm } from './DialogForm.js';
import { branchOptions } from './parties.js';
import { agreementSchema, type AgreementValues } from './schemas.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

const emptyParty = () => ({ branchId: '', resources: '' });

export default function AgreementsPage() {
  const { t } = useTranslation('organisation');
  const [{ data, error }, ask] = useQuery({ query: KeptAgreementsDocument });
  const [{ data: house }] = useQuery({ query: OrganisationDocument });
  const [add] = useAct(AddAgreementDocument);
  const again = () => ask({ requestPolicy: 'network-only' });
  const branches = branchOptions(house?.organisation.authorities ?? []);
  const lapsing = data?.keptAgreements.filter(({ state }) => state === 'lapses-soon' || state === 'lapsed') ?? [];
  return (
    <Page
      title={t('agreements.title')}
      above={<SettingsPlace />}
      lead={t('agreements.lead')}
      actions={
        <DialogForm<AgreementValues>
          title={t('agreements.add')}
          trigger={
            <Button kind="primary" icon={Plus} isDisabled={!house}>
              {t('agreements.add')}
            </Button>
          }
          schema={agreementSchema}
          draft="agreement-new"
          start={{ form: '', startsOn: '', endsOn: '', signedBy: '', parties: [emptyParty(), emptyParty()] }}
          submit={t('agreements.add')}
          done={t('agreements.added')}
          act={({ form, ...input }) => add({ form, input })}
          onDone={again}
        >
          <AgreementFields branches={branches} withForm />
        </DialogForm>
      }
    >
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!error && !data && <Waiting lines={6} />}
      {lapsing.length > 0 && (
        <p className="note late" role="status">
          <Icon of={FileSignature} />
          <span>{t('agreements.warning', { count: lapsing.length })}</span>
        </p>
      )}
      {data?.keptAgreements.length === 0 && (
        <EmptyState icon={FileSignature} title={t('agreements.none')}>
          {t('agreements.noneWords')}
        </EmptyState>
      )}
      {data?.keptAgreements.map((one) => (
        <AgreementPanel key={one.id} agreement={one} branches={branches} onDone={again} />
      ))}
    </Page>
  );
}
