/** The group's meeting: what the week gives it to go through, when and where, and afterwards who was there. */
import { CalendarPlus, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { AreaMeetingsDocument, type AreaMeetingsShownFragment } from '../graphql/generated/area/graphql.js';
import { useNamed } from '../group/named.js';
import { CalledPeople } from '../invitation/CalledPeople.js';
import { ConveneForm } from './ConveneForm.js';
import { HoldMeeting } from './HoldMeeting.js';
import { MoveAreaMeeting } from './MoveAreaMeeting.js';
import type { AreaNames } from './use-area-names.js';

type Meeting = AreaMeetingsShownFragment['meetings'][number];

interface OfMeetings {
  readonly read: AreaMeetingsShownFragment;
  readonly onChanged: () => void;
}

export function AreaMeetings({ groupId, names }: { readonly groupId: string; readonly names: AreaNames }) {
  const { t } = useTranslation('area');
  const named = useNamed();
  const [{ data }, again] = useQuery({ query: AreaMeetingsDocument, variables: { groupId } });
  if (!data) return null;
  const read = data.areaMeetings;
  const onChanged = () => again({ requestPolicy: 'network-only' });
  const ahead = read.meetings.filter(({ state }) => state === 'planned');
  const held = read.meetings.filter(({ state }) => state === 'held').reverse();
  return (
    <Section
      title={t('meetings.title', { name: named(read.name) })}
      actions={read.mayLead && <Convene read={read} onChanged={onChanged} />}
    >
      <div className="stack gap-4">
        {ahead.length === 0 && (
          <p className="muted">
            {t('meetings.none')}
            {read.by && (
              <>
                {' '}
                {t('meetings.by')} <Time at={read.by} as="due" />.
              </>
            )}
          </p>
        )}
        {ahead.map((one) => (
          <Ahead key={one.id} meeting={one} read={read} onChanged={onChanged} />
        ))}
        <Agenda read={read} names={names} />
        {held.map((one) => (
          <Held key={one.id} meeting={one} />
        ))}
      </div>
    </Section>
  );
}

function When({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('area');
  return (
    <p>
      <strong>
        <Time at={meeting.startsAt} />
      </strong>{' '}
      <span className="muted">
        {[t('meetings.minutes', { count: meeting.minutes }), meeting.roomName].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}

function Ahead({ meeting, read, onChanged }: OfMeetings & { readonly meeting: Meeting }) {
  const { t } = useTranslation('area');
  return (
    <div className="panel stack gap-3">
      <When meeting={meeting} />
      <div className="row gap-2">
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
            <span>{t('meetings.video')}</span>
          </a>
        )}
        {read.mayLead && (
          <>
            {meeting.hasBegun && <HoldMeeting meeting={meeting} read={read} onChanged={onChanged} />}
            <MoveAreaMeeting meeting={meeting} minutes={read.minutes} onChanged={onChanged} />
          </>
        )}
      </div>
      {read.mayLead && <CalledPeople hubId={meeting.id} version={meeting.version} whole={meeting} />}
    </div>
  );
}

/** Nobody writes an agenda: the form has its parts, and the week fills them. */
function Agenda({ read, names }: { readonly read: AreaMeetingsShownFragment; readonly names: AreaNames }) {
  const { t, i18n } = useTranslation('area');
  const named = useNamed();
  const { places, rising, late, carried, silent } = read.agenda;
  const list = (words: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words);
  return (
    <details className="group-agenda">
      <summary>{t('meetings.agenda', { minutes: read.minutes })}</summary>
      <ol>
        {read.points.map(({ name, minutes }) => (
          <li key={name.sv}>
            {named(name)} <span className="muted small">{t('meetings.minutes', { count: minutes })}</span>
          </li>
        ))}
      </ol>
      <ul>
        {places.length > 0 && <li>{t('meetings.places', { places: list(places.map(names.place)) })}</li>}
        {rising.length > 0 && <li>{t('meetings.rising', { places: list(rising.map(names.place)) })}</li>}
        {late > 0 && <li>{t('meetings.late', { count: late })}</li>}
        {carried > 0 && <li>{t('meetings.carried', { count: carried })}</li>}
        {silent.length > 0 && <li>{t('meetings.silent', { houses: list(silent) })}</li>}
      </ul>
    </details>
  );
}

function Held({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation('area');
  const there = meeting.seats.filter(({ wasThere }) => wasThere);
  const away = meeting.seats.filter(({ wasThere }) => wasThere === false);
  return (
    <details className="group-agenda">
      <summary>
        {t('meetings.held')} <Time at={meeting.startsAt} as="day" /> ·{' '}
        {t('meetings.there', { count: there.length, of: there.length + away.length })}
      </summary>
      <ul className="group-members" role="list">
        {[...there, ...away].map((seat) => (
          <li key={seat.memberId}>
            <AgencyBadge kind={seat.houseKind as PartyKind} name={seat.branchName} />
            <span className="group-member-who">
              <span className="group-member-name">{seat.name}</span>
              <span className="muted small">
                {t(`group:mandate.${seat.mandate}` as never)} ·{' '}
                {t(seat.wasThere ? 'meetings.wasThere' : 'meetings.wasAway')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Convene({ read, onChanged }: OfMeetings) {
  const { t } = useTranslation('area');
  const [search, setSearch] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  // A time that was found for the group and chosen: it is called to with it.
  const start = search.get('start');
  const chosen = start !== null && !Number.isNaN(Date.parse(start)) ? { start, room: search.get('lokal') ?? '' } : null;
  const turn = (open: boolean) => {
    setOpen(open);
    if (open || chosen === null) return;
    search.delete('start');
    search.delete('lokal');
    setSearch(search, { replace: true });
  };
  return (
    <Dialog
      title={t('meetings.convene')}
      place="side"
      isOpen={isOpen || chosen !== null}
      onOpenChange={turn}
      trigger={
        <Button size="small" icon={CalendarPlus}>
          {t('meetings.convene')}
        </Button>
      }
    >
      {(close) => <ConveneForm read={read} chosen={chosen} onDone={() => (close(), onChanged())} />}
    </Dialog>
  );
}
