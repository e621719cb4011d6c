/** An instrument's factors: each stands, does not stand, or is not known; what stands is given its reason. [S1 Örebro] */
import { useEffect, useState, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { FormChoices, FormTextField } from '../elements/form/fields.js';
import { Failing, Waiting } from '../elements/states.js';
import { useLanguage } from '../texts/start-texts.js';
import { factorRows, sentFactors, type FactorValues } from './report-values.js';
import { useInstruments, type InstrumentShown } from './use-instruments.js';
import './report.css';

/** The factors that reporters answer in this municipality. */
export function ReportedFactors({ name }: { readonly name: string }) {
  const { reported, refusal, again } = useInstruments();
  if (refusal) return <Failing refusal={refusal} onRetry={again} />;
  return reported ? <FactorFields name={name} instrument={reported} /> : <Waiting />;
}

/** Offered, and open from the first where a kept draft has answers in it: nothing is sent that its writer does not see. */
export function OfferedFactors({
  name,
  always = false,
  children,
}: {
  readonly name: string;
  readonly always?: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('report');
  const { getValues } = useFormContext();
  const [isOpen, setOpen] = useState(
    () => sentFactors((getValues(name) as FactorValues[] | undefined) ?? []).length > 0,
  );
  return always || isOpen ? (
    <div className="stack gap-2">
      {children}
      <ReportedFactors name={name} />
    </div>
  ) : (
    <div>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('factor.open')}
      </Button>
    </div>
  );
}

export function FactorFields({ name, instrument }: { readonly name: string; readonly instrument: InstrumentShown }) {
  const { control, getValues, setValue } = useFormContext();
  const rows = useWatch({ control, name }) as readonly FactorValues[] | undefined;
  const { factors } = instrument;
  const ready = rows?.length === factors.length && factors.every(({ id }, at) => rows[at]?.factor === id);
  // A form begun before the instrument was there, or changed, gets its rows now and keeps what is still asked.
  useEffect(() => {
    if (!ready) setValue(name, factorRows(factors, getValues(name) as FactorValues[] | undefined));
  }, [ready, name, factors, getValues, setValue]);
  if (!ready) return <Waiting />;
  return (
    <div className="factors">
      {factors.map((factor, at) => (
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
