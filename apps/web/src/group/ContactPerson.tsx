/** The one whom the family meets: said when there is none, and named among those who sit in the group. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { Refused } from '../elements/Refused.js';
import { toast } from '../elements/toasts.js';
import { NameGroupContactDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';

interface OfGroup {
  readonly group: ShownGroupFragment;
  readonly onChanged: () => void;
}

/** Who can be chosen: whoever sits there now, and is not the contact already. */
export const possibleContacts = (group: ShownGroupFragment, but?: string) =>
  group.members
    .filter(({ id, endsAt, hasLeft, isContact }) => endsAt === null && !hasLeft && !isContact && id !== but)
    .map(({ id, name, title, unitName }) => ({ id, label: name, help: `${title}, ${unitName}` }));

export function ContactPerson({ group, onChanged }: OfGroup) {
  const { t } = useTranslation('group');
  const [naming, setNaming] = useState(false);
  if (!group.mayLead || group.formedAt === null || group.closedAt !== null) return null;
  return (
    <>
      {group.lacksContact ? (
        <div className="note late" role="status">
          <div className="stack gap-2">
            <p>{t(group.form.level === 'none' ? 'contact.lacksPlain' : 'contact.lacks')}</p>
            <div>
              <Button kind="primary" size="small" onPress={() => setNaming(true)}>
                {t('contact.name')}
              </Button>
            </div>
          </div>
        </div>
      ) : (
        <div>
          <Button kind="quiet" size="small" onPress={() => setNaming(true)}>
            {t('contact.change')}
          </Button>
        </div>
      )}
      {naming && <Naming group={group} onChanged={onChanged} onClose={() => setNaming(false)} />}
    </>
  );
}

function Naming({ group, onChanged, onClose }: OfGroup & { readonly onClose: () => void }) {
  const { t } = useTranslation('group');
  const [name, { waiting }] = useAct(NameGroupContactDocument);
  const [to, setTo] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const possible = possibleContacts(group);
  const send = async () => {
    const outcome = await name({ input: { groupId: group.id, version: group.version, memberId: to } });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    toast(t('contact.done'));
    onClose();
    onChanged();
  };
  return (
    <Dialog
      title={t(group.lacksContact ? 'contact.name' : 'contact.change')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="stack">
        {possible.length === 0 && <p>{t('contact.nobody')}</p>}
        {possible.length > 0 && (
          <>
            <p>{t(group.form.level === 'none' ? 'contact.wordsPlain' : 'contact.words')}</p>
            <Select
              label={t('contact.who')}
              value={to}
              onChange={setTo}
              error={refusal?.fields.find(({ field }) => field === 'memberId')?.sentence}
              options={possible}
            />
          </>
        )}
        <Refused refusal={refusal} fields={['memberId']} changed={t('form.changedMeanwhile')} />
        <Acts>
          {possible.length > 0 && (
            <Button kind="primary" isPending={waiting} isDisabled={to === ''} onPress={() => void send()}>
              {t('contact.send')}
            </Button>
          )}
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
