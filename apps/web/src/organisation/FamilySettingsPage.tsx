/** The family's page as the municipality has set it: whether families see who has read something, and whom they can call. */
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { toast } from '../elements/toasts.js';
import {
  FamilyPageDocument,
  NameStaffToFamiliesDocument,
  type FamilyPageQuery,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

type FamilyPage = FamilyPageQuery['familyPage'];

export default function FamilySettingsPage() {
  const { t } = useTranslation('organisation');
  const [{ data, error }, ask] = useQuery({ query: FamilyPageDocument });
  return (
    <Page title={t('family.title')} above={<SettingsPlace />} lead={t('family.lead')}>
      {error && <Failing refusal={refusalOf(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Waiting lines={6} />}
      {data && (
        <>
          <Names key={String(data.familyPage.namesStaff)} page={data.familyPage} />
          <Calls page={data.familyPage} />
        </>
      )}
    </Page>
  );
}

function Names({ page }: { readonly page: FamilyPage }) {
  const { t } = useTranslation('organisation');
  const [choose, { waiting }] = useAct(NameStaffToFamiliesDocument);
  const [shown, setShown] = useState(page.namesStaff ? 'names' : 'house');
  const [fault, setFault] = useState<string>();
  const send = async () => {
    const outcome = await choose({ names: shown === 'names' });
    setFault(outcome.refusal?.sentence);
    if (!outcome.refusal) toast(t('saved'));
  };
  return (
    <Section title={t('family.names')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="muted">{t('family.namesWords')}</p>
        <Choices
          label={t('family.namesShown')}
          value={shown}
          onChange={setShown}
          error={fault}
          choices={[
            { id: 'house', label: t('family.house'), help: t('family.houseHelp') },
            { id: 'names', label: t('family.staff'), help: t('family.staffHelp') },
          ]}
        />
        <div>
          <Button type="submit" kind="primary" isPending={waiting}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Calls({ page }: { readonly page: FamilyPage }) {
  const { t } = useTranslation('organisation');
  return (
    <Section title={t('family.contacts')}>
      <p className="muted">
        {t('family.fromFile')} <Link to="/installningar/import">{t('import.title')}</Link>
      </p>
      <p>
        {page.office !== null && t('family.office', { office: page.office })}{' '}
        {t('family.linkDays', { count: page.linkDays })}
      </p>
      {page.contacts.length === 0 ? (
        <EmptyState icon={Phone} title={t('family.noContacts')}>
          {t('family.noContactsWords')}
        </EmptyState>
      ) : (
        <Table
          caption={t('family.contacts')}
          rows={page.contacts}
          keyOf={(one) => one.phone + one.name}
          columns={[
            { key: 'name', heading: t('family.name'), names: true, cell: (one) => one.name },
            { key: 'phone', heading: t('family.phone'), cell: (one) => one.phone },
            { key: 'hours', heading: t('family.hours'), cell: (one) => one.hours },
          ]}
        />
      )}
    </Section>
  );
}
