/** Who someone is and how they prove it. */
import { useTranslation } from 'react-i18next';
import { FormTextField } from '../elements/form/fields.js';

export function StaffFields() {
  const { t } = useTranslation('organisation');
  return (
    <>
      <FormTextField name="name" label={t('staff.name')} autoComplete="off" />
      <FormTextField name="title" label={t('staff.jobTitle')} help={t('staff.jobTitleHelp')} />
      <FormTextField name="email" label={t('staff.email')} type="email" inputMode="email" autoComplete="off" />
      <FormTextField name="phone" label={t('staff.phone')} type="tel" inputMode="tel" optional autoComplete="off" />
      <FormTextField name="issuer" label={t('staff.issuer')} help={t('staff.issuerHelp')} />
      <FormTextField name="subject" label={t('staff.subject')} help={t('staff.subjectHelp')} autoComplete="off" />
    </>
  );
}
