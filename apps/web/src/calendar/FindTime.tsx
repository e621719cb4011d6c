/** The best times for a group to meet: who can and who cannot, never why; choosing one leads to where it is convened. */
import { CalendarSearch, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { FindMeetingSlotsDocument, type FindMeetingSlotsQuery } from '../graphql/generated/calendar/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useNamed } from '../group/named.js';
import { useKinds } from '../group/use-kinds.js';
import { SlotReasons } from './SlotReasons.js';
import './calendar.css';

type Found = FindMeetingSlotsQuery['findMeetingSlots'];

export interface FindTimeProps {
  readonly groupId: string;
  /** Where a time is convened. */
  readonly convene: (startsAt: string, room: string | undefined, meeting: string) => string;
}

interface Days {
  readonly from: string;
  readonly to: string;
  /** Of the form's kinds; empty: the first. */
  readonly meeting: string;
}

const ANY: Days = { from: '', to: '', meeting: '' };

export function FindTime({ groupId, convene }: FindTimeProps) {
  const { t } = useTranslation('calendar');
  const [asked, setAsked] = useState<Days>();
  const [days, setDays] = useState(ANY);
  const [{ data, error, fetching }, again] = useQuery({
    query: FindMeetingSlotsDocument,
    variables: { groupId, from: asked?.from || null, to: asked?.to || null, meeting: asked?.meeting || null },
    pause: asked === undefined,
    requestPolicy: 'network-only',
  });
  const search = (wanted: Days) =>
    asked && asked.from === wanted.from && asked.to === wanted.to && asked.meeting === wanted.meeting
      ? again({ requestPolicy: 'network-only' })
      : setAsked(wanted);
  const named = useNamed();
  const kinds = data?.findMeetingSlots.kinds ?? [];
  const refusal = error && refusalOf(error);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const isFieldFault = errorOf('from') !== undefined || errorOf('to') !== undefined;
  return (
    <Section title={t('find.title')}>
      {asked === undefined ? (
        <div className="panel stack gap-3">
          <p>{t('find.words')}</p>
          <div>
            <Button icon={CalendarSearch} onPress={() => search(ANY)}>
              {t('find.search')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="stack gap-4">
          {refusal && !isFieldFault && <Failing refusal={refusal} onRetry={() => search(asked)} />}
          {kinds.length > 1 && (
            <Select
              label={t('find.meeting')}
              value={asked.meeting || (kinds[0]?.meeting ?? '')}
              onChange={(meeting) => {
                setDays((was) => ({ ...was, meeting }));
                search({ ...asked, meeting });
              }}
              options={kinds.map((one) => ({ id: one.meeting, label: named(one.name) }))}
            />
          )}
          {fetching && <Waiting lines={5} />}
          {data && !error && !fetching && (
            <Slots found={data.findMeetingSlots} convene={(startsAt, room) => convene(startsAt, room, asked.meeting)} />
          )}
          <details className="calendar-other-days" open={isFieldFault || undefined}>
            <summary>{t('find.other')}</summary>
            <form
              className="calendar-days"
              onSubmit={(event) => {
                event.preventDefault();
                search(days);
              }}
            >
              <DateField
                label={t('find.from')}
                optional
                value={days.from}
                onChange={(from) => setDays((was) => ({ ...was, from }))}
                error={errorOf('from')}
              />
              <DateField
                label={t('find.to')}
                optional
                value={days.to}
                onChange={(to) => setDays((was) => ({ ...was, to }))}
                error={errorOf('to')}
              />
              <Button type="submit" icon={CalendarSearch} isPending={fetching}>
                {t('find.again')}
              </Button>
            </form>
          </details>
        </div>
      )}
    </Section>
  );
}

function Slots({
  found,
  convene,
}: {
  readonly found: Found;
  readonly convene: (startsAt: string, room: string | undefined) => string;
}) {
  const { t } = useTranslation('calendar');
  // Said of each time only where it tells them apart.
  const isLimitInReach = found.slots.some(({ reasons }) => reasons.some(({ code }) => code === 'after-limit'));
  return (
    <>
      <p className="muted small" role="status">
        {t(found.slots.length === 0 ? 'find.none' : 'find.found', { count: found.slots.length })}{' '}
        <Time at={found.from} as="date" /> – <Time at={Date.parse(found.until) - 1} as="date" />
        {' · '}
        {found.preMinutes > 0
          ? t('find.length', { pre: found.preMinutes, minutes: found.minutes })
          : t('find.lengthAll', { minutes: found.minutes })}
      </p>
      <Hindrances hindrances={found.hindrances} isEmpty={found.slots.length === 0} />
      {found.slots.length > 0 && (
        <ol className="panel calendar-slots" role="list">
          {found.slots.map((slot) => (
            <li key={slot.startsAt} className="calendar-slot">
              <div>
                <p className="calendar-slot-when">
                  <Time at={slot.startsAt} as="day" />{' '}
                  <span>
                    <Time at={slot.startsAt} as="clock" />–<Time at={slot.endsAt} as="clock" />
                  </span>
                  {slot.familyAt && (
                    <span className="muted small">
                      {' · '}
                      {t('find.family')} <Time at={slot.familyAt} as="clock" />
                    </span>
                  )}
                </p>
                {slot.room && (
                  <p className="small">
                    {slot.room.name} <span className="muted">{slot.room.site}</span>
                  </p>
                )}
                <SlotReasons
                  reasons={slot.reasons.filter(({ code }) => code !== 'keeps-limit' || isLimitInReach)}
                  meetBy={found.meetBy}
                />
              </div>
              <ButtonLink to={convene(slot.startsAt, slot.room?.slug)} size="small">
                {t('find.choose')}
                <span className="vh">
                  {' '}
                  <Time at={slot.startsAt} as="moment" />
                </span>
              </ButtonLink>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Hindrances({ hindrances, isEmpty }: { readonly hindrances: Found['hindrances']; readonly isEmpty: boolean }) {
  const { t } = useTranslation('calendar');
  const kinds = useKinds();
  if (hindrances.length === 0) return isEmpty ? <p>{t('find.tryOther')}</p> : null;
  return (
    <ul className="calendar-hindrances" role="list">
      {hindrances.map(({ what, kinds: some }) => (
        <li key={what + some.join()}>
          <Icon of={CircleAlert} />
          {t(`find.hindrance.${what}` as never, { party: kinds(some) })}
        </li>
      ))}
    </ul>
  );
}
