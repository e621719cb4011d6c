/** A consent that is no longer needed is ended by those who asked, with their reasons. (GDPR 5.1 b, e) */
import { useTranslation } from 'react-i18next';
import { toast } from '../elements/toasts.js';
import { EndConsentDocument, type ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { ReasonsForm } from './ReasonsForm.js';

export interface EndFormProps {
  readonly consent: ConsentWholeFragment;
  readonly onChanged: () => void;
  readonly close: () => void;
}

export function EndForm({ consent, onChanged, close }: EndFormProps) {
  const { t } = useTranslation('consent');
  const [end, { waiting }] = useAct(EndConsentDocument);
  const send = async (reasons: string) => {
    const { refusal } = await end({ input: { id: consent.id, expectedVersion: consent.version, reasons } });
    if (isConflict(refusal)) onChanged();
    if (refusal) return refusal;
    toast(t('end.done'));
    close();
    onChanged();
    return undefined;
  };
  const words = { words: t('end.words'), label: t('end.reasons'), save: t('end.save') };
  return (
    <ReasonsForm
      {...words}
      draft={`consent-end:${consent.caseId}:${consent.id}`}
      kind="danger"
      rows={3}
      waiting={waiting}
      send={send}
    />
  );
}
