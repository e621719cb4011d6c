/** The fields of a Form: the same elements, bound by `name` to its values and its errors. */
import { useRef, type ComponentType } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Checkbox, Choices } from '../fields/choices.js';
import { DateField } from '../fields/DateField.js';
import { ComboBox, Select } from '../fields/pick.js';
import { TextArea, TextField } from '../fields/TextField.js';
import { useErrorWords } from './ErrorSummary.js';
import { FieldClash } from './FieldClash.js';

const FOCUSABLE = 'input:not([type=hidden]):not([disabled]), textarea, [role=spinbutton], button';

interface Bound<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: () => void;
  readonly error?: string;
  readonly name?: string;
}

type Unbound<Props, Value> = Omit<Props, keyof Bound<Value>> & { readonly name: string };

function bind<Value, Props extends Bound<Value>>(Field: ComponentType<Props>, empty: Value) {
  return function BoundField({ name, ...rest }: Unbound<Props, Value>) {
    const { control } = useFormContext();
    const { field, fieldState } = useController({ name, control });
    const words = useErrorWords();
    const place = useRef<HTMLDivElement>(null);
    const props = {
      ...rest,
      name,
      value: (field.value as Value | undefined) ?? empty,
      onChange: field.onChange,
      onBlur: field.onBlur,
      error: words(fieldState.error?.message),
    } as unknown as Props;
    return (
      <div
        ref={(element) => {
          place.current = element;
          field.ref(element && { focus: () => place.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus() });
        }}
      >
        <Field {...props} />
        <FieldClash name={name} read={(theirs) => wordsFor(rest, theirs)} />
      </div>
    );
  };
}

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What is chosen by the words that one chose it by. */
function wordsFor(of: { readonly options?: unknown; readonly choices?: unknown }, value: unknown): string {
  const choices = (of.options ?? of.choices ?? []) as readonly Choice[];
  return choices.find(({ id }) => id === value)?.label ?? String(value ?? '');
}

export const FormTextField = bind(TextField, '');
export const FormTextArea = bind(TextArea, '');
export const FormChoices = bind(Choices, '');
export const FormCheckbox = bind(Checkbox, false as boolean);
export const FormSelect = bind(Select, '');
export const FormComboBox = bind(ComboBox, '');
export const FormDateField = bind(DateField, '');
