/** In which of the town's rooms, at the time that stands beside it: which are free, and that one also can do without. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Select } from '../elements/fields/pick.js';
import { MeetingRoomsDocument } from '../graphql/generated/calendar/graphql.js';

/** Of the list: what is not chosen yet has no key there. */
const NO_ROOM = 'none';

export interface RoomFieldProps {
  readonly startsAt: string | undefined;
  readonly minutes: number | null;
  /** The meeting that is moved. */
  readonly hubId?: string;
  /** Whose meeting it is, where it is a new one: the group's, or one on the case. */
  readonly groupId?: string;
  readonly caseId?: string;
  /** Empty: none. */
  readonly value: string;
  readonly onChange: (room: string) => void;
  readonly error?: string | undefined;
}

/** Nothing at all in a town that has no rooms of its own. */
export function RoomField({ startsAt, minutes, hubId, groupId, caseId, value, onChange, error }: RoomFieldProps) {
  const { t } = useTranslation('calendar');
  const [{ data }] = useQuery({
    query: MeetingRoomsDocument,
    variables: {
      startsAt: startsAt ?? '',
      minutes: minutes ?? 60,
      hubId: hubId ?? null,
      groupId: groupId ?? null,
      caseId: caseId ?? null,
    },
    pause: startsAt === undefined,
    requestPolicy: 'cache-and-network',
  });
  const rooms = data?.meetingRooms ?? [];
  if (rooms.length === 0) return null;
  return (
    <Select
      label={t('room.label')}
      optional
      value={value === '' ? NO_ROOM : value}
      onChange={(room) => onChange(room === NO_ROOM ? '' : room)}
      error={error}
      options={[
        { id: NO_ROOM, label: t('room.none') },
        ...rooms.map(({ slug, name, site, isFree }) => ({
          id: slug,
          label: isFree ? name : t('room.taken', { name }),
          help: site,
        })),
      ]}
    />
  );
}
