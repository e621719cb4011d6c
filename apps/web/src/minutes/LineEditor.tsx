/**
 * One line being written. What is typed stays through a refusal, a lost network and another page; where somebody else was
 * first both texts stand side by side and a person chooses.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { DraftClash } from '../elements/form/DraftClash.js';
import { beginWritten } from '../elements/form/drafts.js';
import type { Standing } from '../elements/form/lay-together.js';
import { useDraftOver } from '../elements/form/use-draft.js';
import { NO_MARKS, type Marks } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import { WriteMinutesDocument, type MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { AboutOthers } from './AboutOthers.js';
import { MINUTE_CATEGORIES } from './categories.js';
import { useMyPen } from './use-pens.js';

export interface LineWritten {
  /** Under which point, so that it is found again where its line has gone. */
  readonly pointId: string;
  readonly text: string;
  readonly category: string;
  readonly about: readonly string[];
  readonly revealsPlace: boolean;
  readonly reason: string;
  /** Absent in a draft that was begun before it could be said. */
  readonly reasonMarks?: Marks;
}

type Line = MeetingShownFragment['lines'][number];

export const lineDraft = (hubId: string, id = ''): string => `minutes:${hubId}:${id}`;

interface LineEditorProps {
  readonly meeting: MeetingShownFragment;
  readonly pointId: string;
  readonly line: Line | null;
  /** The line that one wrote in and that has gone since: what was written is there to be a line of its own. */
  readonly gone?: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Of which kind the reasons of an amendment are. */
const OF_REASON = 'measures-and-plan';

// What somebody has marked goes on being marked; the kind alone marks only what is of that kind.
const standsIn = (line: Line | null) => ({
  about: [],
  revealsPlace: (line?.said.revealsPlace ?? false) && line?.said.category !== 'whereabouts',
});

const standing = (line: Line | null, pointId: string): Standing<LineWritten> => ({
  version: String(line?.itemVersion ?? ''),
  values: {
    pointId,
    text: line?.said.text ?? '',
    category: line?.said.category ?? 'measures-and-plan',
    about: line?.said.about ?? [],
    revealsPlace: standsIn(line).revealsPlace,
    reason: '',
    reasonMarks: NO_MARKS,
  },
});

export function LineEditor({ meeting, pointId, line, gone, onClose, onChanged }: LineEditorProps) {
  const { t } = useTranslation('minutes');
  const name = lineDraft(meeting.hubId, gone ?? line?.id ?? pointId);
  const fresh = standing(line, pointId);
  const stands = gone === undefined ? fresh : beginWritten(name, fresh).base;
  const draft = useDraftOver(name, stands);
  const { value, set } = draft;
  const [refusal, setRefusal] = useState<Refusal>();
  const [write, { waiting }] = useAct(WriteMinutesDocument);
  const { category, about, revealsPlace } = value;
  const showPen = useMyPen({ hubId: meeting.hubId, pointId, category, about, revealsPlace });
  const fixed = meeting.minutesState === 'fixed';
  // Why a line is amended shows no less than the line, and is about no fewer.
  const ofReason = value.reasonMarks ?? NO_MARKS;
  const reasonFixed: Marks = {
    about: value.about,
    revealsPlace: value.revealsPlace || value.category === 'whereabouts',
  };
  const reasonMarks: Marks = {
    about: [...new Set([...reasonFixed.about, ...ofReason.about])],
    revealsPlace: reasonFixed.revealsPlace || ofReason.revealsPlace,
  };
  const errorOf = (field: string) =>
    refusal?.fields.find((one) => one.field === field || one.field === `lines.0.${field}`)?.sentence;
  const send = async (remove = false) => {
    const outcome = await write({
      input: {
        hubId: meeting.hubId,
        reason: fixed ? value.reason : null,
        reasonAbout: fixed ? [...reasonMarks.about] : [],
        reasonRevealsPlace: fixed && reasonMarks.revealsPlace,
        lines: [
          {
            lineId: line?.id ?? null,
            pointId,
            category: value.category,
            text: value.text,
            about: [...value.about],
            revealsPlace: value.revealsPlace,
            expectedVersion: line && Number(draft.base.version),
            remove,
          },
        ],
      },
    });
    // Somebody else was first: what they wrote comes in, and both stand there.
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  const throwAway = () => {
    draft.drop();
    onClose();
  };
  const read = (field: keyof LineWritten, values: LineWritten) => {
    if (field === 'category') return { label: t('add.category'), words: t(`category.${values.category}` as never) };
    if (field === 'revealsPlace')
      return {
        label: t('elements:saidAbout.place'),
        words: t(values.revealsPlace ? 'elements:form.clash.yes' : 'elements:form.clash.no'),
      };
    return { label: t(field === 'reason' ? 'lines.reason' : 'lines.words'), words: String(values[field]) };
  };
  if (line && draft.clashing.length > 0)
    return (
      <DraftClash
        laid={draft}
        stands={stands}
        read={read}
        texts={['text']}
        you={t('lines.you')}
        by={{ writer: line.wordsByName, at: line.wordsAt }}
        onSettle={(chosen) => {
          draft.settle(chosen);
          setRefusal(undefined);
        }}
      />
    );
  return (
    <div className="minutes-editor stack gap-3">
      {gone !== undefined && (
        <p className="note" role="status">
          {t('lines.gone')}
        </p>
      )}
      <TextArea
        label={t('lines.words')}
        rows={4}
        autoFocus={gone === undefined}
        value={value.text}
        onChange={(text) => {
          showPen();
          set({ text });
        }}
        error={errorOf('text')}
        after={
          <TableReaders
            outside
            hubId={meeting.hubId}
            pointId={pointId}
            category={value.category}
            about={value.about}
            revealsPlace={value.revealsPlace}
            itemId={meeting.minutesState === 'fixed' ? null : (line?.said.itemId ?? null)}
          />
        }
      />
      <Select
        label={t('add.category')}
        value={value.category}
        onChange={(category) => set({ category })}
        error={errorOf('category')}
        options={MINUTE_CATEGORIES.map((id) => ({ id, label: t(`category.${id}`) }))}
      />
      <AboutOthers
        hubId={meeting.hubId}
        category={value.category}
        value={value}
        fixed={standsIn(line)}
        onChange={(marks) => set(marks)}
        error={errorOf('about')}
      />
      {fixed && (
        <>
          <TextArea
            label={t('lines.reason')}
            help={t('lines.reasonHelp')}
            rows={2}
            value={value.reason}
            onChange={(reason) => set({ reason })}
            error={errorOf('reason')}
            after={
              <TableReaders outside hubId={meeting.hubId} pointId={pointId} category={OF_REASON} {...reasonMarks} />
            }
          />
          <AboutOthers
            hubId={meeting.hubId}
            category={OF_REASON}
            value={reasonMarks}
            fixed={reasonFixed}
            onChange={(marks) => set({ reasonMarks: marks })}
            error={errorOf('reasonAbout')}
          />
        </>
      )}
      <Refused refusal={refusal} fields={['text', 'category', 'about', 'reason', 'reasonAbout']} />
      <div className="row gap-2">
        <Button kind="primary" isPending={waiting} onPress={() => void send()}>
          {t(fixed ? 'lines.amend' : 'lines.save')}
        </Button>
        {gone === undefined ? (
          <Button onPress={onClose}>{t('lines.later')}</Button>
        ) : (
          <Button onPress={throwAway}>{t('lines.throwAway')}</Button>
        )}
        {line && (
          <Button kind="quiet" onPress={() => void send(true)}>
            {t('lines.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
