/** A unit's duty roster, a week at a time: who is first, who is deputy, and the hours when nobody is. */
import { ChevronLeft, ChevronRight, CircleAlert, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { startOfDay } from '#domain/kernel/stockholm.js';
import { Button } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { FormChoices, FormDateField, FormSelect, FormTextField } from '../elements/form/fields.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  AddDutyShiftDocument,
  DutyRosterDocument,
  OrganisationDocument,
  RemoveDutyShiftDocument,
  type DutyRosterQuery,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import { calendarDay, clockTime, dayWords } from '../time/moment.js';
import { DialogForm } from './DialogForm.js';
import { unitOptions } from './parties.js';
import { nothingSchema, shiftSchema, wholeNumber, type ShiftValues } from './schemas.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

type Roster = DutyRosterQuery['dutyRoster'];

type Shift = Roster['shifts'][number];

const shiftEntry = (shift: Shift) => ({ from: shift.startsAt, until: shift.endsAt, shift });
const gapEntry = (gap: Roster['gaps'][number]) => ({ ...gap, shift: null as Shift | null });

const daysLater = (day: string, days: number): string => formatCivilDay((parseCivilDay(day) ?? 0) + days);

export default function RosterPage() {
  const { t } = useTranslation('organisation');
  const [{ data: house, error: houseError }] = useQuery({ query: OrganisationDocument });
  const [chosen, setChosen] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const own = house?.me?.acting?.role === 'administrator' ? undefined : house?.me?.acting?.branchName;
  const units = unitOptions(house?.organisation.authorities ?? [], own);
  // The social emergency service first: it is the roster that must never have a gap.
  const emergency = house?.organisation.authorities
    .flatMap((authority) => authority.branches.flatMap((branch) => branch.units))
    .find(({ id, kind }) => kind === 'emergency' && units.some((unit) => unit.id === id));
  const unitId = chosen || emergency?.id || units[0]?.id || '';
  const [{ data, error }, ask] = useQuery({
    query: DutyRosterDocument,
    variables: { unitId, day },
    pause: unitId === '',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const roster = data?.dutyRoster.unit.id === unitId ? data.dutyRoster : undefined;
  const failure = houseError ?? error;
  return (
    <Page
      title={t('roster.title')}
      above={<SettingsPlace />}
      lead={t('roster.lead')}
      actions={roster && <AddShiftButton roster={roster} onDone={again} />}
    >
      <div className="filters">
        <Select label={t('roster.unit')} value={unitId} onChange={setChosen} options={units} />
        {roster && (
          <div className="row gap-2">
            <Button icon={ChevronLeft} iconOnly onPress={() => setDay(daysLater(roster.monday, -7))}>
              {t('roster.before')}
            </Button>
            <Button onPress={() => setDay(null)}>{t('roster.thisWeek')}</Button>
            <Button icon={ChevronRight} iconOnly onPress={() => setDay(daysLater(roster.monday, 7))}>
              {t('roster.after')}
            </Button>
          </div>
        )}
      </div>
      {failure && <Failing refusal={refusalOf(failure)} onRetry={again} />}
      {!failure && !roster && <Waiting lines={7} />}
      {roster && <Week roster={roster} onDone={again} />}
    </Page>
  );
}

const hoursOf = (gaps: Roster['gaps']): number =>
  Math.round(gaps.reduce((sum, { from, until }) => sum + Date.parse(until) - Date.parse(from), 0) / 3_600_000);

function Week({ roster, onDone }: { roster: Roster; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  const today = calendarDay(useServerNow(60_000));
  const days = Array.from({ length: 7 }, (_, index) => daysLater(roster.monday, index));
  const within = (day: string, from: string, until: string): boolean => {
    const starts = startOfDay(parseCivilDay(day) ?? 0);
    const ends = startOfDay((parseCivilDay(day) ?? 0) + 1);
    return new Date(from).getTime() < ends && new Date(until).getTime() > starts;
  };
  const span = (day: string, from: string, until: string): string => {
    const begins = calendarDay(from) === day ? clockTime(from, language) : '00:00';
    const lasts = new Date(until).getTime() >= startOfDay((parseCivilDay(day) ?? 0) + 1);
    return `${begins}–${lasts ? '24:00' : clockTime(until, language)}`;
  };
  return (
    <Section title={t('roster.weekOf', { unit: roster.unit.name, day: dayWords(roster.from, language) })}>
      <p className={roster.gaps.length > 0 ? 'note late' : 'note'} role="status">
        {roster.gaps.length > 0 && <Icon of={CircleAlert} />}
        <span>
          {roster.gaps.length > 0
            ? t('roster.gaps', { count: roster.gaps.length, hours: hoursOf(roster.gaps) })
            : t('roster.noGaps')}{' '}
          {roster.emergencyUnit && roster.emergencyUnit.id !== roster.unit.id
            ? t('roster.instead', { unit: roster.emergencyUnit.name })
            : ''}
        </span>
      </p>
      <ul className="week" role="list">
        {days.map((day) => (
          <li key={day} className="week-day" data-today={day === today || undefined}>
            <h3>
              <Time at={startOfDay(parseCivilDay(day) ?? 0)} as="day" />
            </h3>
            {[...roster.shifts.map(shiftEntry), ...roster.gaps.map(gapEntry)]
              .filter(({ from, until }) => within(day, from, until))
              .sort((one, other) => new Date(one.from).getTime() - new Date(other.from).getTime())
              .map(({ from, until, shift }) =>
                shift ? (
                  <div key={shift.id} className="shift" data-rank={shift.rank}>
                    <span className="shift-time">{span(day, from, until)}</span>
                    <span className="shift-who">{shift.staffName}</span>
                    <span className="muted small">{t(`roster.${shift.rank as 'primary' | 'deputy'}`)}</span>
                    {shift.withoutPost && <span className="small">{t('roster.withoutPost')}</span>}
                    {calendarDay(shift.startsAt) === day && <RemoveShift shift={shift} onDone={onDone} />}
                  </div>
                ) : (
                  <div key={from} className="gap">
                    <span className="shift-time">{span(day, from, until)}</span>
                    <span>{t('roster.gap')}</span>
                  </div>
                ),
              )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RemoveShift({ shift, onDone }: { shift: Roster['shifts'][number]; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  const now = useServerNow(60_000);
  const [remove] = useAct(RemoveDutyShiftDocument);
  if (new Date(shift.startsAt).getTime() <= now) return null;
  const words = `${shift.staffName}, ${dayWords(shift.startsAt, language)} ${clockTime(shift.startsAt, language)}`;
  return (
    <DialogForm
      title={t('roster.remove')}
      trigger={
        <Button size="small" kind="quiet" icon={Trash2} iconOnly>
          {t('roster.removeOf', { shift: words })}
        </Button>
      }
      schema={nothingSchema}
      start={{}}
      submit={t('roster.remove')}
      danger
      done={t('roster.removed')}
      act={() => remove({ id: shift.id })}
      onDone={onDone}
    >
      <p>{words}</p>
    </DialogForm>
  );
}

function AddShiftButton({ roster, onDone }: { roster: Roster; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [add] = useAct(AddDutyShiftDocument);
  return (
    <DialogForm<ShiftValues>
      title={t('roster.addTo', { unit: roster.unit.name })}
      trigger={
        <Button kind="primary" icon={Plus}>
          {t('roster.add')}
        </Button>
      }
      schema={shiftSchema}
      draft={`shift-new:${roster.unit.id}`}
      start={{ staffId: '', rank: 'primary', startsAt: '', endsAt: '', weeks: '1' }}
      submit={t('roster.add')}
      done={t('roster.added')}
      act={({ weeks, rank, ...values }) =>
        add({ input: { unitId: roster.unit.id, ...values, rank, weeks: wholeNumber(weeks) } })
      }
      onDone={onDone}
    >
      <FormSelect
        name="staffId"
        label={t('roster.who')}
        help={roster.people.length === 0 ? t('roster.nobody') : undefined}
        options={roster.people.map((one) => ({ id: one.staffId, label: one.name }))}
      />
      <FormChoices
        name="rank"
        label={t('roster.as')}
        across
        choices={[
          { id: 'primary', label: t('roster.primary') },
          { id: 'deputy', label: t('roster.deputy') },
        ]}
      />
      <FormDateField name="startsAt" label={t('roster.from')} withTime />
      <FormDateField name="endsAt" label={t('roster.until')} withTime />
      <FormTextField
        name="weeks"
        label={t('roster.weeks')}
        help={t('roster.weeksHelp')}
        inputMode="numeric"
        width="short"
      />
    </DialogForm>
  );
}
