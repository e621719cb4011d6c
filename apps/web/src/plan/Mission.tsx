/** The young person's own picture first, large: what all the rest is for. Then part goals, and the concrete steps of each. */
import { CircleCheck, Circle, Plus, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DrawingWritten } from '#domain/plan/drawing.js';
import { DrawingShown } from '../drawing/DrawingShown.js';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import { EntryActs, Whose, type OnEntry } from './EntryParts.js';
import { FamilyVoices, OfFamily } from './FamilyVoices.js';
import { PensIn } from './Pens.js';
import { isOver, type Entry } from './words.js';

export function Future({ plan, ...on }: OnEntry & { readonly plan: PlanShownFragment }) {
  const { t } = useTranslation('plan');
  const future = plan.entries.find((entry) => entry.kind === 'future' && !isOver(entry));
  if (!future)
    return (
      <section className="plan-future" aria-label={t('kind.future.title')} data-empty>
        <Icon of={Quote} />
        <p className="muted">{t(plan.mayWrite.includes('future') ? 'future.ask' : 'future.none')}</p>
        {plan.mayWrite.includes('future') && (
          <Button kind="primary" icon={Plus} onPress={() => on.onEdit({ kind: 'future', entry: null })}>
            {t('kind.future.add')}
          </Button>
        )}
      </section>
    );
  return (
    <section className="plan-future" aria-label={t('kind.future.title')}>
      <Icon of={Quote} />
      <blockquote>{future.said.text}</blockquote>
      <PensIn entry={future} field="words" />
      {future.said.drawing && <DrawingShown drawing={future.said.drawing} />}
      <FamilyVoices
        entry={future}
        {...(future.mayChange
          ? { onTakeUp: (drawing: DrawingWritten) => on.onEdit({ kind: 'future', entry: future, drawing }) }
          : {})}
      />
      <div className="row gap-2">
        <OfFamily entry={future} />
        <Whose entry={future} />
        <EntryActs entry={future} {...on} />
      </div>
    </section>
  );
}

export function Goals({ plan, ...on }: OnEntry & { readonly plan: PlanShownFragment }) {
  const { t } = useTranslation('plan');
  const goals = plan.entries.filter((entry) => entry.kind === 'goal' && !isOver(entry));
  const mayAdd = plan.mayWrite.includes('goal');
  const steps = plan.entries.filter((entry) => entry.kind === 'step' && !isOver(entry));
  // Their goal is another house's to see, or has been taken out.
  const loose = steps.filter(({ goalId }) => !goals.some(({ id }) => id === goalId));
  if (goals.length + loose.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={t('kind.goal.title')}
      actions={
        mayAdd && (
          <Button size="small" icon={Plus} onPress={() => on.onEdit({ kind: 'goal', entry: null })}>
            {t('kind.goal.add')}
          </Button>
        )
      }
    >
      {goals.length + loose.length === 0 && <p className="muted">{t('kind.goal.none')}</p>}
      <ol className="plan-goals" role="list">
        {goals.map((goal) => (
          <li key={goal.id} className="plan-goal" data-state={goal.state}>
            <Reached entry={goal} />
            <FamilyVoices entry={goal} />
            <div className="row gap-2">
              <OfFamily entry={goal} />
              <Whose entry={goal} />
              <EntryActs entry={goal} {...on} />
            </div>
            <Steps steps={steps.filter(({ goalId }) => goalId === goal.id)} {...on} />
            {plan.mayWrite.includes('step') && goal.state === 'standing' && (
              <div>
                <Button
                  size="small"
                  kind="quiet"
                  icon={Plus}
                  onPress={() => on.onEdit({ kind: 'step', entry: null, goalId: goal.id })}
                >
                  {t('kind.step.add')}
                  <span className="vh"> {goal.said.text}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {loose.length > 0 && (
        <div className="stack gap-2">
          <h3 className="small muted">{t('kind.step.loose')}</h3>
          <Steps steps={loose} {...on} />
        </div>
      )}
    </Section>
  );
}

function Steps({ steps, ...on }: OnEntry & { readonly steps: readonly Entry[] }) {
  return (
    <ul className="plan-steps" role="list">
      {steps.map((step) => (
        <li key={step.id} data-state={step.state}>
          <Reached entry={step} />
          <FamilyVoices entry={step} />
          <span className="row gap-2">
            <OfFamily entry={step} />
            <PensIn entry={step} />
          </span>
          <EntryActs entry={step} {...on} />
        </li>
      ))}
    </ul>
  );
}

function Reached({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  const isReached = entry.state === 'reached';
  return (
    <p className="plan-reached">
      <Icon of={isReached ? CircleCheck : Circle} />
      <span>
        {entry.said.text}
        {isReached && (
          <span className="plan-chip" data-state="reached">
            {t('state.reached')}
          </span>
        )}{' '}
        <PensIn entry={entry} field="words" />
      </span>
    </p>
  );
}
