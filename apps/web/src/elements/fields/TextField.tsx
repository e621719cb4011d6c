/** One line or several; the label is always visible, help stands before the field, the error at it. */
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import './fields.css';

export interface FieldWords {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string;
  /** Says "frivilligt" beside the label; what is required is the rule and goes unsaid. */
  readonly optional?: boolean;
  readonly isDisabled?: boolean;
  readonly name?: string;
}

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** `short` for a number or a code. */
  readonly width?: 'short' | 'full';
  readonly rows?: number;
  /** Stands under the field: the who-sees-this strip. */
  readonly after?: ReactNode;
}

export function LabelLine({ label, optional }: Pick<FieldWords, 'label' | 'optional'>) {
  const { t } = useTranslation('elements');
  return (
    <Label className="label">
      {label}
      {optional && <span className="label-optional"> {t('optional')}</span>}
    </Label>
  );
}

export function Help({ children }: { readonly children?: ReactNode }) {
  return children ? (
    <Text slot="description" className="help" elementType="div">
      {children}
    </Text>
  ) : null;
}

export function ErrorLine({ children }: { readonly children?: string }) {
  return <FieldError className="error">{children}</FieldError>;
}

function Frame(props: TextFieldProps & { readonly children: ReactNode }) {
  const {
    label,
    help,
    error,
    optional,
    after,
    rows: _rows,
    width,
    placeholder: _placeholder,
    children,
    ...rest
  } = props;
  return (
    <AriaTextField
      {...rest}
      className="field"
      data-width={width}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <LabelLine label={label} optional={optional} />
      <Help>{help}</Help>
      {children}
      <ErrorLine>{error}</ErrorLine>
      {after}
    </AriaTextField>
  );
}

export function TextField(props: TextFieldProps) {
  return (
    <Frame {...props}>
      <Input className="input" placeholder={props.placeholder} />
    </Frame>
  );
}

export function TextArea(props: TextFieldProps) {
  return (
    <Frame {...props}>
      <AriaTextArea className="input" rows={props.rows ?? 4} placeholder={props.placeholder} />
    </Frame>
  );
}
