/** Invitations that wait for my answer, on the page Nu, where they are answered at once. */
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { InvitationCard } from './InvitationCard.js';
import { useInvitations } from './use-invitations.js';

export function InvitationsNow() {
  const { t } = useTranslation('invitation');
  const { invitations, again } = useInvitations();
  const waiting = invitations?.filter(({ answer, cancelled }) => answer === 'none' && !cancelled) ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section
      title={t('now.title')}
      actions={
        <ButtonLink to="/inbjudningar" kind="quiet" size="small">
          {t('now.all')}
        </ButtonLink>
      }
    >
      <ul className="invitations" role="list">
        {waiting.slice(0, 3).map((one) => (
          <InvitationCard key={one.id} invitation={one} onChange={again} />
        ))}
      </ul>
    </Section>
  );
}
