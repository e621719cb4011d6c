/** Search before a new record is made: who is registered already is chosen, not typed a second time. [S0] */
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import type { SeenFragment } from '../graphql/generated/person/graphql.js';
import { PersonPicker } from '../person/PersonPicker.js';

/** `name`: the child's place in the form, such as `children.0`. */
export function ChosenChild({ name }: { readonly name: string }) {
  const { t } = useTranslation('report');
  const { control, formState, getFieldState, getValues, setValue, clearErrors } = useFormContext();
  const chosen = (useWatch({ control, name: `${name}.personId` }) as string | undefined) ?? '';
  const pick = (person: SeenFragment) => {
    setValue(`${name}.personId`, person.id, { shouldDirty: true });
    setValue(`${name}.givenName`, person.givenName ?? person.name);
    setValue(`${name}.familyName`, person.familyName ?? '');
    setValue(`${name}.number`, '');
    clearErrors(name);
  };
  if (chosen !== '') {
    const fault = getFieldState(`${name}.givenName`, formState).error?.message;
    const { givenName, familyName } = getValues(name) as { givenName: string; familyName: string };
    return (
      <div className="row chosen-child" role="status">
        <p>
          <strong>{`${givenName} ${familyName}`.trim()}</strong> <span className="muted">{t('chosen.registered')}</span>
        </p>
        {fault && <p className="error">{fault}</p>}
        <Button
          size="small"
          onPress={() => {
            setValue(`${name}.personId`, '', { shouldDirty: true });
            setValue(`${name}.givenName`, '');
            setValue(`${name}.familyName`, '');
          }}
        >
          {t('chosen.other')}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack gap-2 chosen-search">
      <h2 className="chosen-title">{t('chosen.title')}</h2>
      <PersonPicker onPick={pick} mayCreate={false} />
      <p className="muted small">{t('chosen.notHere')}</p>
    </div>
  );
}
