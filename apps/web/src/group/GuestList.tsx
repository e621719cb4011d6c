/** Who takes part and is in nobody's house: someone close who may hold the key, and an interpreter bound to silence. */
import { Heart, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import type { PartyKind } from '../elements/houses.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import {
  AddGroupGuestDocument,
  EndGroupGuestDocument,
  type ShownGroupFragment,
} from '../graphql/generated/group/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useChangedMeanwhile } from './meanwhile.js';
import './group.css';

const CLOSENESS = ['sibling', 'relative', 'neighbour', 'friend', 'coach', 'other'] as const;
const KINDS = ['private-person', 'guardian', 'subject', 'interpreter'] as const;

export function GuestList({ group, onChanged }: { group: ShownGroupFragment; onChanged: () => void }) {
  const { t } = useTranslation('group');
  const [adding, setAdding] = useState(false);
  const [end] = useAct(EndGroupGuestDocument);
  const mayChange = group.mayLead && group.closedAt === null;
  if (group.guests.length === 0 && !mayChange) return null;
  const takeAway = async (guestId: string) => {
    const { refusal } = await end({ input: { groupId: group.id, version: group.version, guestId } });
    const isChanged = isConflict(refusal);
    toast(isChanged ? t('form.changedMeanwhile') : (refusal?.sentence ?? t('guests.ended')));
    if (!refusal || isChanged) onChanged();
  };
  return (
    <Section
      title={t('guests.title')}
      actions={
        mayChange && (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {t('guests.add')}
          </Button>
        )
      }
    >
      {group.guests.length === 0 && <p className="muted">{t('guests.none')}</p>}
      <ul className="group-members" role="list">
        {group.guests.map((guest) => (
          <li key={guest.id}>
            <AgencyBadge kind={guest.kind as PartyKind} name={t(`guests.short.${guest.kind}` as never)} />
            <span className="group-member-who">
              <span>{guest.words ?? <span className="muted">{t('guests.closed')}</span>}</span>
              {guest.closeness && <span className="muted small">{t(`guests.close.${guest.closeness}` as never)}</span>}
              {guest.silenceOn && (
                <span className="muted small">
                  {t('guests.silence')} <Time at={guest.silenceOn} as="date" />
                </span>
              )}
              {guest.wished && (
                <span className="group-wished">
                  <Icon of={Heart} />
                  {t('members.wished')}
                </span>
              )}
            </span>
            {mayChange && (
              <span className="row">
                <Button size="small" kind="quiet" onPress={() => void takeAway(guest.id)}>
                  {t('guests.end')}
                  <span className="vh"> {guest.words}</span>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddGuest group={group} onClose={() => setAdding(false)} onChanged={onChanged} />}
    </Section>
  );
}

function AddGuest(props: { group: ShownGroupFragment; onClose: () => void; onChanged: () => void }) {
  const { group, onClose, onChanged } = props;
  const { t } = useTranslation('group');
  const [add, { waiting }] = useAct(AddGroupGuestDocument);
  const draft = useDraft(`group-guest:${group.id}`, {
    kind: 'private-person',
    closeness: '',
    words: '',
    wished: false,
    silenceOn: '',
  });
  const { kind, closeness, words, wished, silenceOn } = draft.value;
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const input = {
      groupId: group.id,
      version: group.version,
      kind,
      closeness: kind === 'private-person' && closeness !== '' ? closeness : null,
      words,
      wished,
      silenceOn: silenceOn || null,
    };
    const outcome = await add({ input });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('guests.added'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('guests.title')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <Select
          label={t('guests.kind')}
          value={kind}
          onChange={(next) => draft.set({ kind: next })}
          error={errorOf('kind')}
          options={KINDS.filter((one) => group.form.may.includes(one)).map((id) => ({
            id,
            label: t(`guests.kinds.${id}`),
          }))}
        />
        {kind === 'private-person' && (
          <Select
            label={t('guests.closeness')}
            value={closeness}
            onChange={(next) => draft.set({ closeness: next })}
            error={errorOf('closeness')}
            options={CLOSENESS.map((id) => ({ id, label: t(`guests.close.${id}`) }))}
          />
        )}
        <TextField
          label={t('guests.words')}
          help={t('guests.wordsHelp')}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
        />
        {kind === 'interpreter' ? (
          <DateField
            label={t('guests.silenceOn')}
            value={silenceOn}
            onChange={(next) => draft.set({ silenceOn: next })}
            error={errorOf('silenceOn')}
          />
        ) : (
          <Checkbox label={t('members.wishedLabel')} value={wished} onChange={(next) => draft.set({ wished: next })} />
        )}
        <Refused refusal={refusal} fields={['kind', 'closeness', 'words', 'silenceOn']} changed={changed} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('guests.add')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
