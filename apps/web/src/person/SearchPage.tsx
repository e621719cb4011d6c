/** Finds a person in five seconds, and registers the one who is not there. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ButtonLink } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';
import { useViewer } from '../shell/viewer.js';
import type { BegunPerson } from './begun-people.js';
import { BeginPerson, BegunPeople } from './BegunPeople.js';
import { CreatePersonForm } from './CreatePersonForm.js';
import { PersonSearch } from './PersonSearch.js';

const REGISTRARS = ['intake', 'investigator', 'coordinator'];
const KEEPERS = ['intake', 'manager'];

export default function SearchPage() {
  const { t } = useTranslation('person');
  const go = useNavigate();
  const viewer = useViewer();
  const [creating, setCreating] = useState<BegunPerson | null>(null);
  const mayCreate = REGISTRARS.includes(viewer?.acting.role ?? '');
  return (
    <Page
      title={t('search.title')}
      lead={t('search.lead')}
      width="read"
      actions={
        KEEPERS.includes(viewer?.acting.role ?? '') && (
          <ButtonLink to="/personer/utan-arende">{t('unattached.toList')}</ButtonLink>
        )
      }
    >
      {mayCreate && creating === null && <BegunPeople onGoOn={setCreating} />}
      <div hidden={creating !== null}>
        <PersonSearch
          autoFocus
          act={(hit) => (
            <ButtonLink to={`/person/${hit.id}`} size="small">
              {t('search.open')}
              <span className="vh"> {hit.name}</span>
            </ButtonLink>
          )}
          otherwise={mayCreate ? (asked) => <BeginPerson asked={asked} onBegun={setCreating} /> : undefined}
        />
      </div>
      {creating !== null && (
        <Section title={t('create.title')}>
          <CreatePersonForm
            begun={creating}
            onCreated={({ id }) => {
              toast(t('create.done'));
              void go(`/person/${id}`);
            }}
            onExisting={({ id }) => void go(`/person/${id}`)}
            onCancel={() => setCreating(null)}
          />
        </Section>
      )}
    </Page>
  );
}
