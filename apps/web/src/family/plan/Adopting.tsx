/** Whether I am with the plan as it was put forward; a yes is one press, and not yet says what has to be otherwise. */
import { CircleCheck } from 'lucide-react';
import { Button } from '../controls.js';
import type { Adoption } from '../shapes.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';

interface AdoptingProps {
  readonly adoption: Adoption;
  /** It stands in one of several plans. */
  readonly isNamed: boolean;
  readonly onChanged: () => Promise<unknown>;
}

export function Adopting({ adoption, isNamed, onChanged }: AdoptingProps) {
  const { t } = useTexts();
  const { service, go } = useVisit();
  const label = isNamed ? {} : { 'aria-label': t('plan.adopt.title') };
  const yes = useAct(
    () => service.answerPlan(adoption.answerId, { answer: 'yes', words: '' }),
    () => void onChanged(),
  );
  if (adoption.answer !== null)
    return (
      <section className="plan-adopted" role="status" {...label}>
        <p className="plan-ticked" data-answer={adoption.answer}>
          <CircleCheck className="icon" aria-hidden />
          {t(`plan.adopt.said.${adoption.answer}`)}
        </p>
        {adoption.words !== null && (
          <p className="asked-words" dir="auto">
            {adoption.words}
          </p>
        )}
      </section>
    );
  return (
    <section className="plan-adopting" {...label}>
      <h2>{t('plan.adopt.title')}</h2>
      {adoption.isChanged ? (
        <p>{t('plan.adopt.changed')}</p>
      ) : (
        <>
          <p>{t('plan.adopt.words')}</p>
          {yes.refusal && <Failing refusal={yes.refusal} />}
          <Button kind="primary" icon={CircleCheck} isWaiting={yes.isWaiting} onPress={() => yes.run()}>
            {t('plan.adopt.yes')}
          </Button>
          <Button onPress={() => go({ at: 'plan-answer', id: adoption.answerId })}>{t('plan.adopt.notYet')}</Button>
        </>
      )}
    </section>
  );
}
