/** Who of the staff is called to a meeting of one's own house, and what each has said; the silent first. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { CalledToMeetingDocument, type CalledToMeetingQuery } from '../graphql/generated/invitation/graphql.js';
import { AnswerMark } from './AnswerMark.js';
import './invitation.css';

type Person = CalledToMeetingQuery['calledToMeeting'][number];
const ORDER = ['none', 'declined', 'tentative', 'accepted'];

export function CalledPeople({
  hubId,
  version,
  whole,
}: {
  readonly hubId: string;
  /** Another value reads anew: the lobby has heard of something. */
  readonly version: number;
  /** The whole meeting, so that only a part of it is said. */
  readonly whole: { readonly startsAt: string; readonly minutes: number };
}) {
  const { t } = useTranslation('invitation');
  const [{ data }, again] = useQuery({ query: CalledToMeetingDocument, variables: { hubId } });
  useEffect(() => {
    if (version > 0) again({ requestPolicy: 'network-only' });
  }, [version, again]);
  const people = data?.calledToMeeting.filter(({ cancelled }) => !cancelled) ?? [];
  if (people.length === 0) return null;
  const coming = people.filter(({ answer }) => answer === 'accepted').length;
  const sorted = [...people].sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer));
  return (
    <Section title={t('called.title', { coming, called: people.length })}>
      <ul className="called" role="list">
        {sorted.map((one) => (
          <li key={one.id} className="called-one">
            <span className="called-who">
              <span>{one.name}</span> <span className="muted small">{one.unitName ?? one.branchName}</span>
              {isPart(one, whole) && (
                <span className="small">
                  {t('called.part')} <Time at={one.startsAt} as="clock" />, {t('minutes', { count: one.minutes })}
                </span>
              )}
            </span>
            <AnswerMark answer={one.answer} at={null} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const isPart = (one: Person, whole: { readonly startsAt: string; readonly minutes: number }): boolean =>
  Date.parse(one.startsAt) !== Date.parse(whole.startsAt) || one.minutes !== whole.minutes;
