/** One figure of a series, told or put right: the day or the week that waits stands there already, and what is wrong is said at its field. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea, TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import {
  CorrectPlanValueDocument,
  TellPlanValueDocument,
  type SeriesShownFragment,
} from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { serverNow } from '../live/server-clock.js';
import { useNumber, usePeriod } from './figures.js';
import { PlanReaders } from './PlanReaders.js';

export interface Telling {
  readonly series: SeriesShownFragment;
  /** What is put right; null for a new one. */
  readonly value: SeriesShownFragment['values'][number] | null;
}

interface ValueProps {
  readonly groupId: string;
  readonly telling: Telling;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const WEEK = 7;
/** Weeks back that one can choose. */
const BACK = 12;

/** Mondays of this week and of those before it, the latest first, and that of what is put right where it is older. */
function mondays(also: string | undefined): readonly string[] {
  const today = civilDayOf(serverNow());
  const monday = today - ((((today + 3) % WEEK) + WEEK) % WEEK);
  const latest = Array.from({ length: BACK }, (_, back) => formatCivilDay(monday - back * WEEK));
  return also === undefined || latest.includes(also) ? latest : [...latest, also];
}

export function ValueDialog({ groupId, telling, onClose, onChanged }: ValueProps) {
  const { t } = useTranslation('plan');
  const number = useNumber();
  const period = usePeriod();
  const { series, value: told } = telling;
  const { measured, seriesId, name, untold } = series;
  const now = measured.cadence === 'week' ? (mondays(undefined)[0] ?? '') : formatCivilDay(civilDayOf(serverNow()));
  const [begun] = useState({ on: told?.period ?? untold ?? now, value: told ? number(told.value) : '', why: '' });
  const draft = useDraft(`plan-value:${groupId}:${told?.id ?? seriesId}`, begun);
  const { on, value, why } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [tell, sending] = useAct(TellPlanValueDocument);
  const [correct, correcting] = useAct(CorrectPlanValueDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = told
      ? await correct({ input: { valueId: told.id, itemVersion: told.itemVersion, value, on, why } })
      : await tell({ input: { seriesId, on, value } });
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog
      title={t(told ? 'series.correctTitle' : 'series.tellTitle')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="stack">
        <p className="plan-about">{name}</p>
        {measured.cadence === 'week' ? (
          <Select
            label={t('series.when')}
            value={on}
            onChange={(next) => draft.set({ on: next })}
            error={errorOf('on')}
            options={mondays(told?.period).map((id) => ({ id, label: period(id, 'week') }))}
          />
        ) : (
          <DateField
            label={t('series.when')}
            value={on}
            onChange={(next) => draft.set({ on: next })}
            error={errorOf('on')}
          />
        )}
        <TextField
          label={t(`series.ask.${measured.unit}` as never)}
          inputMode={measured.unit === 'count' ? 'numeric' : 'text'}
          width="short"
          autoFocus
          value={value}
          onChange={(next) => draft.set({ value: next })}
          error={errorOf('value')}
          after={
            <PlanReaders
              groupId={groupId}
              ofEntryId={seriesId}
              category="measures-and-plan"
              about={[]}
              revealsPlace={false}
            />
          }
        />
        {told && (
          <TextArea
            label={t('news.field.why')}
            help={t('series.whyHelp')}
            rows={2}
            value={why}
            onChange={(next) => draft.set({ why: next })}
            error={errorOf('why')}
          />
        )}
        <Refused
          refusal={refusal}
          fields={['on', 'value', 'why']}
          {...(told ? { changed: t('series.changedMeanwhile', { value: number(told.value) }) } : {})}
        />
        <Acts>
          <Button kind="primary" isPending={sending.waiting || correcting.waiting} onPress={() => void send()}>
            {t(told ? 'save' : 'series.send')}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
