/** Where a house's own system is called, and of what it wants to be told. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { toast } from '../elements/toasts.js';
import { SaveWebhookDocument, type WebhookShownFragment } from '../graphql/generated/webhook/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

export function WebhookForm({
  page: { events, webhook },
  onSaved,
}: {
  readonly page: WebhookShownFragment;
  readonly onSaved: (secret: string | undefined) => void;
}) {
  const { t } = useTranslation('webhook');
  const version = webhook?.version ?? 0;
  // Of this version: words that were begun over another one are not sent over it.
  const draft = useDraft(`webhook:${version}`, {
    address: webhook?.address ?? '',
    events: webhook?.events ?? [...events],
  });
  const { address, events: chosen } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [save, { waiting }] = useAct(SaveWebhookDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await save({ input: { address, events: chosen, version } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    setRefusal(undefined);
    draft.drop();
    toast(t('saved'));
    onSaved(outcome.data.saveWebhook.secret ?? undefined);
  };
  const choose = (event: string, isChosen: boolean) =>
    draft.set({ events: events.filter((one) => (one === event ? isChosen : chosen.includes(one))) });
  return (
    <Section title={t('where')}>
      <form
        className="stack"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t('address')}
          help={t('addressHelp')}
          type="url"
          autoComplete="off"
          value={address}
          onChange={(next) => draft.set({ address: next })}
          error={errorOf('address')}
        />
        <fieldset className="webhook-events">
          <legend>{t('events')}</legend>
          <p className="muted small">{t('eventsHelp')}</p>
          {events.map((event) => (
            <Checkbox
              key={event}
              label={t(`event.${event}` as never)}
              value={chosen.includes(event)}
              onChange={(isChosen) => choose(event, isChosen)}
            />
          ))}
          {errorOf('events') && (
            <p className="webhook-fault" role="alert">
              {errorOf('events')}
            </p>
          )}
        </fieldset>
        <Refused refusal={refusal} fields={['address', 'events']} />
        <div>
          <Button type="submit" kind="primary" isPending={waiting}>
            {t(webhook ? 'save' : 'make')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
