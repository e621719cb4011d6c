/** The fields of a form, part by part, with what it becomes beside them; nothing applies until it is saved. */
import { RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { useNamed } from '../group/named.js';
import { useKinds } from '../group/use-kinds.js';
import { AdjustFormDocument, ResetFormDocument, type KeptFormsQuery } from '../graphql/generated/form/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { adjustmentInput, ownFaults, valuesOf, type FormValues } from './adjustment.js';
import { CadenceFields } from './CadenceFields.js';
import { DocumentFields, possibleDocuments } from './DocumentFields.js';
import { FormShown } from './FormShown.js';
import { useFormWords } from './form-words.js';
import { MeetingFields } from './MeetingFields.js';
import { Part } from './Part.js';
import { PartyFields } from './PartyFields.js';
import { StepFields } from './StepFields.js';
import { usePreview } from './use-preview.js';

type Kept = KeptFormsQuery['keptForms'][number];

export function Adjusting({ kept, onChanged }: { readonly kept: Kept; readonly onChanged: () => void }) {
  const { t } = useTranslation('form');
  const named = useNamed();
  const kinds = useKinds();
  const words = useFormWords();
  const { form, plain, version } = kept;
  const asItIs = valuesOf(form, plain);
  const draft = useDraft<{ values: FormValues | null }>(`form:${form.kind}`, { values: null });
  const values = draft.value.values ?? asItIs;
  const [refusal, setRefusal] = useState<Refusal>();
  const [adjust, { waiting }] = useAct(AdjustFormDocument);
  const [reset] = useAct(ResetFormDocument);
  const put = (next: FormValues | null) => {
    draft.set({ values: next });
    setRefusal(undefined);
  };
  const set = (change: Partial<FormValues>) => put({ ...values, ...change });
  const faults = ownFaults(values);
  const input = adjustmentInput(form.kind, version, values, [form, plain]);
  const preview = usePreview(faults.length > 0 ? null : input);
  const told = [...(refusal?.fields ?? []), ...(preview.isCurrent ? (preview.refusal?.fields ?? []) : [])];
  const errorOf = (field: string): string | undefined => {
    const own = faults.find((one) => one.field === field);
    return own ? t(`fault.${own.fault}`) : told.find((one) => one.field === field)?.sentence;
  };
  const isWrong = (...parts: readonly string[]): boolean =>
    [...faults, ...told].some(({ field }) => parts.some((part) => field === part || field.startsWith(`${part}.`)));
  const isChanged = JSON.stringify(values) !== JSON.stringify(asItIs);
  const takesUp = kept.mayRun === 'not-taken-up';
  const maySave = (isChanged || takesUp) && preview.isCurrent && preview.refusal === undefined;
  const save = async () => {
    const outcome = await adjust({ input });
    if (outcome.refusal?.code === 'CHANGED_MEANWHILE') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    put(null);
    draft.drop();
    toast(t('saved'));
    onChanged();
  };
  const back = async () => {
    const outcome = await reset({ kind: form.kind, version });
    toast(outcome.refusal ? outcome.refusal.sentence : t('resetDone'));
    if (outcome.refusal) return;
    put(null);
    draft.drop();
    onChanged();
  };
  const number = (field: 'agesFrom' | 'agesTo' | 'room' | 'monthsFrom' | 'monthsTo', label: string, help?: string) => (
    <TextField
      label={label}
      help={help}
      width="short"
      inputMode="numeric"
      value={values[field]}
      onChange={(value) => set({ [field]: value })}
      error={errorOf(field)}
    />
  );
  const shown = preview.form ?? form;
  return (
    <div className="form-columns">
      <div className="stack gap-4">
        <p className="note">{t('page.running')}</p>
        <div>
          <Part
            title={t('part.basics')}
            summary={words.basics(shown)}
            isWrong={isWrong('nameSv', 'agesFrom', 'agesTo', 'room', 'monthsFrom', 'monthsTo')}
          >
            <TextField
              label={t('field.name')}
              value={values.name.sv}
              onChange={(sv) => set({ name: { ...values.name, sv } })}
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
            {form.months && (
              <fieldset className="stack gap-2">
                <legend className="label">{t('field.months')}</legend>
                <div className="form-pair">
                  {number('monthsFrom', t('field.from'))}
                  {number('monthsTo', t('field.to'))}
                </div>
              </fieldset>
            )}
          </Part>
          {form.cadence && (
            <Part
              title={t('part.cadence')}
              summary={words.cadence(shown)}
              isWrong={isWrong('every', 'limit', 'slotWeekday', 'slotStarts', 'slotEveryWeeks', 'slotFirstOn')}
            >
              <CadenceFields {...{ values, set, errorOf }} />
            </Part>
          )}
          <Part title={t('part.meetings')} summary={words.meetings(shown)} isWrong={isWrong('meetings')}>
            <MeetingFields
              meetings={values.meetings}
              set={(meetings) => set({ meetings })}
              errorOf={errorOf}
              withFamily={form.level === 'persons'}
            />
          </Part>
          <Part
            title={t('part.parties')}
            summary={shown.must.map((party) => kinds(party.kinds)).join('; ')}
            isWrong={isWrong('must', 'may')}
          >
            <PartyFields {...{ values, set, errorOf }} withPersons={form.level === 'persons'} />
          </Part>
          <Part
            title={t('part.steps')}
            summary={t('part.stepsNow', { count: shown.steps.length })}
            isWrong={isWrong('steps', 'without')}
          >
            <StepFields
              steps={values.steps}
              documents={values.documents}
              asked={new Map(plain.steps.map(({ step, requires }) => [step, requires]))}
              set={(steps) => set({ steps })}
              errorOf={errorOf}
            />
          </Part>
          <Part
            title={t('part.documents')}
            summary={shown.documents.map(({ name }) => named(name)).join(', ') || t('part.none')}
            isWrong={isWrong('documents')}
          >
            <DocumentFields {...{ values, set, errorOf }} possible={possibleDocuments(form.level)} />
          </Part>
        </div>
        <Refused refusal={refusal} fields={[]} />
        {preview.isCurrent && preview.refusal && preview.refusal.fields.length === 0 && (
          <Refused refusal={preview.refusal} />
        )}
        <div className="row">
          <Button kind="primary" isPending={waiting} isDisabled={!maySave} onPress={() => void save()}>
            {t(takesUp ? 'takeUp' : 'save')}
          </Button>
          {isChanged && (
            <Button icon={Undo2} onPress={() => put(null)}>
              {t('undo')}
            </Button>
          )}
        </div>
        <p className="muted small" role="status">
          {faults.length > 0 || told.length > 0
            ? t('status.wrong')
            : isChanged
              ? t('status.changed')
              : t('status.same')}
        </p>
        <div className="stack gap-2 form-back">
          <p className="muted small">
            {t(`page.adjustedBy.${kept.adjustedBy}` as never)}{' '}
            {kept.changedAt && (
              <>
                {t('page.version', { version, name: kept.changedByName ?? '' })} <Time at={kept.changedAt} as="date" />.
              </>
            )}
          </p>
          <div className="row">
            <Button kind="quiet" icon={RotateCcw} onPress={() => put(valuesOf(plain, plain))}>
              {t('toPlain')}
            </Button>
            {version > 0 && (
              <Button kind="quiet" icon={RotateCcw} onPress={() => void back()}>
                {t('reset')}
              </Button>
            )}
          </div>
        </div>
      </div>
      <section className="panel stack form-preview" aria-label={t('previewTitle')} tabIndex={0}>
        <h2>{isChanged ? t('previewTitle') : t('previewNow')}</h2>
        {isChanged && (!preview.isCurrent || preview.refusal) && <p className="muted">{t('previewWaits')}</p>}
        <FormShown form={shown} before={form} />
        <p className="muted small">{t('page.source', { source: form.source })}</p>
      </section>
    </div>
  );
}
