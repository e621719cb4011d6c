/** A new place in a group: only those whom the ground reaches can be chosen; the others stand there with why. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import { ComboBox, Select } from '../elements/fields/pick.js';
import { useDraft } from '../elements/form/use-draft.js';
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
import { useChangedMeanwhile } from './meanwhile.js';

const MANDATES = ['decides', 'speaks', 'listens'] as const;
const NOBODY = 'nobody';

export function AddMember(props: { group: ShownGroupFragment; onClose: () => void; onChanged: () => void }) {
  const { group, onClose, onChanged } = props;
  const { t } = useTranslation('group');
  const [{ data, error }, again] = useQuery({ query: GroupSeatsDocument, variables: { groupId: group.id } });
  const [add, { waiting }] = useAct(AddGroupMemberDocument);
  const draft = useDraft(`group-member:${group.id}`, {
    who: '',
    mandate: 'speaks',
    deputyFor: NOBODY,
    wished: false,
  });
  const { mandate, wished } = draft.value;
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const here = group.members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
  const seats = (data?.groupSeats ?? []).filter(
    ({ maySit, staffId }) => maySit && !here.some((one) => one.staffId === staffId),
  );
  // Whom one had chosen may have come in meanwhile, or not be within reach any more.
  const isThere = ({ staffId, unitId }: (typeof seats)[number]) => `${staffId} ${unitId}` === draft.value.who;
  const who = data && !seats.some(isThere) ? '' : draft.value.who;
  const deputyFor = here.some(({ staffId }) => staffId === draft.value.deputyFor) ? draft.value.deputyFor : NOBODY;
  const send = async () => {
    const [staffId = '', unitId = ''] = who.split(' ');
    const seat = { staffId, unitId, mandate, wished, deputyForStaffId: deputyFor === NOBODY ? null : deputyFor };
    const outcome = await add({ input: { groupId: group.id, version: group.version, seat } });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
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
              onChange={(next) => draft.set({ who: next })}
              options={seats.map((one) => ({
                id: `${one.staffId} ${one.unitId}`,
                label: one.name,
                help: `${one.unitName}, ${one.branchName}`,
              }))}
            />
            <Select
              label={t('mandate.label')}
              value={mandate}
              onChange={(next) => draft.set({ mandate: next })}
              options={MANDATES.map((id) => ({ id, label: t(`mandate.${id}`) }))}
            />
            {group.form.level === 'persons' && (
              <Checkbox
                label={t('members.wishedLabel')}
                value={wished}
                onChange={(next) => draft.set({ wished: next })}
              />
            )}
            <Select
              label={t('members.standsInFor')}
              value={deputyFor}
              onChange={(next) => draft.set({ deputyFor: next })}
              options={[
                { id: NOBODY, label: t('members.nobody') },
                ...here.map(({ staffId, name }) => ({ id: staffId, label: name })),
              ]}
            />
          </>
        )}
        <Refused refusal={refusal} changed={changed} />
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
