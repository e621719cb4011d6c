/** What came of a measure: done or dropped, in words that name nobody. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Choices } from '../elements/fields/choices.js';
import { useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { WatchedText } from '../finding/WatchedText.js';
import { EndAreaMeasureDocument, type ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { MoveWords } from './MoveWords.js';
import { Readers } from './Readers.js';
import { toldFindings } from '../finding/told-findings.js';

export interface EndMeasureProps {
  readonly measure: ShownAreaWeekFragment['measures'][number];
  readonly week: ShownAreaWeekFragment;
  readonly places: readonly string[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function EndMeasure({ measure, week, places, onClose, onChanged }: EndMeasureProps) {
  const { t } = useTranslation('area');
  const draft = useDraft(`area-measure-end:${week.groupId}:${measure.id}`, {
    state: 'done',
    words: '',
    noPerson: [] as readonly string[],
  });
  const { state, words: result, noPerson } = draft.value;
  const [refused, setRefused] = useState<{ refusal: Refusal; words: string }>();
  const [end, { waiting }] = useAct(EndAreaMeasureDocument);
  const errorOf = (field: string) => refused?.refusal.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const { refusal } = await end({
      input: { measureId: measure.id, version: measure.version, state, result, noPerson: [...noPerson] },
    });
    if (isConflict(refusal)) onChanged();
    if (refusal) return setRefused({ refusal, words: result.trim() });
    draft.drop();
    toast(t('measures.ended'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('measures.endTitle')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <p>{measure.what}</p>
        <Choices
          label={t('measures.how')}
          value={state}
          onChange={(next) => draft.set({ state: next })}
          across
          choices={[
            { id: 'done', label: t('measures.state.done') },
            { id: 'dropped', label: t('measures.state.dropped') },
          ]}
        />
        <WatchedText
          label={t('measures.resultLabel')}
          help={t('measures.resultHelp')}
          value={result}
          onChange={(next) => draft.set({ words: next })}
          places={places}
          noPerson={noPerson}
          onNoPerson={(next) => draft.set({ noPerson: next })}
          error={errorOf('result')}
          told={refused && { text: refused.words, findings: toldFindings(refused.refusal, 'result', refused.words) }}
          maxLength={400}
          after={<Readers members={week.members} />}
          ways={
            <MoveWords
              words={result}
              inCoordinatorsHouse={week.own}
              coordinatorName={week.coordinatorName}
              onMove={() => draft.set({ words: '' })}
            />
          }
        />
        <Refused refusal={refused?.refusal} fields={['result']} changed={t('measures.changedMeanwhile')} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('measures.endSend')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
