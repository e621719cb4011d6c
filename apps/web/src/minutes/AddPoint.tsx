/** A point, news or good news for the meeting: who will get it stands under the words, before anyone sends it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea, TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { NO_MARKS } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import { AddMeetingPointDocument } from '../graphql/generated/minutes/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { AboutOthers } from './AboutOthers.js';
import { MINUTE_CATEGORIES } from './categories.js';

interface AddPointProps {
  readonly hubId: string;
  readonly kind: 'own' | 'news' | 'good-news';
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function AddPoint({ hubId, kind, onClose, onChanged }: AddPointProps) {
  const { t } = useTranslation('minutes');
  // Who will get the words comes back with them.
  const draft = useDraft(`point:${hubId}:${kind}`, {
    text: '',
    category: kind === 'own' ? 'measures-and-plan' : 'home-and-family',
    ...NO_MARKS,
    minutes: '10',
    audience: 'everyone',
  });
  const { text, category, about, revealsPlace, minutes, audience } = draft.value;
  const { set } = draft;
  const [refusal, setRefusal] = useState<Refusal>();
  const [add, { waiting }] = useAct(AddMeetingPointDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await add({
      input: {
        ...{ hubId, kind, text, category, minutes: kind === 'own' ? Number(minutes) || 0 : 0, audience },
        ...{ about: [...about], revealsPlace },
      },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t(`add.${kind}`)} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <TextArea
          label={t('add.words')}
          rows={3}
          value={text}
          onChange={(next) => set({ text: next })}
          error={errorOf('text')}
          after={<TableReaders outside hubId={hubId} category={category} about={about} revealsPlace={revealsPlace} />}
        />
        <Select
          label={t('add.category')}
          value={category}
          onChange={(next) => set({ category: next })}
          error={errorOf('category')}
          options={MINUTE_CATEGORIES.map((id) => ({ id, label: t(`category.${id}`) }))}
        />
        <AboutOthers hubId={hubId} category={category} value={draft.value} onChange={set} error={errorOf('about')} />
        {kind === 'own' && (
          <>
            <TextField
              label={t('add.minutes')}
              inputMode="numeric"
              width="short"
              value={minutes}
              onChange={(next) => set({ minutes: next })}
              error={errorOf('minutes')}
            />
            <Choices
              label={t('add.audience')}
              value={audience}
              onChange={(next) => set({ audience: next })}
              choices={[
                { id: 'everyone', label: t('group:with.everyone') },
                { id: 'professionals', label: t('group:with.professionals') },
              ]}
            />
          </>
        )}
        <Refused refusal={refusal} fields={['text', 'category', 'about', 'minutes']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('add.send')}
          </Button>
          <Button onPress={onClose}>{t('group:cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
