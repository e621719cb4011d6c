/**
 * Search before a new record is made: who is registered already is chosen, not typed a second time; only one who has
 * searched and says that nobody fits is asked for a name. (GDPR 5.1 d; [S0])
 */
import { useRef } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { useErrorWords } from '../elements/form/ErrorSummary.js';
import type { SeenFragment } from '../graphql/generated/person/graphql.js';
import { startFrom } from '../person/identity-values.js';
import { PersonPicker } from '../person/PersonPicker.js';
import { withChosen, withoutChosen, type ChildValues } from './report-values.js';

/** `name`: the child's place in the form, such as `children.0`. */
export function ChosenChild({ name }: { readonly name: string }) {
  const { t } = useTranslation('report');
  const { control, getValues, setValue, setFocus, clearErrors } = useFormContext();
  const { field, fieldState } = useController({ name: `${name}.personId`, control });
  const words = useErrorWords();
  const chosen = (field.value as string | undefined) ?? '';
  const noneFits = (useWatch({ control, name: `${name}.noneFits` }) as string | undefined) ?? '';
  const place = useRef<HTMLDivElement>(null);
  /** Part by part: the array of children stays as it is, and so does what is registered in it. */
  const become = (child: ChildValues) => {
    for (const part of ['typed', 'noneFits', 'givenName', 'familyName', 'number'] as const)
      setValue(`${name}.${part}`, child[part]);
    setValue(`${name}.personId`, child.personId, { shouldDirty: true });
    clearErrors(name);
  };
  const pick = (person: SeenFragment) => {
    become(withChosen(getValues(name) as ChildValues, person));
  };
  const sayNoneFits = (asked: string) => {
    const typed = getValues(name) as ChildValues;
    // What was searched for is not typed again, and what is typed stays.
    if (typed.givenName === '' && typed.familyName === '' && typed.number === '') {
      const { givenName, familyName, number } = startFrom(asked);
      for (const [part, value] of Object.entries({ givenName, familyName, number })) setValue(`${name}.${part}`, value);
    }
    setValue(`${name}.noneFits`, 'yes', { shouldDirty: true });
    clearErrors(`${name}.personId`);
    // The field stands there once this has been drawn.
    setTimeout(() => setFocus(`${name}.givenName`));
  };
  if (chosen !== '') {
    const fault = words(fieldState.error?.message);
    const { givenName, familyName } = getValues(name) as ChildValues;
    return (
      <div
        className="row chosen-child"
        role="status"
        ref={(element) => {
          place.current = element;
          field.ref(element && { focus: () => place.current?.querySelector<HTMLElement>('button')?.focus() });
        }}
      >
        <p>
          <strong>{`${givenName} ${familyName}`.trim()}</strong> <span className="muted">{t('chosen.registered')}</span>
        </p>
        {fault && <p className="error">{fault}</p>}
        <Button size="small" onPress={() => become(withoutChosen(getValues(name) as ChildValues))}>
          {t('chosen.other')}
        </Button>
      </div>
    );
  }
  const missing = words(fieldState.error?.message);
  if (noneFits !== '' && missing === undefined)
    return (
      <div className="row chosen-none">
        <p className="muted">{t('chosen.noneSaid')}</p>
        <Button size="small" onPress={() => setValue(`${name}.noneFits`, '', { shouldDirty: true })}>
          {t('chosen.again')}
        </Button>
      </div>
    );
  const { givenName, familyName, number } = getValues(name) as ChildValues;
  return (
    <div
      className="stack gap-2 chosen-search"
      ref={(element) => {
        place.current = element;
        field.ref(element && { focus: () => place.current?.querySelector<HTMLElement>('input')?.focus() });
      }}
    >
      <h2 className="chosen-title">{t('chosen.title')}</h2>
      <PersonPicker
        onPick={pick}
        mayCreate={false}
        start={number.trim() || `${givenName} ${familyName}`.trim()}
        error={missing}
        otherwise={(asked, found) => (
          <div>
            <Button onPress={() => sayNoneFits(asked)}>{found > 0 ? t('chosen.none') : t('chosen.nobody')}</Button>
          </div>
        )}
      />
    </div>
  );
}
