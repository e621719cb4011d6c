/** Afterwards: who was there, and why the meeting passed over what should have come before it. */
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { toast } from '../elements/toasts.js';
import { HoldAreaMeetingDocument, type AreaMeetingsShownFragment } from '../graphql/generated/area/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';

interface HoldMeetingProps {
  readonly meeting: AreaMeetingsShownFragment['meetings'][number];
  readonly read: AreaMeetingsShownFragment;
  readonly onChanged: () => void;
}

export function HoldMeeting({ meeting, read, onChanged }: HoldMeetingProps) {
  const { t } = useTranslation('area');
  return (
    <Dialog
      title={t('meetings.hold')}
      place="side"
      trigger={
        <Button size="small" kind="primary" icon={Check}>
          {t('meetings.hold')}
        </Button>
      }
    >
      {(close) => <HoldForm meeting={meeting} read={read} onChanged={onChanged} onDone={close} />}
    </Dialog>
  );
}

function HoldForm({ meeting, read, onChanged, onDone }: HoldMeetingProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('area');
  const named = useNamed();
  const seats = meeting.seats.map(({ memberId }) => memberId);
  // Who was away is what one has said: whoever has come to the group since was there, as the others.
  const draft = useDraft(`area-hold:${meeting.id}`, { absent: [] as readonly string[], reason: '' });
  const { absent, reason } = draft.value;
  const present = seats.filter((id) => !absent.includes(id));
  const [refusal, setRefusal] = useState<Refusal>();
  const [hold, { waiting }] = useAct(HoldAreaMeetingDocument);
  const send = async () => {
    const outcome = await hold({
      input: { id: meeting.id, version: meeting.version, present: [...present], reason: reason || null },
    });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    onChanged();
    toast(t('meetings.noted'));
    onDone();
  };
  return (
    <div className="stack gap-4">
      <fieldset className="stack gap-2">
        <legend className="label">{t('meetings.who')}</legend>
        {meeting.seats.map(({ memberId, name, branchName, mandate }) => (
          <Checkbox
            key={memberId}
            label={name}
            help={`${branchName} · ${t(`group:mandate.${mandate}` as never)}`}
            value={present.includes(memberId)}
            onChange={(on) =>
              draft.set({ absent: on ? absent.filter((one) => one !== memberId) : [...absent, memberId] })
            }
          />
        ))}
      </fieldset>
      {read.passed.length > 0 && (
        <Select
          label={t('group:convene.whyPass', { steps: read.passed.map(named).join(', ') })}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          error={refusal?.fields.find(({ field }) => field === 'reason')?.sentence}
          options={GROUP_REASONS['out-of-order'].map((id) => ({ id, label: t(`group:reason.${id}` as never) }))}
        />
      )}
      <Refused refusal={refusal} fields={['reason']} changed={t('meetings.changedMeanwhile')} />
      <Acts>
        <Button kind="primary" isPending={waiting} onPress={() => void send()}>
          {t('meetings.holdSend')}
        </Button>
      </Acts>
    </div>
  );
}
