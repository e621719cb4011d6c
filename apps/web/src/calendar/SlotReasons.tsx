/** Why a time is a good one, in a line that can be read aloud: all can, whose deputy comes, who cannot. */
import { CalendarCheck, Check, TriangleAlert, UserRoundCog, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import type { FindMeetingSlotsQuery } from '../graphql/generated/calendar/graphql.js';
import { useKinds } from '../group/use-kinds.js';

type Reason = FindMeetingSlotsQuery['findMeetingSlots']['slots'][number]['reasons'][number];

const ICONS: Readonly<Record<string, typeof Check>> = {
  everyone: Check,
  deputy: UserRoundCog,
  without: UserRoundX,
  'fixed-slot': CalendarCheck,
  'keeps-limit': CalendarCheck,
  'after-limit': TriangleAlert,
  'school-break': TriangleAlert,
};

export function SlotReasons({
  reasons,
  meetBy,
}: {
  readonly reasons: readonly Reason[];
  readonly meetBy: string | null;
}) {
  const { t } = useTranslation('calendar');
  const kinds = useKinds();
  const names = ({ members }: Reason): string =>
    members.map(({ name, houseKind }) => t('find.member', { name, party: kinds([houseKind]) })).join(', ');
  return (
    <ul className="calendar-reasons" role="list">
      {reasons.map((reason) => (
        <li key={reason.code} data-code={reason.code}>
          <Icon of={ICONS[reason.code] ?? Check} />
          <span>
            {t(`find.reason.${reason.code}` as never, { names: names(reason), count: reason.members.length })}
            {reason.code === 'after-limit' && meetBy && (
              <>
                {' '}
                <Time at={Date.parse(meetBy) - 1} as="day" />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
