/**
 * One line being written. What is typed stays through a refusal, a lost network and another page; where somebody else was
 * first both texts stand side by side and a person chooses.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Conflict } from '../elements/Conflict.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { dropDraft, findDraft, keepDraft, stoodInDraft } from '../elements/form/drafts.js';
import { Refused } from '../elements/Refused.js';
import { WriteMinutesDocument, type MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { AboutOthers } from './AboutOthers.js';
import { MINUTE_CATEGORIES } from './categories.js';
import { useMyPen } from './use-pens.js';

interface Draft {
  readonly text: string;
  readonly category: string;
  readonly about: readonly string[];
  readonly revealsPlace: boolean;
  readonly reason: string;
}

interface LineEditorProps {
  readonly meeting: MeetingShownFragment;
  readonly pointId: string;
  readonly line: MeetingShownFragment['lines'][number] | null;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function LineEditor({ meeting, pointId, line, onClose, onChanged }: LineEditorProps) {
  const { t } = useTranslation('minutes');
  const name = `minutes:${meeting.hubId}:${line?.id ?? pointId}`;
  // What somebody has marked goes on being marked; the kind alone marks only what is of that kind.
  const stands = {
    about: [],
    revealsPlace: (line?.said.revealsPlace ?? false) && line?.said.category !== 'whereabouts',
  };
  const [start] = useState<Draft>({
    text: line?.said.text ?? '',
    category: line?.said.category ?? 'measures-and-plan',
    about: line?.said.about ?? [],
    revealsPlace: stands.revealsPlace,
    reason: '',
  });
  const [value, setValue] = useState<Draft>({ ...start, ...findDraft<Partial<Draft>>(name) });
  // The version before one's eyes when one began: the page may have got a newer one since.
  const [base, setBase] = useState({ version: line?.itemVersion ?? null, text: line?.said.text ?? '' });
  const [refusal, setRefusal] = useState<Refusal>();
  const [write, { waiting }] = useAct(WriteMinutesDocument);
  const showPen = useMyPen(meeting.hubId, pointId);
  const fixed = meeting.minutesState === 'fixed';
  const clash = line !== null && line.itemVersion !== base.version && line.said.text !== value.text;
  const set = (part: Partial<Draft>) => {
    const next = { ...value, ...part };
    setValue(next);
    keepDraft(name, next, start);
  };
  const errorOf = (field: string) =>
    refusal?.fields.find((one) => one.field === field || one.field === `lines.0.${field}`)?.sentence;
  const send = async (remove = false) => {
    const outcome = await write({
      input: {
        hubId: meeting.hubId,
        reason: fixed ? value.reason : null,
        lines: [
          {
            lineId: line?.id ?? null,
            pointId,
            category: value.category,
            text: value.text,
            about: [...value.about],
            revealsPlace: value.revealsPlace,
            expectedVersion: base.version,
            remove,
          },
        ],
      },
    });
    // Somebody else was first: what they wrote comes in, and both stand there.
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    dropDraft(name);
    onClose();
    onChanged();
  };
  if (clash && line)
    return (
      <Conflict
        mine={{ text: value.text, writer: t('lines.you') }}
        theirs={{ text: line.said.text, writer: line.wordsByName, at: line.wordsAt }}
        onSettle={(text) => {
          set({ text });
          stoodInDraft(name, { text: line.said.text });
          setBase({ version: line.itemVersion, text: line.said.text });
          setRefusal(undefined);
        }}
      />
    );
  return (
    <div className="minutes-editor stack gap-3">
      <TextArea
        label={t('lines.words')}
        rows={4}
        autoFocus
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
        fixed={stands}
        onChange={(marks) => set(marks)}
        error={errorOf('about')}
      />
      {fixed && (
        <TextArea
          label={t('lines.reason')}
          help={t('lines.reasonHelp')}
          rows={2}
          value={value.reason}
          onChange={(reason) => set({ reason })}
          error={errorOf('reason')}
        />
      )}
      <Refused refusal={refusal} fields={['text', 'category', 'about', 'reason']} />
      <div className="row gap-2">
        <Button kind="primary" isPending={waiting} onPress={() => void send()}>
          {t(fixed ? 'lines.amend' : 'lines.save')}
        </Button>
        <Button onPress={onClose}>{t('lines.later')}</Button>
        {line && (
          <Button kind="quiet" onPress={() => void send(true)}>
            {t('lines.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
