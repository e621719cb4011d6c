/** Whether everyone has said yes to the plan, and the way to the versions. */
import { CircleCheck, Clock, type LucideIcon, MessageCircleWarning } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import { PutForward } from './PutForward.js';

const ICONS: Readonly<Record<string, LucideIcon>> = { adopted: CircleCheck, 'not-adopted': MessageCircleWarning };

export function Adoption({ plan, onChanged }: { readonly plan: PlanShownFragment; readonly onChanged: () => void }) {
  const { t } = useTranslation('plan');
  const { newest } = plan;
  if (!plan.begun || (!newest && !plan.mayPutForward)) return null;
  return (
    <Section
      title={t('version.title')}
      actions={
        newest && (
          <ButtonLink size="small" to={`/grupper/${plan.groupId}/plan/versioner`}>
            {t('version.all')}
          </ButtonLink>
        )
      }
    >
      {newest ? (
        <p className="plan-version" data-state={newest.state}>
          <Icon of={ICONS[newest.state] ?? Clock} />
          <span>
            {t('version.number', { number: newest.number })} · {t(`version.state.${newest.state}` as never)}{' '}
            <span className="muted">
              {t('version.put-at')} <Time at={newest.putAt} as="day" />
            </span>
          </span>
        </p>
      ) : (
        <p className="muted">{t('version.none')}</p>
      )}
      {plan.mayPutForward && <PutForward groupId={plan.groupId} onChanged={onChanged} />}
    </Section>
  );
}
