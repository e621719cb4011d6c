/** How often the group meets and the longest that may pass, each by itself; and the slot, with the day that its weeks begin. */
import { useTranslation } from 'react-i18next';
import { nextSlotDay } from '#domain/form/cadence.js';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { serverNow } from '../live/server-clock.js';
import { NO_SLOT, type FormValues } from './adjustment.js';
import type { ErrorOf } from './Part.js';
import { TimeFields } from './TimeFields.js';

interface CadenceFieldsProps {
  readonly values: FormValues;
  readonly set: (change: Partial<FormValues>) => void;
  readonly errorOf: ErrorOf;
}

export function CadenceFields({ values, set, errorOf }: CadenceFieldsProps) {
  const { t } = useTranslation('form');
  const hasSlot = values.slotWeekday !== NO_SLOT;
  /** Another weekday or rhythm begins on the next such day, until somebody says otherwise. */
  const setSlot = (change: Partial<FormValues>) => {
    const next = { ...values, ...change };
    const weeks = Number(next.slotEveryWeeks);
    const weekday = Number(next.slotWeekday);
    const first =
      next.slotWeekday === NO_SLOT || !(weeks > 1)
        ? ''
        : formatCivilDay(nextSlotDay({ weekday, everyWeeks: 1 }, civilDayOf(serverNow()) + 1));
    set({ ...change, slotFirstOn: first });
  };
  return (
    <>
      <Select
        label={t('field.slot')}
        value={values.slotWeekday}
        onChange={(slotWeekday) => setSlot({ slotWeekday })}
        options={[
          { id: NO_SLOT, label: t('field.slotNone') },
          ...[1, 2, 3, 4, 5].map((day) => ({ id: String(day), label: t(`weekday.${day}` as never) as string })),
        ]}
      />
      {hasSlot ? (
        <>
          <div className="form-pair">
            <TextField
              label={t('field.slotEvery')}
              help={t('field.slotEveryHelp')}
              width="short"
              inputMode="numeric"
              value={values.slotEveryWeeks}
              onChange={(slotEveryWeeks) => setSlot({ slotEveryWeeks })}
              error={errorOf('slotEveryWeeks')}
            />
            <TextField
              label={t('field.slotStarts')}
              help={t('field.slotStartsHelp')}
              width="short"
              placeholder="15:00"
              value={values.slotStarts}
              onChange={(slotStarts) => set({ slotStarts })}
              error={errorOf('slotStarts')}
            />
          </div>
          {values.slotEveryWeeks.trim() !== '1' && (
            <DateField
              label={t('field.slotFirstOn')}
              help={t('field.slotFirstOnHelp')}
              value={values.slotFirstOn}
              onChange={(slotFirstOn) => set({ slotFirstOn })}
              error={errorOf('slotFirstOn')}
            />
          )}
        </>
      ) : (
        <TimeFields
          label={t('field.every')}
          value={values.every}
          onChange={(every) => set({ every })}
          error={errorOf('every')}
        />
      )}
      <TimeFields
        label={t('field.limit')}
        help={t('field.limitHelp')}
        value={values.limit}
        onChange={(limit) => set({ limit })}
        error={errorOf('limit')}
      />
    </>
  );
}
