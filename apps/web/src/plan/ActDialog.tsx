/** What becomes of something in the plan, with why, how it goes or what came of it; what is typed stays until it is sent. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import type { Marks } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import { ActOnPlanEntryDocument } from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { AboutInPlan } from './AboutInPlan.js';
import { PlanReaders } from './PlanReaders.js';
import { REASONS_OUT, RESULTS, type Entry } from './words.js';

export interface Acting {
  readonly entry: Entry;
  readonly act: string;
}

interface ActDialogProps {
  readonly groupId: string;
  readonly acting: Acting;
  /** It is no longer the reader's: of it nothing is shown, and what they have typed is theirs to take along. */
  readonly isLeft: boolean;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function ActDialog({ groupId, acting, isLeft, onClose, onChanged }: ActDialogProps) {
  const { t } = useTranslation('plan');
  const { entry, act } = acting;
  // What is said of it is about the same people, and shows no less.
  const stands: Marks = { about: entry.said.about, revealsPlace: entry.said.revealsPlace };
  const draft = useDraft(`plan-act:${groupId}:${entry.id}:${act}`, {
    ...{ words: '', result: '', followUpOn: '', why: '' },
    ...stands,
  });
  const { words, result, followUpOn, why, about, revealsPlace } = draft.value;
  const takesOut = act === 'remove' && entry.kind === 'measure';
  const beginsAgain = act === 'start' && entry.state === 'paused';
  const word = takesOut ? 'takeOut' : beginsAgain ? 'again' : act;
  const [before] = useState(() => new Set(entry.acts.map(({ id }) => id)));
  // As this reader may see it: who was first is said where what they did stands on the page.
  const first = entry.acts.filter(({ id }) => !before.has(id)).at(-1);
  const state = t(`state.${entry.state}` as never);
  const changed = first ? t('act.changedBy', { name: first.byName, state }) : t('act.changedMeanwhile', { state });
  const [refusal, setRefusal] = useState<Refusal>();
  const [send, { waiting }] = useAct(ActOnPlanEntryDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const say = async () => {
    const outcome = await send({
      input: {
        ...{ entryId: entry.id, version: entry.version, act, revealsPlace, about: [...about] },
        words: takesOut && why !== '' && why !== 'other' ? `${t(`whyOut.${why}` as never)}. ${words}`.trim() : words,
        result: result || null,
        followUpOn: followUpOn || null,
      },
    });
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  if (isLeft)
    return (
      <Dialog title={t('elements:revoked.title')} isOpen onOpenChange={(open) => !open && onClose()}>
        <div className="stack">
          <p role="status">{t('act.left')}</p>
          {words !== '' && (
            <TextArea
              label={t('act.leftWords')}
              rows={3}
              value={words}
              onChange={(next) => draft.set({ words: next })}
            />
          )}
          <Acts>
            <Button kind="primary" onPress={onClose}>
              {t('act.leftClose')}
            </Button>
          </Acts>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t(`act.${word}.title` as never)} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <p className="plan-about">{entry.said.text}</p>
        {takesOut && <p>{t('act.takeOut.meaning')}</p>}
        {takesOut && (
          <Select
            label={t('act.takeOut.why')}
            value={why}
            onChange={(next) => draft.set({ why: next })}
            options={REASONS_OUT.map((id) => ({ id, label: t(`whyOut.${id}`) }))}
          />
        )}
        {act === 'end' && (
          <Select
            label={t('field.result')}
            value={result}
            onChange={(next) => draft.set({ result: next })}
            error={errorOf('result')}
            options={RESULTS.map((id) => ({ id, label: t(`result.${id}`) }))}
          />
        )}
        <TextArea
          label={t(`act.${word}.words` as never)}
          optional={(act === 'start' && !beginsAgain) || act === 'reach' || (takesOut && why !== 'other')}
          rows={3}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
          // Why something is taken out is told to nobody else.
          after={
            act !== 'remove' && (
              <PlanReaders ofEntryId={entry.id} category={entry.said.category} {...{ groupId, about, revealsPlace }} />
            )
          }
        />
        <AboutInPlan
          groupId={groupId}
          category={entry.said.category}
          value={draft.value}
          fixed={stands}
          onChange={draft.set}
          error={errorOf('about')}
        />
        {act === 'follow-up' && (
          <DateField
            label={t('field.nextFollowUp')}
            value={followUpOn}
            onChange={(next) => draft.set({ followUpOn: next })}
            error={errorOf('followUpOn')}
          />
        )}
        <Refused refusal={refusal} fields={['words', 'about', 'result', 'followUpOn']} changed={changed} />
        <Acts>
          <Button kind="primary" isPending={waiting} isDisabled={takesOut && why === ''} onPress={() => void say()}>
            {t(`act.${word}.send` as never)}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
