/** Meetings that I am called to, the soonest first; those that wait for an answer stand on top. */
import { CalendarCheck, CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ButtonLink } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import type { InvitationFragment } from '../graphql/generated/invitation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { InvitationCard } from './InvitationCard.js';
import { useInvitations } from './use-invitations.js';

const waits = ({ answer, cancelled }: InvitationFragment): boolean => answer === 'none' && !cancelled;

export default function MyInvitationsPage() {
  const { t } = useTranslation('invitation');
  const { id } = useParams();
  const { invitations, error, fetching, again } = useInvitations();
  const parts = [
    { title: t('waiting'), all: invitations?.filter(waits) ?? [] },
    { title: t('answered'), all: invitations?.filter((one) => !waits(one) && !one.cancelled) ?? [] },
    { title: t('cancelled'), all: invitations?.filter(({ cancelled }) => cancelled) ?? [] },
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="read"
      actions={
        <ButtonLink to="/kalender" icon={CalendarDays}>
          {t('toCalendar')}
        </ButtonLink>
      }
    >
      {error && !invitations && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!invitations && fetching && <Waiting lines={5} />}
      {invitations?.length === 0 && (
        <EmptyState icon={CalendarCheck} title={t('empty')}>
          <p>{t('emptyWords')}</p>
        </EmptyState>
      )}
      <div className="stack gap-6">
        {id && invitations && !invitations.some((one) => one.id === id) && <p role="status">{t('gone')}</p>}
        {parts.map(
          ({ title, all }) =>
            all.length > 0 && (
              <Section key={title} title={title}>
                <ul className="invitations" role="list">
                  {all.map((one) => (
                    <InvitationCard key={one.id} invitation={one} onChange={again} isAskedFor={one.id === id} />
                  ))}
                </ul>
              </Section>
            ),
        )}
      </div>
    </Page>
  );
}
