/** A measure at a place: what, by whom, until when. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { WatchedText } from '../finding/WatchedText.js';
import { AddAreaMeasureDocument, type ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import { MoveWords } from './MoveWords.js';
import { Readers } from './Readers.js';
import { toldFindings } from '../finding/told-findings.js';

export interface AddMeasureProps {
  readonly week: ShownAreaWeekFragment;
  readonly places: readonly string[];
  readonly place: string | null;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export function AddMeasure({ week, places, place: chosen, onClose, onChanged }: AddMeasureProps) {
  const { t } = useTranslation('area');
  const named = useNamed();
  const draft = useDraft(`area-measure:${week.groupId}:${chosen ?? ''}`, {
    place: chosen ?? '',
    phenomenon: '',
    words: '',
    ownerStaffId: '',
    dueOn: '',
    noPerson: [] as readonly string[],
  });
  const { place, phenomenon, words: what, ownerStaffId, dueOn, noPerson } = draft.value;
  const [refused, setRefused] = useState<{ refusal: Refusal; words: string }>();
  const [add, { waiting }] = useAct(AddAreaMeasureDocument);
  const errorOf = (field: string) => refused?.refusal.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const { refusal } = await add({
      input: {
        groupId: week.groupId,
        place,
        phenomenon: phenomenon === '' ? null : phenomenon,
        what,
        ownerStaffId: ownerStaffId === '' ? NOBODY : ownerStaffId,
        dueOn,
        noPerson: [...noPerson],
      },
    });
    if (refusal) return setRefused({ refusal, words: what.trim() });
    draft.drop();
    toast(t('measures.added'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('measures.add')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        {week.sketch ? (
          <Select
            label={t('tell.place')}
            value={place}
            onChange={(next) => draft.set({ place: next })}
            error={errorOf('place')}
            options={week.sketch.places
              .filter(({ retired }) => !retired)
              .map(({ slug, name }) => ({ id: slug, label: name }))
              .toSorted((a, b) => a.label.localeCompare(b.label, 'sv'))}
          />
        ) : (
          <TextField
            label={t('tell.place')}
            value={place}
            onChange={(next) => draft.set({ place: next })}
            error={errorOf('place')}
            maxLength={60}
          />
        )}
        <Select
          label={t('measures.against')}
          optional
          value={phenomenon}
          onChange={(next) => draft.set({ phenomenon: next })}
          error={errorOf('phenomenon')}
          options={week.phenomena.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, label: named(name) }))}
        />
        <WatchedText
          label={t('measures.what')}
          help={t('measures.whatHelp')}
          value={what}
          onChange={(next) => draft.set({ words: next })}
          places={places}
          noPerson={noPerson}
          onNoPerson={(next) => draft.set({ noPerson: next })}
          error={errorOf('what')}
          told={refused && { text: refused.words, findings: toldFindings(refused.refusal, 'what', refused.words) }}
          maxLength={400}
          after={<Readers members={week.members} />}
          ways={
            <MoveWords
              words={what}
              inCoordinatorsHouse={week.own}
              coordinatorName={week.coordinatorName}
              onMove={() => draft.set({ words: '' })}
            />
          }
        />
        <Select
          label={t('measures.owner')}
          value={ownerStaffId}
          onChange={(next) => draft.set({ ownerStaffId: next })}
          error={errorOf('ownerStaffId')}
          options={week.members.map(({ staffId, name, branchName }) => ({
            id: staffId,
            label: name,
            help: branchName,
          }))}
        />
        <DateField
          label={t('measures.dueLabel')}
          value={dueOn}
          onChange={(next) => draft.set({ dueOn: next })}
          error={errorOf('dueOn')}
        />
        <Refused refusal={refused?.refusal} fields={['place', 'phenomenon', 'what', 'ownerStaffId', 'dueOn']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('measures.addSend')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}

/** No member has it: the server says at the field that somebody is to be chosen. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
