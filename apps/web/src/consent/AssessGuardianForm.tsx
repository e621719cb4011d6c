/** One question, the reasons and an end, in one's own name: whether telling a guardian would harm the child seriously. (OSL 12:3) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestShare } from '#domain/share/share-times.js';
import { Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { AssessGuardianDocument } from '../graphql/generated/consent/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { endOfChosenDay } from '../share/share-choice.js';
import { ActForm } from './ActForm.js';

interface AssessGuardianFormProps {
  readonly caseId: string;
  readonly guardianId: string;
  readonly onChanged: () => void;
  readonly close: () => void;
}

export function AssessGuardianForm({ caseId, guardianId, onChanged, close }: AssessGuardianFormProps) {
  const { t } = useTranslation('consent');
  const now = useServerNow(60_000);
  const [assess, { waiting }] = useAct(AssessGuardianDocument);
  const draft = useDraft(`guardian-harm:${caseId}:${guardianId}`, { harm: '', reasons: '', day: '' });
  const { harm, reasons, day } = draft.value;
  const [isUnanswered, setUnanswered] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const faultOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    setUnanswered(harm === '');
    if (harm === '') return;
    const until = endOfChosenDay(day) ?? new Date(longestShare(now)).toISOString();
    const outcome = await assess({ input: { caseId, guardianId, seriousHarm: harm === 'yes', reasons, until } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    draft.drop();
    toast(t(harm === 'yes' ? 'guardian.savedHarm' : 'guardian.savedNoHarm'));
    close();
    onChanged();
  };
  return (
    <ActForm
      words={t('guardian.words')}
      refusal={refusal}
      fields={['reasons', 'until']}
      save={t('guardian.save')}
      waiting={waiting}
      send={send}
    >
      <Choices
        label={t('guardian.harm')}
        value={harm}
        onChange={(next) => draft.set({ harm: next })}
        error={isUnanswered && harm === '' ? t('guardian.choose') : undefined}
        choices={[
          { id: 'yes', label: t('guardian.yes'), help: t('guardian.yesHelp') },
          { id: 'no', label: t('guardian.no'), help: t('guardian.noHelp') },
        ]}
      />
      <TextArea
        label={t('guardian.reasons')}
        help={t('guardian.reasonsHelp')}
        value={reasons}
        onChange={(next) => draft.set({ reasons: next })}
        error={faultOf('reasons')}
        rows={5}
      />
      <DateField
        label={t('guardian.day')}
        help={t('guardian.dayHelp')}
        optional
        value={day}
        onChange={(next) => draft.set({ day: next })}
        error={faultOf('until')}
      />
    </ActForm>
  );
}
