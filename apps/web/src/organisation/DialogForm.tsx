/** A dialog with one form in it: what is refused stays open with what was typed, what went well closes and is said. */
import type { ReactElement, ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Form, type FormProps } from '../elements/form/Form.js';
import { toast } from '../elements/toasts.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';

export interface DialogFormProps<Values extends FieldValues> {
  readonly title: string;
  readonly trigger: ReactElement;
  readonly schema: FormProps<Values>['schema'];
  readonly start: DefaultValues<Values>;
  /** Keeps what is typed when the dialog is closed; absent only where there is nothing to type. */
  readonly draft?: string;
  /** Of what is changed, where others may change it too. */
  readonly version?: string | number;
  readonly submit: string;
  readonly danger?: boolean;
  /** What is said when it went well. */
  readonly done: string;
  readonly act: (values: Values) => Promise<{ readonly refusal?: Refusal }>;
  readonly onDone: () => void;
  readonly children?: ReactNode;
}

export function DialogForm<Values extends FieldValues>(props: DialogFormProps<Values>) {
  const { title, trigger, schema, start, draft, version, submit, danger, done, act, onDone, children } = props;
  const { t } = useTranslation('organisation');
  return (
    <Dialog title={title} trigger={trigger}>
      {(close) => (
        <Form<Values>
          schema={schema}
          start={start}
          draft={draft}
          version={version}
          submit={submit}
          danger={danger}
          acts={<Button onPress={close}>{t('cancel')}</Button>}
          onSubmit={async (values) => {
            const { refusal } = await act(values);
            // Somebody else was first: what they wrote comes in beside what was typed.
            if (isConflict(refusal)) onDone();
            if (refusal) return refusal;
            close();
            toast(done);
            onDone();
            return undefined;
          }}
        >
          {children}
        </Form>
      )}
    </Dialog>
  );
}
