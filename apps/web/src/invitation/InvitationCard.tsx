/** One meeting that I am called to: when, whether it has moved, and my answer with one tap. */
import { Check, CircleHelp, Video, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { AnswerInvitationDocument, type InvitationFragment } from '../graphql/generated/invitation/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { AnswerMark } from './AnswerMark.js';
import './invitation.css';

const CHOICES = [
  ['accepted', Check],
  ['tentative', CircleHelp],
  ['declined', X],
] as const;

export function InvitationCard({
  invitation,
  onChange,
  isAskedFor,
}: {
  readonly invitation: InvitationFragment;
  /** After an answer, or when it turned out to stand at another time. */
  readonly onChange: () => void;
  /** The one that a calendar's link led to. */
  readonly isAskedFor?: boolean;
}) {
  const { t } = useTranslation('invitation');
  const [answer, { waiting }] = useAct(AnswerInvitationDocument);
  const over = Date.parse(invitation.startsAt) + invitation.minutes * 60_000 < useServerNow(60_000);
  const { meeting } = invitation;
  const say = async (choice: string) => {
    const { refusal } = await answer({
      input: { id: invitation.id, sequence: invitation.sequence, answer: choice },
    });
    toast(refusal ? refusal.sentence : t(`said.${choice}` as never));
    onChange();
  };
  const open = !invitation.cancelled && !over;
  return (
    <li
      className="panel invitation"
      data-answer={invitation.cancelled ? 'cancelled' : invitation.answer}
      data-asked-for={isAskedFor || undefined}
    >
      <div className="invitation-facts">
        <p className="invitation-when">
          <Time at={invitation.startsAt} as="moment" />
        </p>
        <p className="invitation-what">
          {t(meeting ? `kind.${meeting.kind}` : ('kind.plain' as never))}
          {meeting?.caseNumber && <span className="muted"> {meeting.caseNumber}</span>}
          <span className="muted"> · {t('minutes', { count: invitation.minutes })}</span>
          {meeting?.leads && <span> · {t('youLead')}</span>}
        </p>
        {invitation.cancelled ? (
          <p className="invitation-note">{t('notNeeded')}</p>
        ) : (
          <>
            {invitation.moved && invitation.answer === 'none' && <p className="invitation-note">{t('moved')}</p>}
            <AnswerMark answer={invitation.answer} at={invitation.answeredAt} mine />
          </>
        )}
      </div>
      {open && (
        <div className="invitation-answers" role="group" aria-label={t('yourAnswer')}>
          {CHOICES.map(([choice, icon]) => (
            <Button
              key={choice}
              icon={icon}
              kind={choice === 'accepted' && invitation.answer === 'none' ? 'primary' : 'secondary'}
              aria-pressed={invitation.answer === choice}
              isPending={waiting}
              onPress={() => void say(choice)}
            >
              {t(`say.${choice}`)}
            </Button>
          ))}
        </div>
      )}
      {meeting && (open || isAskedFor) && (
        <div className="row gap-2 invitation-ways">
          <ButtonLink to={wayTo(invitation)} size="small">
            {t('toMeeting')}
          </ButtonLink>
          {meeting.videoUrl && (
            <a
              className="button"
              data-kind="secondary"
              data-size="small"
              href={meeting.videoUrl}
              target="_blank"
              rel="noreferrer noopener"
            >
              <Icon of={Video} />
              <span>{t('video')}</span>
            </a>
          )}
        </div>
      )}
    </li>
  );
}

/** A group about nobody is prepared on its week, or on its own page where it has none. */
function wayTo({ hubId, meeting }: InvitationFragment): string {
  if (!meeting?.areaGroupId) return `/hubb/${hubId}`;
  return `/grupper/${meeting.areaGroupId}${meeting.kind === 'board' ? '' : '/vecka'}`;
}
