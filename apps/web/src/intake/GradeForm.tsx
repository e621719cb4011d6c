/** A person grades: an instrument may help the thought, no total is made of it, and the reasons are the grade. [S0] */
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { FormChoices, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Select } from '../elements/fields/pick.js';
import { GradeShape } from '../elements/GradeBadge.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { GradeCaseDocument } from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { FactorFields } from '../report/FactorFields.js';
import { factorRows, sentFactors } from '../report/report-values.js';
import { useInstruments, type InstrumentShown } from '../report/use-instruments.js';
import { useLanguage } from '../texts/start-texts.js';
import { fileOver, type File } from './file-over.js';
import { FileNews, useUnread } from './FileNews.js';

const factors = z.array(z.object({ factor: z.string(), answer: z.string(), reasons: z.string() }));
const schema = z.object({
  instrument: z.string(),
  factors: z.record(z.string(), factors),
  grade: z.string().check(z.minLength(1, 'intake:grading.missing')),
  reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')),
  over: z.string(),
});
type Values = z.infer<typeof schema>;

const emptyAnswers = (instruments: readonly InstrumentShown[]) =>
  Object.fromEntries(instruments.map(({ id, factors }) => [id, factorRows(factors)]));

type Instruments = readonly [InstrumentShown, ...InstrumentShown[]];

const chosenOf = (instruments: Instruments, chosen: string): InstrumentShown =>
  instruments.find(({ id }) => id === chosen) ?? instruments[0];

interface GradeFormProps {
  readonly file: File;
  readonly onDone: () => void;
  /** Somebody else was first: what stands now is to be read. */
  readonly onChanged: () => void;
}

/** Opens when the municipality's instruments are there. */
export function GradeForm(props: GradeFormProps) {
  const { instruments, refusal, again } = useInstruments();
  const [first, ...others] = instruments;
  if (refusal) return <Failing refusal={refusal} onRetry={again} />;
  return first ? <GradeFields {...props} instruments={[first, ...others]} /> : <Waiting />;
}

function GradeFields({ file, onDone, onChanged, instruments }: GradeFormProps & { readonly instruments: Instruments }) {
  const { t } = useTranslation('intake');
  const [grade] = useAct(GradeCaseDocument);
  const unread = useUnread(file);
  return (
    <Form<Values>
      schema={schema}
      start={{
        instrument: 'check-irk',
        factors: emptyAnswers(instruments),
        grade: '',
        reasons: '',
        over: fileOver(file),
      }}
      draft={`grade-${file.id}`}
      submit={t('grading.save')}
      onSubmit={async (values) => {
        const stale = unread(values.over);
        if (stale) return stale;
        const instrument = chosenOf(instruments, values.instrument);
        const answers = values.factors[instrument.id] ?? [];
        const outcome = await grade({
          input: {
            caseId: file.id,
            expectedVersion: file.version,
            grade: values.grade,
            reasons: values.reasons,
            instrument: instrument.id,
            factors: sentFactors(factorRows(instrument.factors, answers)),
          },
        });
        if (isConflict(outcome.refusal)) onChanged();
        if (outcome.refusal)
          return {
            ...outcome.refusal,
            fields: outcome.refusal.fields.map(({ field, sentence }) => ({
              sentence,
              field: field.replace(/^factors\./, `factors.${instrument.id}.`),
            })),
          };
        toast(t('grading.saved'));
        onDone();
        return undefined;
      }}
    >
      <FileNews file={file} />
      <p className="muted small prose">{t('grading.lead')}</p>
      <Answers instruments={instruments} />
      <FormChoices
        name="grade"
        label={t('grading.grade')}
        choices={(['green', 'orange', 'red'] as const).map((id) => ({
          id,
          label: (
            <span className="row gap-2">
              <GradeShape grade={id} />
              {t(`elements:grade.${id}`)}
            </span>
          ),
          help: t(`grading.${id}`),
        }))}
      />
      <FormTextArea name="reasons" label={t('grading.reasons')} rows={4} after={<CaseReaders caseId={file.id} />} />
    </Form>
  );
}

/** Which instrument helps the thought belongs to what is written: whoever comes back finds its answers, and they are sent. */
function Answers({ instruments }: { readonly instruments: Instruments }) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const { control, getValues, setValue } = useFormContext<Values>();
  const instrument = chosenOf(instruments, useWatch({ control, name: 'instrument' }));
  const [begun] = useState(() => sentFactors(getValues(`factors.${instrument.id}`) ?? []).length > 0);
  return (
    <>
      <Select
        label={t('grading.instrument')}
        value={instrument.id}
        onChange={(id) => setValue('instrument', id, { shouldDirty: true })}
        options={instruments.map(({ id, label }) => ({ id, label: label[language] }))}
      />
      <details className="case-factors" open={begun}>
        <summary>{t('grading.factors', { count: instrument.factors.length })}</summary>
        <FactorFields key={instrument.id} name={`factors.${instrument.id}`} instrument={instrument} />
      </details>
    </>
  );
}
