/** Lifts an assessment before its end: what happens then, and why it is done. (OSL 12:3) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts } from '../elements/Dialog.js';
import { TextArea } from '../elements/fields/TextField.js';
import { toast } from '../elements/toasts.js';
import { LiftGuardianAssessmentDocument } from '../graphql/generated/consent/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

interface LiftAssessmentFormProps {
  readonly id: string;
  readonly onChanged: () => void;
  readonly close: () => void;
}

export function LiftAssessmentForm({ id, onChanged, close }: LiftAssessmentFormProps) {
  const { t } = useTranslation('consent');
  const [lift, { waiting }] = useAct(LiftGuardianAssessmentDocument);
  const [reasons, setReasons] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    const outcome = await lift({ input: { id, reasons } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    toast(t('guardian.liftDone'));
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
      <p>{t('guardian.liftWords')}</p>
      <TextArea
        label={t('guardian.liftReasons')}
        value={reasons}
        onChange={setReasons}
        error={refusal?.fields.find((one) => one.field === 'reasons')?.sentence}
        rows={4}
      />
      {refusal && refusal.fields.length === 0 && (
        <p className="error" role="alert">
          {refusal.sentence}
        </p>
      )}
      <Acts>
        <Button type="submit" kind="primary" isPending={waiting}>
          {t('guardian.liftSave')}
        </Button>
      </Acts>
    </form>
  );
}
