/** My busy times: the calendars that say when I cannot, how they were last read, and what to do where they could not be. */
import { CalendarPlus, CircleAlert, FileUp, Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { TextField } from '../elements/fields/TextField.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  AddBusyAddressDocument,
  AddBusyFileDocument,
  MyBusySourcesDocument,
  RemoveBusySourceDocument,
  type MyBusySourcesQuery,
} from '../graphql/generated/calendar/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { timesOnly } from './times-only.js';
import './calendar.css';

type Source = MyBusySourcesQuery['myBusySources'][number];

export default function BusySourcesPage() {
  const { t } = useTranslation('calendar');
  const [{ data, error }, again] = useQuery({ query: MyBusySourcesDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <Page title={t('busy.title')} lead={t('busy.lead')} width="read">
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={3} />}
      {data?.myBusySources.length === 0 && (
        <EmptyState icon={CalendarPlus} title={t('busy.none')}>
          {t('busy.noneWords')}
        </EmptyState>
      )}
      {data && data.myBusySources.length > 0 && (
        <Section title={t('busy.list')}>
          <ul className="panel calendar-slots" role="list">
            {data.myBusySources.map((source) => (
              <SourceLine key={source.id} source={source} onChanged={refresh} />
            ))}
          </ul>
        </Section>
      )}
      {data && (
        <Section title={t('busy.add')}>
          <AddAddress onAdded={refresh} />
          <AddFile onAdded={refresh} />
        </Section>
      )}
    </Page>
  );
}

function SourceLine({ source, onChanged }: { readonly source: Source; readonly onChanged: () => void }) {
  const { t } = useTranslation('calendar');
  const [remove, { waiting }] = useAct(RemoveBusySourceDocument);
  const take = async () => {
    const { refusal } = await remove({ id: source.id });
    toast(refusal ? refusal.sentence : t('busy.removed'));
    onChanged();
  };
  const { host, readAt, addedAt, coversUntil, fault } = source;
  const name = host ?? t('busy.file');
  return (
    <li className="calendar-slot">
      <div>
        <p className="calendar-slot-when">{name}</p>
        <p className="muted small">
          {readAt ? (
            <>
              {t('busy.read')} <Time at={readAt} as="short" />
            </>
          ) : (
            <>
              {t(fault ? 'busy.addedAt' : 'busy.waiting')} <Time at={addedAt} as="short" />
            </>
          )}
          {coversUntil && (
            <>
              {' · '}
              {t('busy.covers')} <Time at={coversUntil} as="date" />
            </>
          )}
        </p>
        {fault && (
          <p className="calendar-fault">
            <Icon of={CircleAlert} />
            {t(`busy.fault.${fault}` as never)}
          </p>
        )}
      </div>
      <Button size="small" icon={Trash2} isPending={waiting} onPress={() => void take()}>
        {t('busy.remove')}
        <span className="vh"> {name}</span>
      </Button>
    </li>
  );
}

function AddAddress({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation('calendar');
  const [add, { waiting }] = useAct(AddBusyAddressDocument);
  const [address, setAddress] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    const outcome = await add({ input: { address } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    setAddress('');
    toast(t('busy.added'));
    onAdded();
  };
  return (
    <form
      className="stack gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('busy.address')}
        help={t('busy.addressHelp')}
        value={address}
        onChange={setAddress}
        type="url"
        autoComplete="off"
        error={wordsOf(refusal, 'address', t('elements:failing.network.form'))}
      />
      <div>
        <Button type="submit" kind="primary" icon={Link2} isPending={waiting} isDisabled={address.trim() === ''}>
          {t('busy.follow')}
        </Button>
      </div>
    </form>
  );
}

function AddFile({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation('calendar');
  const [add, { waiting }] = useAct(AddBusyFileDocument);
  const [refusal, setRefusal] = useState<Refusal>();
  const choose = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const outcome = await add({ input: { text: timesOnly(await file.text()) } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    toast(t('busy.added'));
    onAdded();
  };
  const fault = wordsOf(refusal, 'text', t('elements:failing.network.form'));
  return (
    <div className="stack gap-2">
      <h3>{t('busy.fileTitle')}</h3>
      <p>{t('busy.fileHelp')}</p>
      <div>
        <FileTrigger acceptedFileTypes={['.ics', 'text/calendar']} onSelect={(files) => void choose(files)}>
          <Button icon={FileUp} isPending={waiting}>
            {t('busy.choose')}
          </Button>
        </FileTrigger>
      </div>
      {fault && (
        <p className="calendar-fault" role="alert">
          <Icon of={CircleAlert} />
          {fault}
        </p>
      )}
    </div>
  );
}

/** What is wrong with the field, or with all of it. */
const wordsOf = (refusal: Refusal | undefined, field: string, otherwise: string): string | undefined =>
  refusal && (refusal.fields.find((one) => one.field === field)?.sentence ?? (refusal.sentence || otherwise));
