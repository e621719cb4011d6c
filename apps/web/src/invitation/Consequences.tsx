/** What follows from a move, the heaviest first, in whole sentences with the names of those whom it concerns. */
import {
  CalendarOff,
  CircleAlert,
  CircleCheck,
  Clock,
  DoorClosed,
  Languages,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import type { ProposeMoveQuery } from '../graphql/generated/invitation/graphql.js';
import './invitation.css';

const MARKS: Readonly<Record<string, LucideIcon>> = {
  'group-meets-then': CalendarOff,
  'limit-broken': Clock,
  'required-missing': CircleAlert,
  busy: UserRound,
  'accepted-asked-again': UserRound,
  'accepted-let-go': UserRound,
  'house-taken': CalendarOff,
  'room-taken': DoorClosed,
  'off-day': CalendarOff,
  'interpreter-booked': Languages,
};

export function Consequences({ proposal }: { readonly proposal: ProposeMoveQuery['proposeMove'] | undefined }) {
  const { t, i18n } = useTranslation('invitation');
  const names = (all: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(all);
  if (!proposal) return <Waiting lines={3} />;
  return (
    <div className="stack gap-2" role="status">
      <h3>{t('consequence.title')}</h3>
      <ul className="consequences" role="list">
        {proposal.consequences.map((one) => (
          <li key={`${one.code} ${one.limit ?? ''}`} className="consequence" data-code={one.code}>
            <Icon of={MARKS[one.code] ?? CircleAlert} />
            <span>
              {t(`consequence.${one.code}` as never, { count: one.names.length, names: names(one.names) })}
              {one.limit && one.dueAt && (
                <>
                  {' '}
                  {t(`deadline:kind.${one.limit}` as never)}: <Time at={one.dueAt} />.
                </>
              )}
            </span>
          </li>
        ))}
        {proposal.consequences.length === 0 && (
          <li className="consequence">
            <Icon of={CircleCheck} />
            <span>{t('consequence.none')}</span>
          </li>
        )}
        <li className="consequence muted">
          <Icon of={UserRound} />
          <span>{t('consequence.told', { count: proposal.people.length })}</span>
        </li>
      </ul>
    </div>
  );
}
