/** A consent that is no longer needed is ended by those who asked, with their reasons. (GDPR 5.1 b, e) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts } from '../elements/Dialog.js';
import { TextArea } from '../elements/fields/TextField.js';
import { toast } from '../elements/toasts.js';
import { EndConsentDocument, type ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

export interface EndFormProps {
  readonly consent: ConsentWholeFragment;
  readonly onChanged: () => void;
  readonly close: () => void;
}

export function EndForm({ consent, onChanged, close }: EndFormProps) {
  const { t } = useTranslation('consent');
  const [end, { waiting }] = useAct(EndConsentDocument);
  const [reasons, setReasons] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const fault = refusal?.fields.find(({ field }) => field === 'reasons')?.sentence;
  const send = async () => {
    const outcome = await end({ input: { id: consent.id, expectedVersion: consent.version, reasons } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    toast(t('end.done'));
    close();
    onChanged();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('end.words')}</p>
      <TextArea label={t('end.reasons')} value={reasons} onChange={setReasons} rows={3} error={fault} />
      {refusal && !fault && (
        <p className="error" role="alert">
          {refusal.sentence}
        </p>
      )}
      <Acts>
        <Button type="submit" kind="danger" isPending={waiting}>
          {t('end.save')}
        </Button>
      </Acts>
    </form>
  );
}
