/** A date typed in parts, year first as in Sweden; the value is `2026-11-24`, or `2026-11-24T15:00` with a time. */
import { parseDate, parseDateTime, type DateValue } from '@internationalized/date';
import { useContext, useEffect, useState } from 'react';
import {
  DateField as AriaDateField,
  DateFieldStateContext,
  DateInput,
  DateSegment,
} from 'react-aria-components/DateField';
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

/** react-aria keeps the date that was whole when one of its parts is taken away: what is not whole on the screen is no date. */
function WholeOrNothing({ onWhole }: { readonly onWhole: (whole: boolean) => void }) {
  const parts = useContext(DateFieldStateContext)?.segments ?? [];
  const isWhole = !parts.some(({ isEditable, isPlaceholder }) => isEditable && isPlaceholder);
  // Told when it changes; what it is told to changes with every drawing.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => onWhole(isWhole), [isWhole]);
  return null;
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
  const tell = (next: DateValue | null, shown = next): void => {
    const text = next === null ? '' : withTime ? next.toString().slice(0, 16) : next.toString();
    setHeld({ text, date: shown });
    onChange(text);
  };
  return (
    <AriaDateField<DateValue>
      {...rest}
      className="field"
      value={date}
      onChange={(next) => tell(next)}
      granularity={withTime ? 'minute' : 'day'}
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <WholeOrNothing
        onWhole={(whole) => {
          if (date !== null && whole !== (value !== '')) tell(whole ? date : null, date);
        }}
      />
      <LabelLine label={label} optional={optional} />
      <Help>{help}</Help>
      <DateInput className="input date">
        {(segment) => <DateSegment segment={segment} className="date-part" />}
      </DateInput>
      <ErrorLine>{error}</ErrorLine>
    </AriaDateField>
  );
}
