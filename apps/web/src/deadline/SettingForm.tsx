/** One kind of deadline: how it is counted, and who is told when. What runs already keeps the rule that it began with. */
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RULE_UNITS } from '#domain/deadline/deadline-rule.js';
import { WEEKDAYS } from '#domain/kernel/civil-day.js';
import { Form } from '../elements/form/Form.js';
import { FormSelect, FormTextArea, FormTextField } from '../elements/form/fields.js';
import { Time } from '../elements/Time.js';
import { type ChosenDeadlineFragment, SetDeadlineDocument } from '../graphql/generated/deadline/graphql.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { dueIfNow, inputOf, settingSchema, valuesOf, type SettingValues } from './setting-values.js';

function DutyFields() {
  const { t } = useTranslation('deadline');
  return (
    <fieldset className="stack gap-3">
      <legend className="label">{t('form.open')}</legend>
      <p className="help">{t('form.openHelp')}</p>
      <div className="open-days">
        {WEEKDAYS.map((day) => (
          <FormTextField key={day} name={`rule.open.${day}`} label={t(`day.${day}`)} width="short" />
        ))}
      </div>
      <FormTextArea name="rule.closed" label={t('form.closed')} help={t('form.closedHelp')} optional rows={3} />
    </fieldset>
  );
}

function RuleFields({ setting }: { readonly setting: ChosenDeadlineFragment }) {
  const { t } = useTranslation('deadline');
  const { control } = useFormContext<SettingValues>();
  const values = useWatch({ control }) as SettingValues;
  const now = useServerNow(60_000);
  const { unit } = values.rule;
  const due = dueIfNow(setting.kind, values, now);
  const timed = unit === 'elapsed' || unit === 'dutyHours';
  return (
    <>
      <FormSelect
        name="rule.unit"
        label={t('form.unit')}
        options={RULE_UNITS.map((id) => ({ id, label: t(`count.${id}`), help: t(`countHelp.${id}`) }))}
      />
      <div className="row">
        {timed && <FormTextField name="rule.hours" label={t('form.hours')} inputMode="numeric" width="short" />}
        {unit === 'elapsed' && (
          <FormTextField name="rule.minutes" label={t('form.minutes')} inputMode="numeric" width="short" optional />
        )}
        {!timed && <FormTextField name="rule.count" label={t(`form.${unit}`)} inputMode="numeric" width="short" />}
      </div>
      {unit === 'dutyHours' && <DutyFields />}
      <p className="note" role="status">
        {due === undefined ? (
          t('form.noPreview')
        ) : (
          <>
            {t('form.preview')} <Time at={due} as="due" />
          </>
        )}
        {setting.statutoryMaximum && <> {t('form.statutory', { source: setting.source })}</>}
      </p>
    </>
  );
}

interface SettingFormProps {
  readonly setting: ChosenDeadlineFragment;
  readonly onDone: () => void;
  /** Somebody else was first: the setting is to be read anew. */
  readonly onConflict: () => void;
}

export function SettingForm({ setting, onDone, onConflict }: SettingFormProps) {
  const { t } = useTranslation('deadline');
  const [set] = useAct(SetDeadlineDocument);
  return (
    <Form<SettingValues>
      schema={settingSchema}
      start={valuesOf(setting)}
      draft={`deadline-${setting.kind}`}
      version={setting.version}
      submit={t('form.save')}
      onSubmit={async (values) => {
        const { refusal } = await set({ input: inputOf(setting.kind, setting.version, values) });
        if (!refusal) onDone();
        if (isConflict(refusal)) onConflict();
        return refusal;
      }}
    >
      <RuleFields setting={setting} />
      <FormTextField name="warnings" label={t('form.warnings')} help={t('form.warningsHelp')} optional />
      <fieldset className="stack gap-3">
        <legend className="label">{t('form.escalation')}</legend>
        <p className="help">{t('form.escalationHelp')}</p>
        <div className="open-days">
          {(['unit', 'leader', 'manager', 'dutyRoster'] as const).map((step) => (
            <FormTextField
              key={step}
              name={step}
              label={t(`step.${step}`)}
              inputMode="numeric"
              width="short"
              optional
            />
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
