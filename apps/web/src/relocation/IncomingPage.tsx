/** Another municipality wants to hand work over: whom it is about, what is told, and taking over or not. */
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { GroundTag } from '../elements/GroundTag.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  AnswerRelocationDocument,
  IncomingRelocationDocument,
  type ShownIncomingFragment,
} from '../graphql/generated/relocation/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import '../group/group.css';

/** As the api has them. */
const REASONS = ['not-our-resident', 'no-such-work', 'ring-first'];

export default function IncomingPage() {
  const { t } = useTranslation('relocation');
  const { id = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: IncomingRelocationDocument, variables: { id } });
  const incoming = data?.incomingRelocation;
  const refusal = error && !incoming ? refusalOf(error) : undefined;
  return (
    <Page
      title={t('incoming.title')}
      above={incoming && `${incoming.relocation.fromName}, ${incoming.relocation.fromTown}`}
      heading={incoming?.name ?? undefined}
      lead={t('incoming.lead')}
      width="read"
    >
      {refusal?.code === 'NOT_FOUND' ? (
        <p className="note">{t('incoming.gone')}</p>
      ) : (
        refusal && <Failing refusal={refusal} onRetry={again} />
      )}
      {fetching && !incoming && <Waiting lines={6} />}
      {incoming && <Body incoming={incoming} />}
    </Page>
  );
}

function Body({ incoming }: { readonly incoming: ShownIncomingFragment }) {
  const { t } = useTranslation('relocation');
  const named = useNamed();
  const { relocation } = incoming;
  const waits = relocation.answer === null && relocation.withdrawnAt === null;
  return (
    <div className="stack gap-8">
      <Section title={t('incoming.from')}>
        <p>
          {t('incoming.offered', { name: relocation.byName })} <Time at={relocation.offeredAt} as="moment" />
          {relocation.formName && ` · ${named(relocation.formName)}`}
        </p>
        {relocation.byPhone && (
          <p className="row gap-2">
            <Icon of={Phone} /> <a href={`tel:${relocation.byPhone}`}>{relocation.byPhone}</a>
          </p>
        )}
        <GroundTag ground={relocation.ground} />
        {!waits && (
          <p className="note" role="status">
            {t(`incoming.state.${relocation.withdrawnAt ? 'withdrawn' : relocation.answer}` as never)}
          </p>
        )}
        {waits && incoming.name === null && <p className="note">{t('incoming.closed')}</p>}
      </Section>
      {incoming.name !== null && (
        <Section title={t('incoming.told')}>
          {incoming.told.length === 0 && <p className="muted">{t('incoming.onlyName')}</p>}
          <ul className="group-acts" role="list">
            {incoming.told.map((one) => (
              <li key={one.itemId}>
                <p>
                  <strong>{t(`share:category.${one.category}` as never)}</strong>
                </p>
                <p className="group-act-words">{one.text}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {incoming.caseId && (
        <div>
          <ButtonLink kind="primary" to={`/arende/${incoming.caseId}`}>
            {t('incoming.toCase')}
          </ButtonLink>
        </div>
      )}
      {waits && incoming.name !== null && <Answering incoming={incoming} />}
    </div>
  );
}

function Answering({ incoming }: { readonly incoming: ShownIncomingFragment }) {
  const { t } = useTranslation('relocation');
  const { id, version } = incoming.relocation;
  const [answer, { waiting }] = useAct(AnswerRelocationDocument);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async (word: 'accepted' | 'declined') => {
    setRefusal(undefined);
    const outcome = await answer({
      input: { id, version, answer: word, reason: word === 'declined' && reason !== '' ? reason : null },
    });
    if (outcome.refusal) setRefusal(outcome.refusal);
    else setDeclining(false);
  };
  return (
    <Section title={t('incoming.answer')}>
      <p>{t('incoming.means')}</p>
      {!declining && <Refused refusal={refusal} fields={[]} />}
      <div className="row">
        <Button kind="primary" size="large" isPending={waiting} onPress={() => void send('accepted')}>
          {t('incoming.accept')}
        </Button>
        <Button onPress={() => setDeclining(true)}>{t('incoming.decline')}</Button>
      </div>
      {declining && (
        <Dialog title={t('incoming.decline')} isOpen onOpenChange={(open) => !open && setDeclining(false)}>
          <div className="stack">
            <Select
              label={t('incoming.reason')}
              value={reason}
              onChange={setReason}
              error={errorOf('reason')}
              options={REASONS.map((one) => ({ id: one, label: t(`reason.${one}` as never) }))}
            />
            <Refused refusal={refusal} fields={['reason']} />
            <Acts>
              <Button kind="primary" isPending={waiting} onPress={() => void send('declined')}>
                {t('incoming.sendNo')}
              </Button>
              <Button onPress={() => setDeclining(false)}>{t('incoming.cancel')}</Button>
            </Acts>
          </div>
        </Dialog>
      )}
    </Section>
  );
}
