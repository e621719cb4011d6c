/** A date typed in parts, year first as in Sweden; the value is `2026-11-24`, or `2026-11-24T15:00` with a time. */
import { parseDate, parseDateTime, type DateValue } from '@internationalized/date';
import { useState } from 'react';
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import type { FieldWords } from './TextField.js';
import { ErrorLine, Help, LabelLine } from './TextField.js';
import './fields.css';

export interface DateFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly withTime?: boolean;
}

function read(value: string, withTime: boolean): DateValue | null {
  try {
    return value === '' ? null : withTime ? parseDateTime(value) : parseDate(value);
  } catch {
    return null;
  }
}

export function DateField({
  label,
  help,
  error,
  optional,
  value,
  onChange,
  withTime = false,
  ...rest
}: DateFieldProps) {
  // While a date is half typed react-aria says null; the parts must stay on the screen all the same.
  const [held, setHeld] = useState<{ text: string; date: DateValue | null }>({
    text: value,
    date: read(value, withTime),
  });
  const date = held.text === value ? held.date : read(value, withTime);
  return (
    <AriaDateField<DateValue>
      {...rest}
      className="field"
      value={date}
      onChange={(next) => {
        const text = next === null ? '' : withTime ? next.toString().slice(0, 16) : next.toString();
        setHeld({ text, date: next });
        onChange(text);
      }}
      granularity={withTime ? 'minute' : 'day'}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <LabelLine label={label} optional={optional} />
      <Help>{help}</Help>
      <DateInput className="input date">
        {(segment) => <DateSegment segment={segment} className="date-part" />}
      </DateInput>
      <ErrorLine>{error}</ErrorLine>
    </AriaDateField>
  );
}
