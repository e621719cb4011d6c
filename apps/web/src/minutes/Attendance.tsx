/** Who was there, who came instead, and whose mandate was missing; written by the house that leads, seat by seat. */
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Select } from '../elements/fields/pick.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { NoteAttendanceDocument, type MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useKinds } from '../group/use-kinds.js';
import type { OfMeeting } from './MeetingPage.js';
import '../elements/Refused.css';

type Seat = MeetingShownFragment['seats'][number];
const NOT_NOTED = 'not-noted';

export function Attendance({ meeting, onChanged }: OfMeeting) {
  const { t } = useTranslation('minutes');
  const kinds = useKinds();
  const [failed, setFailed] = useState('');
  const [note] = useAct(NoteAttendanceDocument);
  const { seats, guests, hubId } = meeting;
  const mayNote = meeting.mayLead && (meeting.minutesState === 'written' || meeting.minutesState === 'adjustable');
  const principals = seats.filter(
    ({ deputyFor }) => deputyFor === null || !seats.some((one) => one.memberId === deputyFor),
  );
  const set = async (of: { memberId?: string; guestId?: string }, chosen: string) => {
    const [state = '', deputyMemberId = null] = chosen.split(' ');
    if (state === NOT_NOTED) return;
    const { refusal } = await note({ input: { hubId, ...of, state, deputyMemberId } });
    setFailed(refusal ? (refusal.fields[0]?.sentence ?? refusal.sentence) : '');
    onChanged();
  };
  const valueOf = ({ state, deputyMemberId }: Pick<Seat, 'state'> & { deputyMemberId?: string | null }): string =>
    state === null ? NOT_NOTED : state === 'deputy' ? `deputy ${deputyMemberId}` : state;
  const word = (seat: Seat): string => {
    const deputy = seats.find(({ memberId }) => memberId === seat.deputyMemberId);
    return seat.state === 'deputy'
      ? t('attendance.byDeputy', { name: deputy?.name ?? '' })
      : t(`attendance.${seat.state ?? NOT_NOTED}` as never);
  };
  const optionsOf = (seat: Seat) => [
    ...(seat.state === null ? [{ id: NOT_NOTED, label: t('attendance.not-noted') }] : []),
    { id: 'present', label: t('attendance.present') },
    ...seats
      .filter(({ deputyFor }) => deputyFor === seat.memberId)
      .map(({ memberId, name }) => ({ id: `deputy ${memberId}`, label: t('attendance.byDeputy', { name }) })),
    { id: 'absent', label: t('attendance.absent') },
  ];
  return (
    <Section title={t('attendance.title')}>
      <ul className="group-members" role="list">
        {principals.map((seat) => (
          <li key={seat.memberId}>
            <AgencyBadge kind={seat.houseKind as PartyKind} name={seat.unitName} />
            <span className="group-member-who">
              <span className="group-member-name">{seat.name}</span>
              <span className="muted small">
                {t(`group:mandate.${seat.mandate}` as never)}
                {!mayNote && meeting.minutesState !== 'not-begun' && ` · ${word(seat)}`}
              </span>
              {mayNote && (
                <Select
                  label={t('attendance.of', { name: seat.name })}
                  value={valueOf(seat)}
                  onChange={(chosen) => void set({ memberId: seat.memberId }, chosen)}
                  options={optionsOf(seat)}
                />
              )}
            </span>
          </li>
        ))}
        {guests.map((guest) => (
          <li key={guest.guestId}>
            <AgencyBadge kind={guest.kind as PartyKind} name={t(`group:guests.short.${guest.kind}` as never)} />
            <span className="group-member-who">
              <span className="group-member-name">{guest.words ?? t(`group:guests.short.${guest.kind}` as never)}</span>
              {mayNote ? (
                <Select
                  label={t('attendance.of', { name: guest.words ?? t(`group:guests.short.${guest.kind}` as never) })}
                  value={valueOf(guest)}
                  onChange={(chosen) => void set({ guestId: guest.guestId }, chosen)}
                  options={[
                    ...(guest.state === null ? [{ id: NOT_NOTED, label: t('attendance.not-noted') }] : []),
                    { id: 'present', label: t('attendance.present') },
                    { id: 'absent', label: t('attendance.absent') },
                  ]}
                />
              ) : (
                meeting.minutesState !== 'not-begun' && (
                  <span className="muted small">{t(`attendance.${guest.state ?? NOT_NOTED}` as never)}</span>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
      {meeting.missing.length > 0 && (
        <ul className="group-notes" role="list">
          {meeting.missing.map((party) => (
            <li key={party.kinds.join()}>
              <Icon of={CircleAlert} />
              {t('attendance.missing', { party: kinds(party.kinds) })}
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <p className="refused" role="alert">
          {failed}
        </p>
      )}
    </Section>
  );
}
