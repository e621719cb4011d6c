/** A length of time as a number and its unit; empty means that there is none. */
import { useTranslation } from 'react-i18next';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import type { TimeValue } from './adjustment.js';

const UNITS = ['days', 'workdays', 'weeks', 'months'] as const;

interface TimeFieldsProps {
  readonly label: string;
  readonly help?: string;
  readonly value: TimeValue;
  readonly onChange: (value: TimeValue) => void;
  readonly error: string | undefined;
}

export function TimeFields({ label, help, value, onChange, error }: TimeFieldsProps) {
  const { t } = useTranslation('form');
  // What a form has in another unit, such as hours, can stay.
  const units: readonly string[] = (UNITS as readonly string[]).includes(value.unit) ? UNITS : [...UNITS, value.unit];
  return (
    <div className="form-pair">
      <TextField
        label={label}
        help={help}
        width="short"
        inputMode="numeric"
        value={value.count}
        onChange={(count) => onChange({ ...value, count })}
        error={error}
      />
      <Select
        label={t('field.unit')}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        options={units.map((id) => ({ id, label: t(`unit.${id}` as never) }))}
      />
    </div>
  );
}
