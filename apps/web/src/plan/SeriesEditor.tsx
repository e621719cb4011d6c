/** What the parties agree to follow in figures: what, in which unit, which way is better, how often, and who tells it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { NO_MARKS } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import { WritePlanEntryDocument, type PlanShownFragment } from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { MINUTE_CATEGORIES } from '../minutes/categories.js';
import { AboutInPlan } from './AboutInPlan.js';
import { ForFamily } from './ForFamily.js';
import { PlanReaders } from './PlanReaders.js';

interface EditorProps {
  readonly plan: PlanShownFragment;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const FIELDS = ['words', 'unit', 'better', 'cadence', 'ownerMemberId', 'category', 'about'];
const UNITS = ['percent', 'hours', 'count'] as const;
const BETTER = ['more', 'less'] as const;
const CADENCES = ['week', 'day'] as const;

/** What towns most often follow: how much of school somebody is at, week by week ([S1]). */
const BEGUN = {
  words: '',
  unit: 'percent',
  better: 'more',
  cadence: 'week',
  ownerMemberId: '',
  category: 'school-attendance-and-results',
  forFamily: true,
  familyWords: '',
  promisedBy: '',
  ...NO_MARKS,
};

export function SeriesEditor({ plan, onClose, onChanged }: EditorProps) {
  const { t } = useTranslation('plan');
  const draft = useDraft(`plan:${plan.groupId}:series`, BEGUN);
  const { value, set } = draft;
  const [refusal, setRefusal] = useState<Refusal>();
  const [write, { waiting }] = useAct(WritePlanEntryDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const { words, unit, better, cadence, category, about, revealsPlace, forFamily, familyWords } = value;
    const outcome = await write({
      input: {
        ...{ groupId: plan.groupId, kind: 'series', words, category, revealsPlace, about: [...about] },
        ...{ aim: '', help: '', watch: '', seen: [], measured: { unit, better, cadence } },
        ...{ forFamily, familyWords: forFamily ? familyWords : '' },
        ownerMemberId: value.ownerMemberId || null,
      },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  const { category, about, revealsPlace, forFamily } = value;
  const ownerMemberId = value.ownerMemberId || null;
  return (
    <Dialog title={t('kind.series.add')} isOpen onOpenChange={(open) => !open && onClose()} place="side">
      <div className="stack">
        <TextArea
          label={t('kind.series.words')}
          help={t('series.help')}
          rows={2}
          value={value.words}
          onChange={(words) => set({ words })}
          error={errorOf('words')}
          after={
            <PlanReaders groupId={plan.groupId} {...{ category, about, revealsPlace, ownerMemberId, forFamily }} />
          }
        />
        <Select
          label={t('field.category')}
          help={t('field.categoryHelp')}
          value={category}
          onChange={(next) => set({ category: next })}
          error={errorOf('category')}
          options={MINUTE_CATEGORIES.map((id) => ({ id, label: t(`minutes:category.${id}`) }))}
        />
        <Choices
          label={t('series.unitIs')}
          value={value.unit}
          onChange={(unit) => set({ unit })}
          error={errorOf('unit')}
          choices={UNITS.map((id) => ({ id, label: t(`series.unit.${id}`) }))}
        />
        <Choices
          label={t('series.betterIs')}
          value={value.better}
          onChange={(better) => set({ better })}
          error={errorOf('better')}
          choices={BETTER.map((id) => ({ id, label: t(`series.better.${id}`) }))}
        />
        <Choices
          label={t('series.cadenceIs')}
          value={value.cadence}
          onChange={(cadence) => set({ cadence })}
          error={errorOf('cadence')}
          choices={CADENCES.map((id) => ({ id, label: t(`series.told.${id}`) }))}
        />
        <Select
          label={t('series.teller')}
          value={value.ownerMemberId}
          onChange={(next) => set({ ownerMemberId: next })}
          error={errorOf('ownerMemberId')}
          options={plan.seats.map(({ memberId, name, unitName }) => ({ id: memberId, label: name, help: unitName }))}
        />
        <ForFamily
          family={plan.family}
          canPromise={false}
          isProposed={false}
          {...{ value, category }}
          onChange={set}
          errorOf={errorOf}
        />
        <AboutInPlan groupId={plan.groupId} category={category} value={value} onChange={set} error={errorOf('about')} />
        <Refused refusal={refusal} fields={FIELDS} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('later')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
