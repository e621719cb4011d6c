/** The times at which each house's hub stands ready every week. */
import { CalendarPlus, Pencil, Video } from 'lucide-react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { FormSelect, FormTextField } from '../elements/form/fields.js';
import { useErrorWords } from '../elements/form/ErrorSummary.js';
import { Page, Section } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import {
  AddHubSlotsDocument,
  ChangeHubSlotDocument,
  OrganisationDocument,
  RemoveHubSlotDocument,
  StandingHubSlotsDocument,
  type StandingHubSlotsQuery,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { DialogForm } from './DialogForm.js';
import { branchOptions } from './parties.js';
import {
  nothingSchema,
  orNull,
  slotLengthSchema,
  slotSchema,
  wholeNumber,
  type SlotLengthValues,
  type SlotValues,
} from './schemas.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

type Slot = StandingHubSlotsQuery['standingHubSlots'][number];

export default function SlotsPage() {
  const { t } = useTranslation('organisation');
  const [{ data, error }, ask] = useQuery({ query: StandingHubSlotsDocument });
  const [{ data: house, error: houseError }] = useQuery({ query: OrganisationDocument });
  const [add] = useAct(AddHubSlotsDocument);
  const again = () => ask({ requestPolicy: 'network-only' });
  const failure = error ?? houseError;
  const acting = house?.me?.acting;
  const branches = branchOptions(house?.organisation.authorities ?? []).filter(
    ({ label }) => acting?.role === 'administrator' || (acting && label.startsWith(`${acting.branchName}, `)),
  );
  const held = branches.filter(({ id }) => data?.standingHubSlots.some((slot) => slot.branchId === id));
  return (
    <Page
      title={t('slots.title')}
      above={<SettingsPlace />}
      lead={t('slots.lead')}
      actions={
        branches.length > 0 && (
          <DialogForm<SlotValues>
            title={t('slots.add')}
            trigger={
              <Button kind="primary" icon={CalendarPlus}>
                {t('slots.add')}
              </Button>
            }
            schema={slotSchema}
            draft="slot-new"
            start={{
              branchId: branches.length === 1 ? (branches[0]?.id ?? '') : '',
              weekdays: [],
              startsLocal: '',
              minutes: '30',
              videoUrl: '',
            }}
            submit={t('slots.add')}
            done={t('slots.added')}
            act={({ weekdays, minutes, videoUrl, ...values }) =>
              add({
                input: {
                  ...values,
                  weekdays: weekdays.map(Number),
                  minutes: wholeNumber(minutes),
                  videoUrl: orNull(videoUrl),
                },
              })
            }
            onDone={again}
          >
            <FormSelect name="branchId" label={t('slots.branch')} options={branches} />
            <WeekdayFields />
            <FormTextField name="startsLocal" label={t('slots.starts')} help={t('slots.startsHelp')} width="short" />
            <LengthAndVideo />
          </DialogForm>
        )
      }
    >
      {failure && <Failing refusal={refusalOf(failure)} onRetry={again} />}
      {!failure && (!data || !house) && <Waiting lines={6} />}
      {data && house && held.length === 0 && (
        <EmptyState icon={Video} title={t('slots.none')}>
          {t('slots.noneWords')}
        </EmptyState>
      )}
      {data &&
        held.map((branch) => (
          <Section key={branch.id} title={branch.label}>
            <SlotTable
              label={branch.label}
              slots={data.standingHubSlots.filter((slot) => slot.branchId === branch.id)}
              onDone={again}
            />
          </Section>
        ))}
    </Page>
  );
}

function SlotTable({ label, slots, onDone }: { label: string; slots: readonly Slot[]; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [change] = useAct(ChangeHubSlotDocument);
  const [remove] = useAct(RemoveHubSlotDocument);
  const words = (slot: Slot) => `${t(`weekday.${slot.weekday}` as never)} ${slot.startsLocal}`;
  return (
    <Table
      caption={t('slots.of', { name: label })}
      rows={slots}
      keyOf={(slot) => slot.id}
      columns={[
        { key: 'when', heading: t('slots.when'), names: true, cell: words },
        {
          key: 'minutes',
          heading: t('slots.minutes'),
          figures: true,
          cell: (slot) => t('slots.minutesWords', { count: slot.minutes }),
        },
        { key: 'video', heading: t('slots.video'), cell: (slot) => slot.videoUrl ?? t('member.none') },
        {
          key: 'acts',
          heading: t('acts'),
          plain: true,
          cell: (slot) => (
            <div className="row gap-2">
              <DialogForm<SlotLengthValues>
                title={t('slots.changeOf', { slot: words(slot) })}
                trigger={
                  <Button
                    size="small"
                    kind="quiet"
                    icon={Pencil}
                    aria-label={t('slots.changeOf', { slot: words(slot) })}
                  >
                    {t('parties.change')}
                  </Button>
                }
                schema={slotLengthSchema}
                draft={`slot:${slot.id}`}
                version={slot.version}
                start={{ minutes: String(slot.minutes), videoUrl: slot.videoUrl ?? '' }}
                submit={t('save')}
                done={t('saved')}
                act={({ minutes, videoUrl }) =>
                  change({
                    id: slot.id,
                    version: slot.version,
                    minutes: wholeNumber(minutes),
                    videoUrl: orNull(videoUrl),
                  })
                }
                onDone={onDone}
              >
                <LengthAndVideo />
              </DialogForm>
              <DialogForm
                title={t('slots.removeOf', { slot: words(slot) })}
                trigger={
                  <Button size="small" kind="quiet" aria-label={t('slots.removeOf', { slot: words(slot) })}>
                    {t('remove')}
                  </Button>
                }
                schema={nothingSchema}
                start={{}}
                submit={t('remove')}
                danger
                done={t('slots.removed')}
                act={() => remove({ id: slot.id })}
                onDone={onDone}
              >
                <p>{t('slots.removeWords')}</p>
              </DialogForm>
            </div>
          ),
        },
      ]}
    />
  );
}

function LengthAndVideo() {
  const { t } = useTranslation('organisation');
  return (
    <>
      <FormTextField name="minutes" label={t('slots.minutes')} inputMode="numeric" width="short" />
      <FormTextField name="videoUrl" label={t('slots.video')} help={t('slots.videoHelp')} optional />
    </>
  );
}

function WeekdayFields() {
  const { t } = useTranslation('organisation');
  const { control } = useFormContext<SlotValues>();
  const { field, fieldState } = useController({ name: 'weekdays', control });
  const words = useErrorWords();
  const error = words(fieldState.error?.message);
  return (
    <fieldset className="stack gap-2" aria-describedby={error ? 'weekdays-error' : undefined}>
      <legend className="label">{t('slots.days')}</legend>
      <div className="days">
        {['1', '2', '3', '4', '5', '6', '7'].map((day) => (
          <Checkbox
            key={day}
            label={t(`weekday.${day}` as never)}
            value={field.value.includes(day)}
            onChange={(on) =>
              field.onChange(on ? [...field.value, day].sort() : field.value.filter((one) => one !== day))
            }
          />
        ))}
      </div>
      {error && (
        <p id="weekdays-error" className="error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
