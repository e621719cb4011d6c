/** Whom a young person must never meet: recorded by whoever leads work with both, looked at only when one asks to see it. */
import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { ComboBox, Select } from '../elements/fields/pick.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  EndKeptApartDocument,
  KeepApartDocument,
  KeptApartDocument,
  type KeptApartQuery,
} from '../graphql/generated/calendar/graphql.js';
import { useOwnCases } from '../group/own-cases.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import './calendar.css';

const GROUNDS = ['threat', 'conflict', 'violence', 'court-order'] as const;

type Pair = KeptApartQuery['keptApart'][number];

export function KeptApart({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('calendar');
  return (
    <Dialog title={t('apart.title')} place="side" trigger={<Button icon={ShieldAlert}>{t('apart.title')}</Button>}>
      {() => <Pairs caseId={caseId} />}
    </Dialog>
  );
}

function Pairs({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('calendar');
  const [{ data, error }, again] = useQuery({
    query: KeptApartDocument,
    variables: { caseId },
    requestPolicy: 'network-only',
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <div className="stack gap-6">
      <p>{t('apart.words')}</p>
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={2} />}
      {data?.keptApart.length === 0 && <p className="muted">{t('apart.none')}</p>}
      {data && data.keptApart.length > 0 && (
        <ul className="panel calendar-slots" role="list">
          {data.keptApart.map((pair) => (
            <PairLine key={pair.id} pair={pair} onChanged={refresh} />
          ))}
        </ul>
      )}
      {data && data.meetingsToMove.length > 0 && (
        <div className="note late" role="status">
          <div className="stack gap-2">
            <strong>{t('apart.toMove')}</strong>
            <p>{t('apart.toMoveWords')}</p>
            <ul role="list">
              {data.meetingsToMove.map(({ hubId, startsAt }) => (
                <li key={hubId}>
                  <Link to={`/hubb/${hubId}`}>
                    <Time at={startsAt} />
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {data && <AddPair caseId={caseId} onAdded={refresh} />}
    </div>
  );
}

function PairLine({ pair, onChanged }: { readonly pair: Pair; readonly onChanged: () => void }) {
  const { t } = useTranslation('calendar');
  const [end, { waiting }] = useAct(EndKeptApartDocument);
  const { person } = pair;
  const stop = async () => {
    const { refusal } = await end({ id: pair.id });
    toast(refusal ? refusal.sentence : t('apart.ended'));
    onChanged();
  };
  return (
    <li className="calendar-slot">
      <div>
        <p className="calendar-slot-when">
          {person ? (
            <PersonName name={person.name} initials={person.initials} protection={person.protection as Protection} />
          ) : (
            t('apart.someone')
          )}
        </p>
        <p className="muted small">
          {t(`apart.ground.${pair.ground}` as never)} · {t('apart.until')}{' '}
          <Time at={Date.parse(pair.until) - 1} as="date" /> · {pair.decidedByName}
        </p>
      </div>
      <Button size="small" isPending={waiting} onPress={() => void stop()}>
        {t('apart.end')}
      </Button>
    </li>
  );
}

function AddPair({ caseId, onAdded }: { readonly caseId: string; readonly onAdded: () => void }) {
  const { t } = useTranslation('calendar');
  const cases = useOwnCases();
  const [add, { waiting }] = useAct(KeepApartDocument);
  const [other, setOther] = useState('');
  const [ground, setGround] = useState('');
  const [until, setUntil] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await add({ input: { caseId, otherCaseId: other, ground, until } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    setOther('');
    setGround('');
    setUntil('');
    toast(t('apart.added'));
    onAdded();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t('apart.add')}</h3>
      <ComboBox
        label={t('apart.who')}
        help={t('apart.whoHelp')}
        value={other}
        onChange={setOther}
        error={errorOf('otherCaseId')}
        options={(cases.options ?? []).filter(({ id }) => id !== caseId)}
      />
      {cases.more}
      <Select
        label={t('apart.why')}
        value={ground}
        onChange={setGround}
        error={errorOf('ground')}
        options={GROUNDS.map((id) => ({ id, label: t(`apart.ground.${id}`) }))}
      />
      <DateField
        label={t('apart.lastDay')}
        help={t('apart.lastDayHelp')}
        value={until}
        onChange={setUntil}
        error={errorOf('until')}
      />
      {refusal && refusal.fields.length === 0 && (
        <p className="calendar-fault" role="alert">
          {refusal.sentence || t('elements:failing.network.form')}
        </p>
      )}
      <div>
        <Button
          type="submit"
          kind="primary"
          isPending={waiting}
          isDisabled={other === '' || ground === '' || until === ''}
        >
          {t('apart.send')}
        </Button>
      </div>
    </form>
  );
}
