/** Choices big enough for a thumb in a car: every one visible, with a line on what it means. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { FieldWords } from './TextField.js';
import { ErrorLine, Help, LabelLine } from './TextField.js';
import './choices.css';

export interface Choice {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface ChoicesProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly choices: readonly Choice[];
  /** Side by side where there is room. */
  readonly across?: boolean;
  readonly after?: ReactNode;
}

/** One of few. More than seven belong in a Select. */
export function Choices(props: ChoicesProps) {
  const { label, help, error, optional, choices, across, value, after, ...rest } = props;
  return (
    <RadioGroup
      {...rest}
      value={value === '' ? null : value}
      className="field choices"
      data-across={across || undefined}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <LabelLine label={label} optional={optional} />
      <Help>{help}</Help>
      <div className="choices-list">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled} className="choice">
            <span className="choice-dot" aria-hidden />
            <span className="choice-words">
              <span className="choice-label">{choice.label}</span>
              {choice.help && <span className="choice-help">{choice.help}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <ErrorLine>{error}</ErrorLine>
      {after}
    </RadioGroup>
  );
}

export interface CheckboxProps extends Omit<FieldWords, 'label'> {
  readonly label: ReactNode;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly onBlur?: () => void;
  readonly isDisabled?: boolean;
}

export function Checkbox({ label, help, error, value, onChange, optional: _optional, ...rest }: CheckboxProps) {
  return (
    <div className="field">
      <AriaCheckbox
        {...rest}
        isSelected={value}
        onChange={onChange}
        isInvalid={error !== undefined}
        validationBehavior="aria"
        className="choice checkbox"
      >
        <span className="choice-box" aria-hidden>
          <Check strokeWidth={3} />
        </span>
        <span className="choice-words">
          <span className="choice-label">{label}</span>
          {help && <span className="choice-help">{help}</span>}
          {error && <span className="error">{error}</span>}
        </span>
      </AriaCheckbox>
    </div>
  );
}
