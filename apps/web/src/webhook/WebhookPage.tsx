/** A house's own system: where it is called, of what, with which secret, and whether the latest calls arrived. */
import { Copy, KeyRound, Power, RefreshCw, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  ChangeWebhookSecretDocument,
  TryWebhookDocument,
  TurnWebhookDocument,
  WebhookPageDocument,
  type WebhookShownFragment,
} from '../graphql/generated/webhook/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { SettingsPlace } from '../organisation/SettingsPlace.js';
import { Calls } from './Calls.js';
import { WebhookForm } from './WebhookForm.js';
import './webhook.css';

export type Webhook = NonNullable<WebhookShownFragment['webhook']>;

export default function WebhookPage() {
  const { t } = useTranslation('webhook');
  const [{ data, error }, again] = useQuery({ query: WebhookPageDocument, requestPolicy: 'cache-and-network' });
  const [secret, setSecret] = useState<string>();
  const page = data?.webhookPage;
  const reload = () => again({ requestPolicy: 'network-only' });
  return (
    <Page title={t('title')} above={<SettingsPlace />} lead={page && t('lead', { house: page.houseName })} width="read">
      {error && !page && <Failing refusal={refusalOf(error)} onRetry={reload} />}
      {!page && !error && <Waiting lines={6} />}
      {secret && <Secret secret={secret} onClose={() => setSecret(undefined)} />}
      {page && (
        <>
          <WebhookForm
            key={page.webhook?.version ?? 0}
            page={page}
            onSaved={(made) => {
              setSecret(made);
              reload();
            }}
          />
          {page.webhook && (
            <>
              <Signing webhook={page.webhook} onSecret={setSecret} onChanged={reload} />
              <Calls calls={page.webhook.calls}>
                <Trial webhook={page.webhook} onChanged={reload} />
              </Calls>
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** Shown once: whoever did not copy it makes another. */
function Secret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTranslation('webhook');
  const copy = () => navigator.clipboard.writeText(secret).then(() => toast(t('secret.copied')));
  return (
    <div className="panel stack" role="status">
      <p>
        <strong>{t('secret.made')}</strong>
      </p>
      <p className="webhook-secret">{secret}</p>
      <p className="muted small">{t('secret.once')}</p>
      <div className="row gap-2">
        <Button kind="primary" icon={Copy} onPress={() => void copy()}>
          {t('secret.copy')}
        </Button>
        <Button onPress={onClose}>{t('secret.done')}</Button>
      </div>
    </div>
  );
}

function Signing({
  webhook: { secretAt, oldSecretUntil, on, version },
  onSecret,
  onChanged,
}: {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('webhook');
  const [change, changing] = useAct(ChangeWebhookSecretDocument);
  const [turn, turning] = useAct(TurnWebhookDocument);
  const changeSecret = async () => {
    const { data, refusal } = await change({ version });
    if (refusal) toast(refusal.sentence);
    else onSecret(data.changeWebhookSecret);
    onChanged();
  };
  const turnIt = async () => {
    const { refusal } = await turn({ on: !on, version });
    toast(refusal ? refusal.sentence : t(on ? 'turnedOff' : 'turnedOn'));
    onChanged();
  };
  return (
    <Section title={t('signing')}>
      <p>{t('signed')}</p>
      <p className="muted">
        {t('secret.madeAt')} <Time at={secretAt} as="moment" />
        {oldSecretUntil && (
          <>
            {' · '}
            {t('secret.oldUntil')} <Time at={oldSecretUntil} as="moment" />
          </>
        )}
      </p>
      {!on && <p className="note">{t('isOff')}</p>}
      <div className="row gap-2">
        <Button icon={KeyRound} isPending={changing.waiting} onPress={() => void changeSecret()}>
          {t('secret.change')}
        </Button>
        <Button icon={Power} isPending={turning.waiting} onPress={() => void turnIt()}>
          {t(on ? 'turnOff' : 'turnOn')}
        </Button>
      </div>
    </Section>
  );
}

function Trial({ webhook, onChanged }: { readonly webhook: Webhook; readonly onChanged: () => void }) {
  const { t } = useTranslation('webhook');
  const [send, { waiting }] = useAct(TryWebhookDocument);
  const sendOne = async () => {
    const { refusal } = await send({});
    toast(refusal ? refusal.sentence : t('trial.sent'));
    onChanged();
  };
  return (
    <div className="row gap-2">
      <Button icon={Send} isPending={waiting} isDisabled={!webhook.on} onPress={() => void sendOne()}>
        {t('trial.send')}
      </Button>
      <Button kind="quiet" icon={RefreshCw} onPress={onChanged}>
        {t('calls.look')}
      </Button>
    </div>
  );
}
