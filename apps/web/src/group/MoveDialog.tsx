/** What can be done beside the steps: wait, rest, follow the young person elsewhere, go on again; each with its reason. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FREE_MOVES, reasonsFrom, type GroupStanding } from '#domain/group/group-states.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { MoveGroupDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { CalledOffMeetings } from './CalledOffMeetings.js';
import { useChangedMeanwhile } from './meanwhile.js';

/** After these it does not meet any more, or not for now. */
const STOPS = ['pause', 'place', 'move'];

/** Why, for each thing that can be done; empty for what stands elsewhere on the page. */
const reasonsFor = (standing: string, move: string): readonly string[] => {
  const free = FREE_MOVES.find((one) => one === move);
  return free ? reasonsFrom(standing as GroupStanding, free) : [];
};

export interface MoveDialogProps {
  readonly group: ShownGroupFragment;
  readonly move: string | null;
  readonly onMove: (move: string | null) => void;
  readonly onChanged: () => void;
}

export function MoveDialog({ group, move, onMove, onChanged }: MoveDialogProps) {
  const { t } = useTranslation('group');
  const moves = group.moves.filter((one) => reasonsFor(group.standing, one).length > 0);
  return (
    <>
      <div className="row gap-2">
        {moves.map((one) => (
          <Button key={one} size="small" onPress={() => onMove(one)}>
            {t(`move.${one}` as never)}
          </Button>
        ))}
      </div>
      {move && <Moving key={move} {...{ group, move, onMove, onChanged }} move={move} />}
    </>
  );
}

function Moving({ group, move, onMove, onChanged }: MoveDialogProps & { readonly move: string }) {
  const { t } = useTranslation('group');
  const [act, { waiting }] = useAct(MoveGroupDocument);
  const reasons = reasonsFor(group.standing, move);
  const draft = useDraft(`group-move:${group.id}:${move}`, {
    reason: reasons.length === 1 ? (reasons[0] ?? '') : '',
    words: '',
  });
  const { reason, words } = draft.value;
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await act({ input: { groupId: group.id, version: group.version, move, reason, words } });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('move.done'));
    onMove(null);
    onChanged();
  };
  return (
    <Dialog title={t(`move.${move}` as never)} isOpen onOpenChange={(open) => !open && onMove(null)}>
      <div className="stack">
        <Select
          label={t('reason.label')}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          error={errorOf('reason')}
          options={reasons.map((id) => ({ id, label: t(`reason.${id}` as never) }))}
        />
        {group.form.level === 'persons' && (
          <TextArea
            label={t('step.words')}
            optional
            rows={3}
            value={words}
            onChange={(next) => draft.set({ words: next })}
            error={errorOf('words')}
          />
        )}
        {group.standing === 'active' && STOPS.includes(move) && <CalledOffMeetings group={group} />}
        {group.standing === 'moved' && <p className="muted">{t('move.takesBackOffer')}</p>}
        <Refused refusal={refusal} fields={['reason', 'words']} changed={changed} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('move.send')}
          </Button>
          <Button onPress={() => onMove(null)}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
