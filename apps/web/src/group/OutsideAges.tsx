/** Why somebody who is younger or older than the form is for is in it all the same; asked only where it is so. ([S1]) */
import { useTranslation } from 'react-i18next';
import { OUTSIDE_AGES_REASONS } from '#domain/group/outside-ages.js';
import { Select } from '../elements/fields/pick.js';

export function OutsideAges({
  value,
  onChange,
  error,
}: {
  readonly value: string;
  readonly onChange: (word: string) => void;
  readonly error: string | undefined;
}) {
  const { t } = useTranslation('group');
  return (
    <Select
      label={t('outsideAges.label')}
      help={t('outsideAges.help')}
      value={value}
      onChange={onChange}
      error={error}
      options={OUTSIDE_AGES_REASONS.map((id) => ({ id, label: t(`outsideAges.reason.${id}`) }))}
    />
  );
}
