/** One of few ways to look at a list, in one line: on a narrow screen the line scrolls and nothing below it moves. */
import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import './Segments.css';

export interface SegmentsProps<Id extends string> {
  /** Its name for those who do not see it. */
  readonly label: string;
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly segments: readonly { readonly id: Id; readonly label: ReactNode }[];
}

export function Segments<Id extends string>({ label, value, onChange, segments }: SegmentsProps<Id>) {
  return (
    <RadioGroup
      className="segments"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as Id)}
    >
      {segments.map((segment) => (
        <Radio key={segment.id} value={segment.id} className="segment">
          {segment.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
