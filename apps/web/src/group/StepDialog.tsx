/** Taking a step: its reasons, and when others are passed over, why; both are kept. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { TakeGroupStepDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from './named.js';

const CLOSING = [
  'goals-met',
  'consent-gone',
  'own-wish',
  'other-help',
  'moved',
  'not-the-target-group',
  'agreement-lapsed',
];
const OUT_OF_ORDER = ['urgent', 'done-elsewhere', 'agreed-by-all'];

export interface StepDialogProps {
  readonly group: ShownGroupFragment;
  readonly wanted: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function StepDialog({ group, wanted, onClose, onChanged }: StepDialogProps) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const [take, { waiting }] = useAct(TakeGroupStepDocument);
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const at = group.steps.findIndex(({ step }) => step.step === wanted);
  const state = group.steps[at];
  if (!state) return null;
  const { step } = state;
  const ends = step.does === 'close' || step.does === 'follow-up';
  const passed = ends ? [] : group.steps.slice(0, at).filter((one) => one.times === 0 && !one.step.optional);
  // A meeting about a person is convened and held; by hand one only notes what was held elsewhere.
  const byHand = step.does === 'meet' && group.form.level === 'persons';
  const reasons = byHand ? ['done-elsewhere'] : step.does === 'close' ? CLOSING : passed.length > 0 ? OUT_OF_ORDER : [];
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await take({
      input: { groupId: group.id, version: group.version, step: wanted, words, reason: reason === '' ? null : reason },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    toast(t('step.done', { step: named(step.name) }));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={named(step.name)} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        {passed.length > 0 && (
          <p className="note">{t('step.passes', { steps: passed.map((one) => named(one.step.name)).join(', ') })}</p>
        )}
        {reasons.length > 0 && (
          <Select
            label={t(byHand ? 'step.whyByHand' : step.does === 'close' ? 'step.whyClose' : 'step.whyPass')}
            value={reason}
            onChange={setReason}
            error={errorOf('reason')}
            options={reasons.map((id) => ({ id, label: t(`reason.${id}` as never) }))}
          />
        )}
        {group.form.level === 'persons' && (
          <TextArea
            label={t('step.words')}
            help={t('step.wordsHelp')}
            optional={!step.requires.includes('reasons')}
            rows={4}
            value={words}
            onChange={setWords}
            error={errorOf('words')}
          />
        )}
        {step.does === 'close' && <p className="muted">{t('step.closes')}</p>}
        <Refused refusal={refusal} fields={['reason', 'words']} />
        <Acts>
          <Button kind={step.does === 'close' ? 'danger' : 'primary'} isPending={waiting} onPress={() => void send()}>
            {t(step.does === 'close' ? 'step.close' : 'step.send')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
