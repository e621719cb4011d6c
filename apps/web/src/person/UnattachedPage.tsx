/** Who was registered and has nothing to do with any case: longest first, and what is not needed is removed. (GDPR 5.1 e) */
import { Trash2, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { Button, ButtonLink } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormChoices } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  RemovePersonDocument,
  UnattachedPeopleDocument,
  type UnattachedPeopleQuery,
} from '../graphql/generated/person/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useReadOn } from '../graphql/use-read-on.js';
import { SeenFacts, SeenName } from './PersonHit.js';
import './person.css';

type List = UnattachedPeopleQuery['unattachedPeople'];
type Unattached = List['edges'][number]['node'];

const listOf = (data: UnattachedPeopleQuery): List => data.unattachedPeople;

export default function UnattachedPage() {
  const { t } = useTranslation('person');
  const [pages, setPages] = useState(1);
  const { list, refusal, fetching, again, renew } = useReadOn({
    document: UnattachedPeopleDocument,
    asked: {},
    pages,
    listOf,
  });
  return (
    <Page
      title={t('unattached.title')}
      lead={t('unattached.lead')}
      width="read"
      actions={<ButtonLink to="/personer">{t('search.title')}</ButtonLink>}
    >
      {refusal && !list && <Failing refusal={refusal} onRetry={again} />}
      {!list && fetching && <Waiting lines={5} />}
      {list?.edges.length === 0 && (
        <EmptyState icon={UserCheck} title={t('unattached.empty')}>
          <p>{t('unattached.emptyWords')}</p>
        </EmptyState>
      )}
      {list && list.edges.length > 0 && (
        <ul className="person-hits" aria-label={t('unattached.list')}>
          {list.edges.map(({ node }) => (
            <li key={node.seen.id} className="person-hit">
              <Entry person={node} onRemoved={renew} />
            </li>
          ))}
        </ul>
      )}
      {list?.pageInfo.hasNextPage && (
        <div>
          <Button onPress={() => setPages((count) => count + 1)} isPending={fetching}>
            {t('unattached.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Entry({ person, onRemoved }: { readonly person: Unattached; readonly onRemoved: () => void }) {
  const { t } = useTranslation('person');
  const { seen } = person;
  return (
    <>
      <div>
        <span className="person-hit-name">
          <SeenName seen={seen} />
        </span>
        <SeenFacts seen={seen} />
        <p className="person-facts">
          {t('unattached.since')} <Time at={person.registeredAt} as="day" />
          {' · '}
          {person.isDue ? (
            <strong>{t('unattached.due')}</strong>
          ) : (
            <>
              {t('unattached.look')} <Time at={Date.parse(person.lookDueAt) - 1} as="day" />
            </>
          )}
        </p>
      </div>
      <div className="row gap-2">
        <ButtonLink to={`/person/${seen.id}`} size="small">
          {t('unattached.open')}
          <span className="vh"> {seen.name}</span>
        </ButtonLink>
        <Dialog
          title={t('unattached.removing', { name: seen.name })}
          trigger={
            <Button size="small" icon={Trash2}>
              {t('unattached.remove')}
              <span className="vh"> {seen.name}</span>
            </Button>
          }
        >
          {(close) => <RemoveForm person={person} onRemoved={onRemoved} close={close} />}
        </Dialog>
      </div>
    </>
  );
}

const REASONS = ['by-mistake', 'never-needed', 'other-record'] as const;
const schema = z.object({ reason: z.string().check(z.minLength(1, 'person:chooseOne')) });

function RemoveForm(props: {
  readonly person: Unattached;
  readonly onRemoved: () => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('person');
  const [remove] = useAct(RemovePersonDocument);
  const { seen, version } = props.person;
  return (
    <Form<z.infer<typeof schema>>
      schema={schema}
      start={{ reason: '' }}
      draft={`person-remove:${seen.id}`}
      version={version}
      submit={t('unattached.remove')}
      danger
      acts={
        <Button kind="quiet" onPress={props.close}>
          {t('cancel')}
        </Button>
      }
      onSubmit={async ({ reason }) => {
        const { refusal } = await remove({ input: { id: seen.id, version, reason } });
        if (refusal) return refusal;
        toast(t('unattached.removed'));
        props.close();
        props.onRemoved();
        return undefined;
      }}
    >
      <p>{t('unattached.rule')}</p>
      <FormChoices
        name="reason"
        label={t('unattached.why')}
        choices={REASONS.map((id) => ({ id, label: t(`unattached.reason.${id}`) }))}
      />
    </Form>
  );
}
