/**
 * Something told between meetings, in a minute and from where one stands: the words first, and beneath them who will get it. What
 * is put right says why; where somebody else was first both texts stand side by side.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { DraftClash } from '../elements/form/DraftClash.js';
import type { Standing } from '../elements/form/lay-together.js';
import { useDraftOver } from '../elements/form/use-draft.js';
import { NO_MARKS, type Marks } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import {
  CorrectPlanNewsDocument,
  WritePlanNewsDocument,
  type HappeningShownFragment,
} from '../graphql/generated/plan/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { MINUTE_CATEGORIES } from '../minutes/categories.js';
import { AboutInPlan } from './AboutInPlan.js';
import { PlanReaders } from './PlanReaders.js';

export interface EditingNews {
  /** good-news or news. */
  readonly kind: string;
  /** What is put right; null for something new. */
  readonly said: HappeningShownFragment | null;
}

interface EditorProps {
  readonly groupId: string;
  readonly editing: EditingNews;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

type Said = EditingNews['said'];

const marksOf = (said: Said): Marks =>
  said?.said ? { about: said.said.about, revealsPlace: said.said.revealsPlace } : NO_MARKS;

const writtenIn = (said: Said) => ({
  words: said?.said?.text ?? '',
  category: said?.said?.category ?? 'measures-and-plan',
  ...marksOf(said),
  why: '',
});

type Written = ReturnType<typeof writtenIn>;

const standing = (said: Said): Standing<Written> => ({
  version: String(said?.said?.version ?? ''),
  values: writtenIn(said),
});

const FIELDS = ['words', 'category', 'about', 'why'];
/** As the api counts: longer than this is minutes, a picture or a measure. */
const LONGEST = 500;

export function NewsEditor({ groupId, editing, onClose, onChanged }: EditorProps) {
  const { t } = useTranslation('plan');
  const { kind, said } = editing;
  const stands = standing(said);
  const draft = useDraftOver(`news:${groupId}:${said?.id ?? kind}`, stands);
  const { value, set } = draft;
  const { words, category, about, revealsPlace, why } = value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [write, writing] = useAct(WritePlanNewsDocument);
  const [correct, correcting] = useAct(CorrectPlanNewsDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const marks = { about: [...about], revealsPlace };
    const outcome = said
      ? await correct({ input: { newsId: said.id, itemVersion: Number(draft.base.version), words, why, ...marks } })
      : await write({ input: { groupId, kind, words, category, ...marks } });
    // Somebody else was first: what they wrote comes in, and both stand there.
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  const read = (field: keyof Written, values: Written) => ({
    label: field === 'revealsPlace' ? t('elements:saidAbout.place') : t(`news.field.${field}` as never),
    words:
      field === 'revealsPlace'
        ? t(values.revealsPlace ? 'elements:form.clash.yes' : 'elements:form.clash.no')
        : String(values[field]),
  });
  return (
    <Dialog
      title={t(said ? 'news.correctTitle' : (`news.${kind}.add` as never))}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      {said && draft.clashing.length > 0 ? (
        <DraftClash
          laid={draft}
          stands={stands}
          read={read}
          texts={['words']}
          you={t('you')}
          by={{ writer: said.corrected?.byName ?? said.byName, at: said.corrected?.at ?? said.at }}
          onSettle={(chosen) => {
            draft.settle(chosen);
            setRefusal(undefined);
          }}
        />
      ) : (
        <div className="stack">
          <TextArea
            label={t(said ? 'news.field.words' : (`news.${kind}.words` as never))}
            rows={3}
            autoFocus
            value={words}
            onChange={(next) => set({ words: next })}
            error={errorOf('words')}
            after={
              <>
                {words.length > LONGEST - 100 && (
                  <p className="small muted" aria-live="polite">
                    {t('news.left', { count: LONGEST - words.length })}
                  </p>
                )}
                <PlanReaders newsId={said?.id ?? null} {...{ groupId, category, about, revealsPlace }} />
              </>
            }
          />
          {said ? (
            <TextArea
              label={t('news.field.why')}
              rows={2}
              value={why}
              onChange={(next) => set({ why: next })}
              error={errorOf('why')}
            />
          ) : (
            <Select
              label={t('field.category')}
              help={t('field.categoryHelp')}
              value={category}
              onChange={(next) => set({ category: next })}
              error={errorOf('category')}
              options={MINUTE_CATEGORIES.map((id) => ({ id, label: t(`minutes:category.${id}`) }))}
            />
          )}
          <AboutInPlan
            groupId={groupId}
            category={category}
            value={value}
            fixed={marksOf(said)}
            onChange={set}
            error={errorOf('about')}
          />
          <Refused refusal={refusal} fields={FIELDS} />
          <Acts>
            <Button kind="primary" isPending={writing.waiting || correcting.waiting} onPress={() => void send()}>
              {t(said ? 'save' : 'news.send')}
            </Button>
            <Button onPress={onClose}>{t('later')}</Button>
          </Acts>
        </div>
      )}
    </Dialog>
  );
}
