/** Taking a step: its reasons, and when others are passed over, why; both are kept. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { TakeGroupStepDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { serverNow } from '../live/server-clock.js';
import { CalledOffMeetings } from './CalledOffMeetings.js';
import { useChangedMeanwhile } from './meanwhile.js';
import { useNamed } from './named.js';
import { NO_TERMS, StepTerms, TERMS_FIELDS, termsSent } from './StepTerms.js';
import { NOBODY_DECIDED, PREPARATORY_FIELDS, PreparatoryFields } from './PreparatoryFields.js';

function reasonsFor(does: string, of: { readonly byHand: boolean; readonly passesSome: boolean }): readonly string[] {
  if (of.byHand) return ['done-elsewhere'];
  if (does === 'close') return GROUP_REASONS.close;
  return of.passesSome ? GROUP_REASONS['out-of-order'] : [];
}

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
  const draft = useDraft(`group-step:${group.id}:${wanted}`, {
    words: '',
    reason: '',
    preparatory: NOBODY_DECIDED,
    terms: NO_TERMS,
    heldOn: formatCivilDay(civilDayOf(serverNow())),
  });
  const { words, reason, preparatory, terms, heldOn } = draft.value;
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const at = group.steps.findIndex(({ step }) => step.step === wanted);
  const state = group.steps[at];
  if (!state) return null;
  const { step } = state;
  const passed =
    step.does === 'follow-up' ? [] : group.steps.slice(0, at).filter((one) => one.times === 0 && !one.step.optional);
  // A meeting about a person is convened and held; by hand one only notes what was held elsewhere.
  const byHand = step.does === 'meet' && group.form.level === 'persons';
  // Some steps nobody passes over, whatever the reason.
  const first = step.does === 'close' ? [] : passed.filter((one) => one.step.binding);
  const reasons = reasonsFor(step.does, { byHand, passesSome: passed.length > 0 });
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const asksBoard = step.requires.includes('preparatory-group');
  const send = async () => {
    const outcome = await take({
      input: {
        groupId: group.id,
        version: group.version,
        step: wanted,
        words,
        reason: reason === '' ? null : reason,
        preparatory: asksBoard && preparatory.boardId !== '' ? preparatory : null,
        terms: termsSent(step, terms),
        heldOn: byHand && heldOn !== '' ? heldOn : null,
      },
    });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('step.done', { step: named(step.name) }));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={named(step.name)} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        {first.length > 0 && (
          <p className="note late">{t('step.first', { steps: first.map((one) => named(one.step.name)).join(', ') })}</p>
        )}
        {first.length === 0 && passed.length > 0 && (
          <p className="note">
            {t(step.does === 'close' ? 'step.untaken' : 'step.passes', {
              steps: passed.map((one) => named(one.step.name)).join(', '),
            })}
          </p>
        )}
        {reasons.length > 0 && (
          <Select
            label={t(byHand ? 'step.whyByHand' : step.does === 'close' ? 'step.whyClose' : 'step.whyPass')}
            value={reason}
            onChange={(next) => draft.set({ reason: next })}
            error={errorOf('reason')}
            options={reasons.map((id) => ({ id, label: t(`reason.${id}` as never) }))}
          />
        )}
        {byHand && (
          <DateField
            label={t('step.heldOn')}
            value={heldOn}
            onChange={(next) => draft.set({ heldOn: next })}
            error={errorOf('heldOn')}
          />
        )}
        {asksBoard && (
          <PreparatoryFields
            value={preparatory}
            onChange={(next) => draft.set({ preparatory: next })}
            errorOf={errorOf}
          />
        )}
        <StepTerms step={step} value={terms} onChange={(next) => draft.set({ terms: next })} errorOf={errorOf} />
        {group.form.level === 'persons' && (
          <TextArea
            label={t('step.words')}
            help={t('step.wordsHelp')}
            optional={!step.requires.includes('reasons')}
            rows={4}
            value={words}
            onChange={(next) => draft.set({ words: next })}
            error={errorOf('words')}
          />
        )}
        {step.does === 'close' && <p className="muted">{t('step.closes')}</p>}
        {step.does === 'close' && group.meetings.some(({ state }) => state === 'closed') && (
          <p className="muted">{t(reason === 'consent-gone' ? 'step.closesAtOnce' : 'step.closesRecords')}</p>
        )}
        {step.does === 'close' && <CalledOffMeetings group={group} />}
        <Refused
          refusal={refusal}
          fields={['reason', 'words', 'heldOn', ...TERMS_FIELDS, ...PREPARATORY_FIELDS]}
          changed={changed}
        />
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
