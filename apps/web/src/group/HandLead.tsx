/** Giving a group another leader, and saying that it has none when whoever led it has left. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import {
  HandGroupLeadDocument,
  PossibleLeadersDocument,
  type ShownGroupFragment,
} from '../graphql/generated/group/graphql.js';
import { isConflict, refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useChangedMeanwhile } from './meanwhile.js';

interface OfGroup {
  readonly group: ShownGroupFragment;
  readonly onChanged: () => void;
}

export function HandLead({ group, onChanged }: OfGroup) {
  const { t } = useTranslation('group');
  const [handing, setHanding] = useState(false);
  if (!group.mayLead || group.standing === 'followed-up') return null;
  return (
    <>
      {group.leaderLeft ? (
        <div className="note late" role="status">
          <div className="stack gap-2">
            <p>{t('lead.left', { name: group.coordinatorName })}</p>
            <div>
              <Button kind="primary" size="small" onPress={() => setHanding(true)}>
                {t('lead.hand')}
              </Button>
            </div>
          </div>
        </div>
      ) : (
        <div>
          <Button kind="quiet" size="small" onPress={() => setHanding(true)}>
            {t('lead.hand')}
          </Button>
        </div>
      )}
      {handing && <Handing group={group} onChanged={onChanged} onClose={() => setHanding(false)} />}
    </>
  );
}

function Handing({ group, onChanged, onClose }: OfGroup & { readonly onClose: () => void }) {
  const { t } = useTranslation('group');
  const [{ data, error }, again] = useQuery({
    query: PossibleLeadersDocument,
    variables: { groupId: group.id },
    requestPolicy: 'network-only',
  });
  const [hand, { waiting }] = useAct(HandGroupLeadDocument);
  const draft = useDraft(`group-lead:${group.id}`, { to: '' });
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const possible = data?.possibleLeaders ?? [];
  const to = possible.some(({ staffId }) => staffId === draft.value.to) ? draft.value.to : '';
  const send = async () => {
    const outcome = await hand({ input: { groupId: group.id, version: group.version, toStaffId: to } });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('lead.done'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('lead.hand')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
        {!data && !error && <Waiting lines={3} />}
        {data && possible.length === 0 && <p>{t('lead.nobody')}</p>}
        {possible.length > 0 && (
          <>
            <p>{t('lead.words')}</p>
            <Select
              label={t('lead.to')}
              value={to}
              onChange={(next) => draft.set({ to: next })}
              error={refusal?.fields.find(({ field }) => field === 'toStaffId')?.sentence}
              options={possible.map(({ staffId, name, unitName }) => ({ id: staffId, label: name, help: unitName }))}
            />
          </>
        )}
        <Refused refusal={refusal} fields={['toStaffId']} changed={changed} />
        <Acts>
          {possible.length > 0 && (
            <Button kind="primary" isPending={waiting} isDisabled={to === ''} onPress={() => void send()}>
              {t('lead.send')}
            </Button>
          )}
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
