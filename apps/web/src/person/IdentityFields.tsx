/** The fields of who someone is: a number, or why there is none, and how they are reached. */
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { NO_NUMBER_REASONS } from '#domain/person/personal-number.js';
import { FormSelect, FormTextArea, FormTextField } from '../elements/form/fields.js';

export function IdentityFields() {
  const { t } = useTranslation('person');
  const { control } = useFormContext();
  const number = (useWatch({ control, name: 'number' }) as string | undefined) ?? '';
  return (
    <>
      <div className="columns">
        <FormTextField name="givenName" label={t('identity.givenName')} autoComplete="off" />
        <FormTextField name="familyName" label={t('identity.familyName')} autoComplete="off" />
      </div>
      <FormTextField
        name="number"
        label={t('identity.number')}
        help={t('identity.numberHelp')}
        optional
        width="short"
        autoComplete="off"
      />
      {number.trim() === '' && (
        <div className="columns">
          <FormSelect
            name="noNumberReason"
            label={t('identity.noNumber')}
            options={NO_NUMBER_REASONS.map((id) => ({ id, label: t(`noNumber.${id}`) }))}
          />
          <FormTextField
            name="bornYear"
            label={t('identity.bornYear')}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      )}
      <div className="columns">
        <FormTextField name="phone" label={t('identity.phone')} optional inputMode="tel" autoComplete="off" />
        <FormTextField name="email" label={t('identity.email')} optional inputMode="email" autoComplete="off" />
      </div>
      <FormTextArea name="address" label={t('identity.address')} optional rows={2} />
    </>
  );
}
