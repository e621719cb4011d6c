/** What somebody has said to an invitation: shape and word, never colour alone. */
import { CircleCheck, CircleDashed, CircleHelp, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import './invitation.css';

const MARKS = { none: CircleDashed, accepted: CircleCheck, tentative: CircleHelp, declined: CircleX } as const;

export function AnswerMark({
  answer,
  at,
  mine,
}: {
  readonly answer: string;
  readonly at: string | null;
  readonly mine?: boolean;
}) {
  const { t } = useTranslation('invitation');
  return (
    <p className="answer-mark" data-answer={answer}>
      <Icon of={MARKS[answer as keyof typeof MARKS] ?? CircleDashed} />
      <span>
        {t(`${mine ? 'mine' : 'theirs'}.${answer}` as never)}
        {at && answer !== 'none' && (
          <span className="muted small">
            {' '}
            <Time at={at} as="short" />
          </span>
        )}
      </span>
    </p>
  );
}
