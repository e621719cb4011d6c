/** What to do now: the next step of the form, what it still lacks, and the one way to it. */
import { ArrowRight, CalendarPlus, CircleAlert, ClipboardList, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { ASSESSMENTS } from './Assessments.js';
import { useNamed } from './named.js';
import './group.css';

export function NextStep({ group, onTake }: { group: ShownGroupFragment; onTake: (step: string) => void }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const next = group.steps.find(({ isNext }) => isNext);
  if (!next) return null;
  const { step, lacks } = next;
  const asksForConsent = lacks.includes('ground') && group.form.groundKind === 'consent' && group.caseId;
  // Who takes part is chosen as the group is formed: that nobody is there yet is no news before.
  const news = step.does === 'form' ? lacks.filter((one) => one !== 'parties' && one !== 'contact') : lacks;
  return (
    <Section title={t('next.title')}>
      <div className="panel stack gap-3 group-next">
        <p className="group-next-name">{named(step.name)}</p>
        {news.length > 0 && (
          <ul className="group-notes" role="list">
            {news.map((one) => (
              <li key={one}>
                <Icon of={CircleAlert} />
                {t(`lacks.${one}` as never, { source: group.form.groundSource })}
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          {asksForConsent ? (
            <ButtonLink
              kind="primary"
              to={group.consentId ? `/samtycke/${group.consentId}` : `/arende/${group.caseId}/samtycke`}
            >
              {t('next.askConsent')}
            </ButtonLink>
          ) : lacks.includes('assessment') ? (
            <Button kind="primary" icon={ClipboardList} onPress={() => document.getElementById(ASSESSMENTS)?.focus()}>
              {t('next.assess')}
            </Button>
          ) : step.does === 'form' ? (
            <ButtonLink kind="primary" icon={Users} to={`/grupper/${group.id}/bilda`}>
              {t('next.form')}
            </ButtonLink>
          ) : step.does === 'meet' && group.form.level === 'persons' ? (
            <>
              <ButtonLink kind="primary" icon={CalendarPlus} to={`/grupper/${group.id}/mote/ny`}>
                {t('next.convene')}
              </ButtonLink>
              <Button kind="quiet" onPress={() => onTake(step.step)}>
                {t('next.elsewhere')}
              </Button>
            </>
          ) : (
            <Button kind="primary" icon={ArrowRight} onPress={() => onTake(step.step)}>
              {t(step.repeats && next.times > 0 ? 'next.again' : 'next.take')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
