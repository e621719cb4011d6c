/** Lifts an assessment before its end: what happens then, and why it is done. (OSL 12:3) */
import { useTranslation } from 'react-i18next';
import { toast } from '../elements/toasts.js';
import { LiftGuardianAssessmentDocument } from '../graphql/generated/consent/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { ReasonsForm } from './ReasonsForm.js';

interface LiftAssessmentFormProps {
  readonly id: string;
  readonly onChanged: () => void;
  readonly close: () => void;
}

export function LiftAssessmentForm({ id, onChanged, close }: LiftAssessmentFormProps) {
  const { t } = useTranslation('consent');
  const [lift, { waiting }] = useAct(LiftGuardianAssessmentDocument);
  const send = async (reasons: string) => {
    const { refusal } = await lift({ input: { id, reasons } });
    if (refusal) return refusal;
    toast(t('guardian.liftDone'));
    close();
    onChanged();
    return undefined;
  };
  const words = { words: t('guardian.liftWords'), label: t('guardian.liftReasons'), save: t('guardian.liftSave') };
  return <ReasonsForm {...words} draft={`guardian-lift:${id}`} kind="primary" rows={4} waiting={waiting} send={send} />;
}
