/** A new place in a group: only those whom the ground reaches can be chosen; the others stand there with why. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import { ComboBox, Select } from '../elements/fields/pick.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import {
  AddGroupMemberDocument,
  GroupSeatsDocument,
  type ShownGroupFragment,
} from '../graphql/generated/group/graphql.js';
import { isConflict, refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

const MANDATES = ['decides', 'speaks', 'listens'] as const;
const NOBODY = 'nobody';

export function AddMember(props: { group: ShownGroupFragment; onClose: () => void; onChanged: () => void }) {
  const { group, onClose, onChanged } = props;
  const { t } = useTranslation('group');
  const [{ data, error }, again] = useQuery({ query: GroupSeatsDocument, variables: { groupId: group.id } });
  const [add, { waiting }] = useAct(AddGroupMemberDocument);
  const [who, setWho] = useState('');
  const [mandate, setMandate] = useState<string>('speaks');
  const [deputyFor, setDeputyFor] = useState(NOBODY);
  const [wished, setWished] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const here = group.members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
  const seats = (data?.groupSeats ?? []).filter(
    ({ maySit, staffId }) => maySit && !here.some((one) => one.staffId === staffId),
  );
  const send = async () => {
    const [staffId = '', unitId = ''] = who.split(' ');
    const seat = { staffId, unitId, mandate, wished, deputyForStaffId: deputyFor === NOBODY ? null : deputyFor };
    const outcome = await add({ input: { groupId: group.id, version: group.version, seat } });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    toast(t('members.added'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('members.add')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
        {!data && !error && <Waiting lines={3} />}
        {data && (
          <>
            <ComboBox
              label={t('members.who')}
              help={t('members.whoHelp')}
              value={who}
              onChange={setWho}
              options={seats.map((one) => ({
                id: `${one.staffId} ${one.unitId}`,
                label: one.name,
                help: `${one.unitName}, ${one.branchName}`,
              }))}
            />
            <Select
              label={t('mandate.label')}
              value={mandate}
              onChange={setMandate}
              options={MANDATES.map((id) => ({ id, label: t(`mandate.${id}`) }))}
            />
            {group.form.level === 'persons' && (
              <Checkbox label={t('members.wishedLabel')} value={wished} onChange={setWished} />
            )}
            <Select
              label={t('members.standsInFor')}
              value={deputyFor}
              onChange={setDeputyFor}
              options={[
                { id: NOBODY, label: t('members.nobody') },
                ...here.map(({ staffId, name }) => ({ id: staffId, label: name })),
              ]}
            />
          </>
        )}
        <Refused refusal={refusal} changed={t('form.changedMeanwhile')} />
        <Acts>
          <Button kind="primary" isPending={waiting} isDisabled={who === ''} onPress={() => void send()}>
            {t('members.add')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
