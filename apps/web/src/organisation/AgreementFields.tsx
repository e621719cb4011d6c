/** What an agreement says, with as many parties as it has. */
import { Plus } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FORMS } from '#domain/disclosure/vocabulary.js';
import { Button } from '../elements/Button.js';
import type { Option } from '../elements/fields/pick.js';
import { useErrorWords } from '../elements/form/ErrorSummary.js';
import { FieldClash } from '../elements/form/FieldClash.js';
import { FormDateField, FormSelect, FormTextArea, FormTextField } from '../elements/form/fields.js';
import type { AgreementValues } from './schemas.js';

export function AgreementFields({ branches, withForm }: { branches: readonly Option[]; withForm?: boolean }) {
  const { t } = useTranslation('organisation');
  const { control, formState } = useFormContext<AgreementValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'parties' });
  const words = useErrorWords();
  const { parties } = formState.errors;
  const partiesRead = (theirs: unknown) =>
    (theirs as AgreementValues['parties'])
      .map(({ branchId, resources }) => {
        const name = branches.find(({ id }) => id === branchId)?.label ?? '';
        return resources ? `${name}: ${resources}` : name;
      })
      .join('\n');
  const whole = words(parties?.message ?? parties?.root?.message);
  return (
    <>
      {withForm && (
        <FormSelect
          name="form"
          label={t('agreements.form')}
          options={FORMS.filter((form) => form !== 'none').map((form) => ({ id: form, label: t(`form.${form}`) }))}
        />
      )}
      <FormDateField name="startsOn" label={t('agreements.startsOn')} />
      <FormDateField name="endsOn" label={t('agreements.endsOn')} help={t('agreements.endsOnHelp')} />
      <FormTextField name="signedBy" label={t('agreements.signedBy')} help={t('agreements.signedByHelp')} />
      <fieldset className="stack gap-3">
        <legend className="label">{t('agreements.parties')}</legend>
        {whole && <p className="error">{whole}</p>}
        <FieldClash name="parties" read={partiesRead} />
        {fields.map((field, index) => (
          <div
            key={field.id}
            className="party-fields"
            role="group"
            aria-label={t('agreements.party', { number: index + 1 })}
          >
            <FormSelect
              name={`parties.${index}.branchId`}
              label={t('agreements.party', { number: index + 1 })}
              options={branches}
            />
            <FormTextArea name={`parties.${index}.resources`} label={t('agreements.brings')} rows={2} optional />
            {fields.length > 2 && (
              <Button size="small" kind="quiet" onPress={() => remove(index)}>
                {t('agreements.removeParty', { number: index + 1 })}
              </Button>
            )}
          </div>
        ))}
        <Button icon={Plus} onPress={() => append({ branchId: '', resources: '' })}>
          {t('agreements.addParty')}
        </Button>
      </fieldset>
    </>
  );
}
