/** A municipality adjusts a form without any program: what is changed at the left, what it becomes at the right. */
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { useNamed } from '../group/named.js';
import {
  AdjustFormDocument,
  FormPreviewDocument,
  KeptFormsDocument,
  ResetFormDocument,
  type KeptFormsQuery,
  type ShownFormFragment,
} from '../graphql/generated/form/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { SettingsPlace } from '../organisation/SettingsPlace.js';
import { adjustmentInput, notNumbers, valuesOf, type FormValues } from './adjustment.js';
import { FormShown } from './FormShown.js';
import './form.css';

type Kept = KeptFormsQuery['keptForms'][number];

export default function FormPage() {
  const { t } = useTranslation('form');
  const named = useNamed();
  const { kind = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: KeptFormsDocument });
  const kept = data?.keptForms.find(({ form }) => form.kind === kind);
  return (
    <Page
      title={t('page.title')}
      heading={kept && named(kept.form.name)}
      lead={kept ? named(kept.form.about) : t('page.lead')}
      above={<SettingsPlace within={{ to: '/installningar/former', words: t('list.title') }} />}
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      {kept && (
        <Adjusting
          key={`${kind} ${kept.version}`}
          kept={kept}
          onChanged={() => again({ requestPolicy: 'network-only' })}
        />
      )}
    </Page>
  );
}

/** Without these no group begins or ends. */
const KEPT_DEEDS = ['nominate', 'form', 'close'];

function Adjusting({ kept, onChanged }: { readonly kept: Kept; readonly onChanged: () => void }) {
  const { t } = useTranslation('form');
  const named = useNamed();
  const client = useClient();
  const { form, leftOut, version } = kept;
  const [values, setValues] = useState<FormValues>(
    valuesOf(
      form,
      leftOut.map(({ step }) => step),
    ),
  );
  const [preview, setPreview] = useState<ShownFormFragment | null>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const [adjust, { waiting }] = useAct(AdjustFormDocument);
  const [reset] = useAct(ResetFormDocument);
  const set = (change: Partial<FormValues>) => {
    setValues((was) => ({ ...was, ...change }));
    setPreview(null);
  };
  const wrong = notNumbers(values);
  const input = adjustmentInput(form, version, values);
  const errorOf = (field: string) =>
    wrong.includes(field as keyof FormValues)
      ? t('number')
      : refusal?.fields.find((one) => one.field === field)?.sentence;
  const show = async () => {
    const answer = await client.query(FormPreviewDocument, { input }).toPromise();
    setRefusal(answer.error ? refusalOf(answer.error) : undefined);
    setPreview(answer.data?.formPreview ?? null);
  };
  const save = async () => {
    const outcome = await adjust({ input });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    toast(t('saved'));
    onChanged();
  };
  const back = async () => {
    const outcome = await reset({ kind: form.kind, version });
    toast(outcome.refusal ? outcome.refusal.sentence : t('resetDone'));
    if (!outcome.refusal) onChanged();
  };
  const number = (field: keyof FormValues & string, label: string, help?: string) => (
    <TextField
      label={label}
      help={help}
      width="short"
      inputMode="numeric"
      value={values[field] as string}
      onChange={(value) => set({ [field]: value })}
      error={errorOf(field)}
    />
  );
  const steps = [...form.steps, ...leftOut];
  return (
    <div className="form-columns">
      <div className="stack gap-6">
        <TextField
          label={t('field.name')}
          value={values.nameSv}
          onChange={(nameSv) => set({ nameSv })}
          error={errorOf('nameSv')}
        />
        {form.ages && (
          <fieldset className="stack gap-2">
            <legend className="label">{t('field.ages')}</legend>
            <div className="form-pair">
              {number('agesFrom', t('field.from'))}
              {number('agesTo', t('field.to'))}
            </div>
          </fieldset>
        )}
        {number('room', t('field.room'), t('field.roomHelp'))}
        {form.cadence && (
          <>
            {number('weeksApart', t('field.weeksApart'))}
            <Select
              label={t('field.slot')}
              value={values.slotWeekday}
              onChange={(slotWeekday) => set({ slotWeekday })}
              options={[
                { id: 'none', label: t('field.slotNone') },
                ...[1, 2, 3, 4, 5].map((day) => ({ id: String(day), label: t(`weekday.${day}` as never) as string })),
              ]}
            />
            {values.slotWeekday !== 'none' && (
              <div className="form-pair">
                <TextField
                  label={t('field.slotStarts')}
                  width="short"
                  placeholder="15:00"
                  value={values.slotStarts}
                  onChange={(slotStarts) => set({ slotStarts })}
                  error={errorOf('slotStarts')}
                />
                {number('slotEveryWeeks', t('field.slotEvery'))}
              </div>
            )}
          </>
        )}
        {form.meetings[0]?.agenda[0]?.with === 'professionals' &&
          form.level === 'persons' &&
          number('preMeetingMinutes', t('field.preMeeting'))}
        {number('leadershipEveryWeeks', t('field.leadership'))}
        {form.months && (
          <fieldset className="stack gap-2">
            <legend className="label">{t('field.months')}</legend>
            <div className="form-pair">
              {number('monthsFrom', t('field.from'))}
              {number('monthsTo', t('field.to'))}
            </div>
          </fieldset>
        )}
        <fieldset className="stack gap-1">
          <legend className="label">{t('field.without')}</legend>
          <p className="muted small">{t('field.withoutHelp')}</p>
          {steps
            .filter(({ does }) => !KEPT_DEEDS.includes(does))
            .map((step) => (
              <Checkbox
                key={step.step}
                label={named(step.name)}
                value={values.without.includes(step.step)}
                onChange={(on) =>
                  set({
                    without: on ? [...values.without, step.step] : values.without.filter((one) => one !== step.step),
                  })
                }
              />
            ))}
        </fieldset>
        {refusal && (
          <div className="note late" role="alert">
            <div>
              <p className="note-title">{t('cannot')}</p>
              <p>{refusal.fields[0]?.sentence ?? (refusal.sentence || t('elements:failing.network.form'))}</p>
            </div>
          </div>
        )}
        <div className="row">
          <Button kind={preview ? 'secondary' : 'primary'} isDisabled={wrong.length > 0} onPress={() => void show()}>
            {t('preview')}
          </Button>
          {preview && (
            <Button kind="primary" isPending={waiting} onPress={() => void save()}>
              {t('save')}
            </Button>
          )}
          {version > 0 && (
            <Button kind="quiet" icon={RotateCcw} onPress={() => void back()}>
              {t('reset')}
            </Button>
          )}
        </div>
      </div>
      <section className="panel stack form-preview" aria-label={t('previewTitle')} aria-live="polite">
        <h2>{preview ? t('previewTitle') : named(form.name)}</h2>
        {!preview && <p className="muted">{t('previewFirst')}</p>}
        <FormShown form={preview ?? form} />
        <p className="muted small">{t('page.source', { source: form.source })}</p>
      </section>
    </div>
  );
}
