/** Everyone's yes and no to one version; a no says what has to be otherwise, and the family's is written down with how they said it. */
import { CircleCheck, CircleX, Clock, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Icon } from '../elements/Icon.js';
import { NO_MARKS } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { AnswerPlanDocument, type AnswerShownFragment } from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { AboutInPlan } from './AboutInPlan.js';
import { PlanReaders } from './PlanReaders.js';

interface AnswersProps {
  readonly groupId: string;
  readonly answers: readonly AnswerShownFragment[];
  readonly onChanged: () => void;
}

const ICONS: Readonly<Record<string, LucideIcon>> = { yes: CircleCheck, no: CircleX };
const HOW = ['meeting', 'phone', 'writing'] as const;

export function Answers({ groupId, answers, onChanged }: AnswersProps) {
  const { t } = useTranslation('plan');
  const [answering, setAnswering] = useState<AnswerShownFragment | null>(null);
  const nameOf = ({ house, family, person }: AnswerShownFragment): string =>
    house ?? person?.name ?? t(`version.family.${family ?? 'guardian'}` as never);
  return (
    <>
      <ul className="plan-lines" role="list">
        {answers.map((one) => (
          <li key={one.id} className="plan-answer" data-answer={one.answer ?? 'none'}>
            <Icon of={ICONS[one.answer ?? ''] ?? Clock} />
            <div className="stack gap-1">
              <p>
                <strong>{nameOf(one)}</strong> · {t(`version.answer.${one.answer ?? 'none'}` as never)}
              </p>
              {one.words && <p>{one.words}</p>}
              {one.answeredAt && (
                <p className="small muted">
                  {one.how && `${t(`version.how.${one.how}` as never)} · `}
                  {one.answeredByName && `${one.answeredByName}, `}
                  <Time at={one.answeredAt} as="day" />
                </p>
              )}
              {one.mayAnswer && (
                <div>
                  <Button size="small" onPress={() => setAnswering(one)}>
                    {t(one.house ? 'version.say' : 'version.write')}
                    <span className="vh"> {nameOf(one)}</span>
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {answering && (
        <AnswerDialog
          groupId={groupId}
          asked={answering}
          title={nameOf(answering)}
          onClose={() => setAnswering(null)}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

function AnswerDialog(props: {
  readonly groupId: string;
  readonly asked: AnswerShownFragment;
  readonly title: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const { groupId, asked, title, onClose, onChanged } = props;
  const { t } = useTranslation('plan');
  const draft = useDraft(`plan-answer:${groupId}:${asked.id}`, { answer: '', words: '', how: '', ...NO_MARKS });
  const { answer, words, how, about, revealsPlace } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [send, { waiting }] = useAct(AnswerPlanDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const say = async () => {
    const input = { answerId: asked.id, answer, words, how: how || null, about: [...about], revealsPlace };
    const outcome = await send({ input });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog title={title} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <Select
          label={t('version.which')}
          value={answer}
          onChange={(next) => draft.set({ answer: next })}
          error={errorOf('answer')}
          options={(['yes', 'no'] as const).map((id) => ({ id, label: t(`version.answer.${id}`) }))}
        />
        {asked.house === null && (
          <Select
            label={t('version.howWas')}
            value={how}
            onChange={(next) => draft.set({ how: next })}
            error={errorOf('how')}
            options={HOW.map((id) => ({ id, label: t(`version.how.${id}`) }))}
          />
        )}
        <TextArea
          label={t(answer === 'no' ? 'version.otherwise' : 'version.more')}
          optional={answer !== 'no'}
          rows={3}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
          after={
            <PlanReaders groupId={groupId} category="measures-and-plan" about={about} revealsPlace={revealsPlace} />
          }
        />
        <AboutInPlan
          groupId={groupId}
          category="measures-and-plan"
          value={draft.value}
          onChange={draft.set}
          error={errorOf('about')}
        />
        <Refused refusal={refusal} fields={['answer', 'how', 'words', 'about']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void say()}>
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
