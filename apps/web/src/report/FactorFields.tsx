/** Check:IRK's eight factors: each stands, does not stand, or is not known; what stands is given its reason. [S1 Örebro] */
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CHECK_IRK } from '#domain/report/instruments.js';
import type { Instrument } from '#domain/report/instrument.js';
import { FormChoices, FormTextField } from '../elements/form/fields.js';
import { useLanguage } from '../texts/start-texts.js';
import './report.css';

export function FactorFields({
  name,
  instrument = CHECK_IRK,
}: {
  readonly name: string;
  readonly instrument?: Instrument;
}) {
  return (
    <div className="factors">
      {instrument.factors.map((factor, at) => (
        <FactorField key={factor.id} name={`${name}.${at}`} label={factor.label} />
      ))}
    </div>
  );
}

function FactorField({
  name,
  label,
}: {
  readonly name: string;
  readonly label: { readonly sv: string; readonly en: string };
}) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const { control } = useFormContext();
  const answer = useWatch({ control, name: `${name}.answer` }) as string | undefined;
  return (
    <div className="factor">
      <FormChoices
        name={`${name}.answer`}
        label={label[language]}
        across
        choices={(['present', 'absent', 'unknown'] as const).map((id) => ({ id, label: t(`factor.${id}`) }))}
      />
      {answer !== undefined && answer !== 'unknown' && (
        <FormTextField name={`${name}.reasons`} label={t('factor.reasons')} optional={answer === 'absent'} />
      )}
    </div>
  );
}
