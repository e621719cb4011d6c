/** Calling the meeting off from its board; a hub's colour stands, so why it is called off is asked for. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Refused } from '../elements/Refused.js';
import { TextArea } from '../elements/fields/TextField.js';
import { callOffDraft, useDraft } from '../elements/form/use-draft.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { MoveMeetingDocument } from '../graphql/generated/meeting/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useBoard } from './use-board.js';

export function CallOff({ hub }: { readonly hub: HubViewFragment }) {
  const { t } = useTranslation('meeting');
  const { actNow, hubId } = useBoard();
  const { value, set, drop } = useDraft(callOffDraft(hubId), { reasons: '' });
  const { reasons } = value;
  const [refusal, setRefusal] = useState<Refusal>();
  const joint = hub.kind === 'joint';
  const title = t(joint ? 'leader.callOffJoint' : 'leader.callOff');
  const send = async (close: () => void) => {
    const outcome = await actNow(MoveMeetingDocument, { step: 'call-off', reasons });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    drop();
    close();
  };
  return (
    <Dialog title={title} trigger={<Button kind="quiet">{title}</Button>}>
      {(close) => (
        <div className="stack gap-4">
          <p>{t(joint ? 'leader.callOffJointWords' : 'leader.callOffWords')}</p>
          {!joint && (
            <TextArea
              label={t('leader.callOffReasons')}
              help={t('leader.callOffReasonsHelp')}
              rows={3}
              value={reasons}
              onChange={(next) => set({ reasons: next })}
              error={refusal?.fields.find(({ field }) => field === 'reasons')?.sentence}
            />
          )}
          {refusal?.code === 'NETWORK' ? (
            <p role="alert">{t('notNow')}</p>
          ) : (
            <Refused refusal={refusal} fields={joint ? [] : ['reasons']} />
          )}
          <Acts>
            <Button kind="danger" onPress={() => void send(close)}>
              {title}
            </Button>
          </Acts>
        </div>
      )}
    </Dialog>
  );
}

/** Why the hub does not meet, for whoever comes to its board and may read it. */
export function CalledOff() {
  const { t } = useTranslation('meeting');
  const { board, items } = useBoard();
  if (board.state !== 'called-off' || board.callOffReasons === null) return null;
  const item = items.get(board.callOffReasons);
  return (
    <div className="leader">
      <p>
        <strong>{t('leader.calledOff')}</strong>
      </p>
      <p>{item?.text ?? t('closed', { ground: item?.ground ?? '' })}</p>
    </div>
  );
}
