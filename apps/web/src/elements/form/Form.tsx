/**
 * A form that loses nothing: errors stand at their fields and in a summary that takes the focus, the server's errors
 * come back to the fields concerned, and what is typed survives a refusal, a lost network and a visit to another page.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import type { $ZodType } from 'zod/v4/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FormProvider, useForm, type DefaultValues, type FieldValues, type Resolver } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../graphql/refusal.js';
import { Button } from '../Button.js';
import { Acts } from '../Dialog.js';
import { dropDraft, findDraft, keepDraft, keyOfDraft } from './drafts.js';
import { ErrorSummary, type Fault } from './ErrorSummary.js';
import { ClashNote } from './FieldClash.js';
import type { Standing } from './lay-together.js';
import { leaveGuard } from './leave-guard.js';
import { beginLaid, ClashContext, useLaid } from './use-laid.js';
import './Form.css';

export interface FormProps<Values extends FieldValues> {
  /** A zod schema; its messages are catalogue keys (`report:contentMissing`) or sentences. */
  readonly schema: $ZodType<Values, Values>;
  readonly start: DefaultValues<Values>;
  /** Keeps what is typed under this name while the client is open. Never a personal number in the name. */
  readonly draft?: string;
  /**
   * Of what `start` shows, where others may change it meanwhile: what they make of it comes in, and where both wrote the person
   * chooses at the field. What is sent is always over this one.
   */
  readonly version?: string | number;
  /** Gives the server's refusal, or nothing when it went well. `clientKey` stays the same until then, as long as the draft. */
  readonly onSubmit: (values: Values, clientKey: string) => Promise<Refusal | undefined | void>;
  readonly submit: string;
  readonly danger?: boolean;
  /** Further acts beside the submit button. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

function faultsOf(errors: object, prefix = ''): Fault[] {
  return Object.entries(errors).flatMap(([key, value]): Fault[] => {
    if (typeof value !== 'object' || value === null || key === 'root') return [];
    const name = prefix + key;
    return 'message' in value && typeof value.message === 'string' && 'type' in value
      ? [{ name, message: value.message }]
      : faultsOf(value as object, `${name}.`);
  });
}

const keyFor = (draft: string | undefined): string => (draft === undefined ? crypto.randomUUID() : keyOfDraft(draft));

export function Form<Values extends FieldValues>(props: FormProps<Values>) {
  const { schema, start, draft, version, onSubmit, submit, danger, acts, children } = props;
  const { t } = useTranslation('elements');
  const kept = useRef(findDraft<DefaultValues<Values>>(draft));
  const begun = useRef(start);
  const stands: Standing<Values> = { version: String(version), values: start as Values };
  const [first] = useState(() => beginLaid(version === undefined ? undefined : draft, stands));
  const [attempt, setAttempt] = useState(0);
  // Of this visit: a late answer to an earlier one must not give what stands here a new key.
  const [clientKey, setClientKey] = useState(() => keyFor(draft));
  const form = useForm<Values>({
    resolver: zodResolver(schema as $ZodType<Values, FieldValues>) as unknown as Resolver<Values>,
    defaultValues: version === undefined ? (kept.current ?? start) : (first.value as DefaultValues<Values>),
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const { isSubmitting, isDirty, errors } = form.formState;

  const { clashes, keep, rest } = useLaid({ form, draft, stands, begun: first });
  const keeping = useRef(keep);
  useEffect(() => {
    keeping.current = keep;
  });

  useEffect(() => {
    if (draft === undefined) return;
    const watching = form.watch((values) => {
      if (version === undefined) keepDraft(draft, structuredClone(values), begun.current);
      else keeping.current();
    });
    return () => watching.unsubscribe();
  }, [draft, form, version]);

  const name = useId();
  useEffect(() => {
    // What is kept as a draft is guarded as one, also when the page is left inside the client.
    if (!isDirty || draft !== undefined) return;
    leaveGuard.hold(name);
    return () => leaveGuard.release(name);
  }, [draft, isDirty, name]);

  const forget = () => {
    if (draft !== undefined) dropDraft(draft);
    setClientKey(keyFor(draft));
  };

  const send = form.handleSubmit(
    async (values) => {
      if (clashes.names.length > 0) {
        for (const field of clashes.names)
          form.setError(field as Parameters<typeof form.setError>[0], {
            type: 'clash',
            message: 'elements:form.clash.choose',
          });
        setAttempt((count) => count + 1);
        return;
      }
      const refusal = await onSubmit(values, clientKey);
      if (!refusal) {
        // Resetting tells the watching draft of these values, so what was sent is forgotten last.
        form.reset(values);
        if (version !== undefined) rest();
        forget();
        return;
      }
      for (const { field, sentence } of refusal.fields) {
        form.setError(field as Parameters<typeof form.setError>[0], { type: 'server', message: sentence });
      }
      if (refusal.fields.length === 0) {
        form.setError('root.server', { type: refusal.code, message: refusal.sentence || t('failing.network.form') });
      }
      setAttempt((count) => count + 1);
    },
    () => setAttempt((count) => count + 1),
  );

  const startOver = () => {
    kept.current = undefined;
    form.reset(start);
    if (version !== undefined) rest();
    forget();
  };

  return (
    <FormProvider {...form}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          // A form in a dialog of another form is not the other one, though its events come there.
          event.stopPropagation();
          void send(event);
        }}
      >
        <ErrorSummary
          faults={faultsOf(errors)}
          whole={errors.root?.server?.message}
          attempt={attempt}
          onGo={(name) => form.setFocus(name as Parameters<typeof form.setFocus>[0])}
        />
        <ClashNote clashes={clashes} />
        {kept.current !== undefined && (
          <div className="note">
            <p>{t('form.kept')}</p>
            <Button size="small" onPress={startOver}>
              {t('form.startOver')}
            </Button>
          </div>
        )}
        <ClashContext value={clashes}>{children}</ClashContext>
        <Acts>
          <Button type="submit" kind={danger ? 'danger' : 'primary'} isPending={isSubmitting}>
            {submit}
          </Button>
          {acts}
        </Acts>
      </form>
    </FormProvider>
  );
}
