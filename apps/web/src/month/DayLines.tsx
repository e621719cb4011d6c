/** The meetings and deadlines of one day in the order of time, each with the way to it. */
import { CalendarDays, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { wayOf } from '../now/now-part.js';
import type { DayContent } from './day-content.js';
import './month.css';

export function DayLines({ content }: { readonly content: DayContent }) {
  const { t } = useTranslation('month');
  const lines = [
    ...content.meetings.map((one) => ({
      id: one.hubId,
      at: one.startsAt,
      to: one.areaGroupId ? `/grupper/${one.areaGroupId}${one.kind === 'board' ? '' : '/vecka'}` : `/hubb/${one.hubId}`,
      kind: 'meeting' as const,
      words: `kind.${one.areaGroupId ? one.kind : one.isOfGroup ? 'group' : one.kind}`,
      number: one.caseNumber,
      answer: one.answer,
    })),
    ...content.deadlines.map((one) => ({
      id: one.id,
      at: one.dueAt,
      to: wayOf(one)?.to ?? '/nu',
      kind: 'deadline' as const,
      words: `deadline:kind.${one.kind}`,
      number: one.caseNumber,
      answer: null,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <ul className="day-list" role="list">
      {lines.map(({ id, at, to, kind, words, number, answer }) => (
        <li key={id}>
          <Link className="day-line" to={to} data-kind={kind} data-answer={answer ?? undefined}>
            <Icon of={kind === 'meeting' ? CalendarDays : Clock} />
            <span className="day-time">
              <Time at={at} as={kind === 'meeting' ? 'clock' : 'due-clock'} />
            </span>
            <span className="day-words">
              {t(words as never)} <span className="muted">{number}</span>
              {answer && <span className="small muted"> · {t(`invitation:mine.${answer}` as never)}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
