/**
 * The plan, in one column: the picture of the future first, then what leads there, what we have promised and what others have,
 * what we have agreed on, what is good, and last what we want to help each other with.
 */
import { History, Lightbulb } from 'lucide-react';
import { Button } from '../controls.js';
import { dayWords } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import type { Plan, PlanEntry, Proposal } from '../shapes.js';
import { CallLink, Failing, Waiting } from '../states.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { Adopting } from './Adopting.js';
import { Dream } from './Dream.js';
import { EntryCard } from './EntryCard.js';
import { SaidWords } from './OwnSaid.js';
import { usePlans } from './use-plans.js';

export function PlansScreen() {
  const { t } = useTexts();
  const { town } = useVisit();
  const { loaded, again, refresh } = usePlans();
  const plans = loaded.state === 'there' ? loaded.data : [];
  return (
    <Screen title={t('plan.title')} lead={plans.length > 0 && t('plan.lead')} drawing={<Scene name="book" />}>
      {loaded.state === 'waiting' && <Waiting onRetry={again} />}
      {loaded.state === 'refused' && <Failing refusal={loaded.refusal} onRetry={again} />}
      {loaded.state === 'there' && plans.length === 0 && (
        <div className="nothing">
          <h2>{t('plan.none')}</h2>
          <p>{t('plan.noneWords')}</p>
          {town.phone !== '' && <CallLink phone={town.phone} />}
        </div>
      )}
      {plans.map((plan) => (
        <OnePlan key={plan.id} plan={plan} isNamed={plans.length > 1} onChanged={refresh} />
      ))}
    </Screen>
  );
}

interface OnePlanProps {
  readonly plan: Plan;
  /** There are several, and each says whose it is. */
  readonly isNamed: boolean;
  readonly onChanged: () => Promise<unknown>;
}

/** One of several is told apart by its own name, and its parts are no landmarks of the page. */
function OnePlan({ plan, isNamed, onChanged }: OnePlanProps) {
  const { t, shown } = useTexts();
  const { go } = useVisit();
  const { entries, about } = plan;
  const of = (part: PlanEntry['part']) => entries.filter((entry) => entry.part === part);
  const [future] = of('future');
  const goals = of('goals').filter(({ kind }) => kind === 'goal');
  const steps = of('goals').filter(({ kind }) => kind === 'step');
  const loose = steps.filter(({ goalId }) => !goals.some(({ id }) => id === goalId));
  const on = { plan, onChanged };
  const label = (words: string) => (isNamed ? {} : { 'aria-label': words });
  return (
    <div className="my-plan">
      {isNamed && (
        <h2 className="my-plan-name">
          {shown('plan.about', { person: about.isMe ? t('person.you') : (about.givenName ?? t('person.child')) })}
        </h2>
      )}
      <Dream plan={plan} future={future} />
      {plan.adoption && <Adopting adoption={plan.adoption} isNamed={isNamed} onChanged={onChanged} />}
      {goals.length + loose.length > 0 && (
        <section {...label(t('plan.goals'))}>
          <h2>{t('plan.goals')}</h2>
          <ul className="plan-cards">
            {goals.map((goal) => (
              <EntryCard key={goal.id} entry={goal} {...on}>
                <ul className="plan-steps">
                  {steps
                    .filter(({ goalId }) => goalId === goal.id)
                    .map((step) => (
                      <EntryCard key={step.id} entry={step} {...on} />
                    ))}
                </ul>
              </EntryCard>
            ))}
            {loose.map((step) => (
              <EntryCard key={step.id} entry={step} {...on} />
            ))}
          </ul>
        </section>
      )}
      {(['ours', 'others', 'frames', 'figures', 'strengths', 'worries'] as const).map((part) => (
        <Part key={part} title={t(`plan.${part}`)} isNamed={isNamed} entries={of(part)} {...on} />
      ))}
      <Proposals proposals={plan.proposals} isNamed={isNamed} />
      {plan.adoption && (
        <Button kind="quiet" icon={History} onPress={() => go({ at: 'plan-changes', id: plan.id })}>
          {t('plan.changes.link')}
        </Button>
      )}
      <Button icon={Lightbulb} onPress={() => go({ at: 'plan-say', id: plan.id })}>
        {t('plan.propose')}
      </Button>
    </div>
  );
}

function Part({
  title,
  entries,
  plan,
  isNamed,
  onChanged,
}: OnePlanProps & { readonly title: string; readonly entries: readonly PlanEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section {...(isNamed ? {} : { 'aria-label': title })}>
      <h2>{title}</h2>
      <ul className="plan-cards">
        {entries.map((entry) => (
          <EntryCard key={entry.id} entry={entry} plan={plan} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function Proposals({
  proposals,
  isNamed,
}: Pick<OnePlanProps, 'isNamed'> & { readonly proposals: readonly Proposal[] }) {
  const texts = useTexts();
  const { t, shown } = texts;
  if (proposals.length === 0) return null;
  return (
    <section {...(isNamed ? {} : { 'aria-label': t('plan.proposals') })}>
      <h2>{t('plan.proposals')}</h2>
      <ul className="asked">
        {proposals.map(({ id, text, drawing, saidAt, answer, why }) => (
          <li key={id} className="asked-one">
            <p className="muted small">{shown('plan.said', { day: dayWords(saidAt, texts) })}</p>
            <SaidWords text={text} drawing={drawing} />
            <p className="asked-state" data-answered={answer === 'taken-up' || undefined}>
              {t(`plan.proposal.${answer ?? 'waiting'}`)}
            </p>
            {why !== null && (
              <p className="asked-words" dir="auto">
                {why}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
