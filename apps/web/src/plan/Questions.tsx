/** What RBM asks of the plan, as questions to the people who make it and never as a verdict. ([S1] Örebro) */
import { MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import { useLanguage } from '../texts/start-texts.js';

export function Questions({ plan }: { readonly plan: PlanShownFragment }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  if (plan.questions.length === 0) return null;
  return (
    <Section title={t('question.title')}>
      <p className="muted small">{t('question.about')}</p>
      <ul className="plan-lines" role="list">
        {plan.questions.map(({ asks, needArea, houses, measures }) => (
          <li key={`${asks} ${needArea ?? ''}`} className="plan-question">
            <Icon of={MessageCircleQuestion} />
            <span>
              {t(`question.${asks}` as never, {
                need: needArea === null ? '' : t(`need.${needArea}` as 'need.leisure'),
                houses: new Intl.ListFormat(language).format(houses),
                count: measures ?? 0,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
