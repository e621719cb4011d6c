/** Another time for the meeting of a group about nobody, or none: what follows stands there before anything is done. */
import { CalendarClock, CalendarX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomField } from '../calendar/RoomField.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { MoveAreaMeetingDocument, type AreaMeetingsShownFragment } from '../graphql/generated/area/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf, momentOf } from '../hub/local-time.js';
import { Consequences } from '../invitation/Consequences.js';
import { useMoveProposal } from '../invitation/use-move-proposal.js';

type Meeting = AreaMeetingsShownFragment['meetings'][number];

interface OfMeeting {
  readonly meeting: Meeting;
  /** As long as the form's meetings are. */
  readonly minutes: number;
  /** Also when somebody else was first: the meetings are read anew. */
  readonly onChanged: () => void;
}

export function MoveAreaMeeting(of: OfMeeting) {
  const { t } = useTranslation('area');
  return (
    <>
      <Dialog
        title={t('meetings.move')}
        place="side"
        trigger={
          <Button size="small" icon={CalendarClock}>
            {t('meetings.moveOpen')}
          </Button>
        }
      >
        {(close) => <MoveForm {...of} onDone={close} />}
      </Dialog>
      <Dialog
        title={t('meetings.callOff')}
        trigger={
          <Button size="small" icon={CalendarX}>
            {t('meetings.callOffOpen')}
          </Button>
        }
      >
        {(close) => <CallOffForm {...of} onDone={close} />}
      </Dialog>
    </>
  );
}

/** The act, and the reading anew of what somebody else has changed meanwhile. */
function useMove({ meeting, onChanged }: OfMeeting, onStale: () => void) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [move, { waiting }] = useAct(MoveAreaMeetingDocument);
  const send = async (to: { readonly version: number; readonly startsAt: string | null; readonly room: string }) => {
    const outcome = await move({ input: { ...to, id: meeting.id, room: to.room || null } });
    setRefusal(outcome.refusal);
    if (isConflict(outcome.refusal)) onStale();
    if (!outcome.refusal || isConflict(outcome.refusal)) onChanged();
    return outcome.refusal === undefined;
  };
  return { send, refusal, waiting };
}

function MoveForm({ onDone, ...of }: OfMeeting & { readonly onDone: () => void }) {
  const { t } = useTranslation('area');
  const { meeting, minutes } = of;
  // What is not changed follows the meeting, also where somebody else has moved it since.
  const draft = useDraft<{ readonly at?: string; readonly room?: string }>(`area-move:${meeting.id}`, {});
  const { at = localOf(meeting.startsAt), room = meeting.room ?? '' } = draft.value;
  const startsAt = momentOf(at);
  const isSame = startsAt === undefined || Date.parse(startsAt) === Date.parse(meeting.startsAt);
  const { proposal, again } = useMoveProposal({ hubId: meeting.id, startsAt: startsAt ?? null, minutes: null });
  const { send, refusal, waiting } = useMove(of, again);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const go = async () => {
    if (startsAt === undefined || !proposal) return;
    if (!(await send({ version: proposal.version, startsAt, room }))) return;
    draft.drop();
    toast(t('meetings.moved'));
    onDone();
  };
  return (
    <div className="stack gap-4">
      <p className="muted">
        {t('meetings.standsAt')} <Time at={meeting.startsAt} />
      </p>
      <DateField
        label={t('meetings.at')}
        value={at}
        onChange={(next) => draft.set({ at: next })}
        withTime
        error={errorOf('startsAt')}
      />
      <RoomField
        startsAt={startsAt}
        minutes={minutes}
        hubId={meeting.id}
        value={room}
        onChange={(next) => draft.set({ room: next })}
        error={errorOf('room')}
      />
      {!isSame && <Consequences proposal={proposal} />}
      <Refused refusal={refusal} fields={['startsAt', 'room']} changed={t('meetings.changedMeanwhile')} />
      <Acts>
        <Button
          kind="primary"
          isPending={waiting}
          isDisabled={startsAt === undefined || !proposal}
          onPress={() => void go()}
        >
          {t('meetings.moveSend')}
        </Button>
      </Acts>
    </div>
  );
}

function CallOffForm({ onDone, ...of }: OfMeeting & { readonly onDone: () => void }) {
  const { t } = useTranslation('area');
  const { proposal, again } = useMoveProposal({ hubId: of.meeting.id, startsAt: null, minutes: null });
  const { send, refusal, waiting } = useMove(of, again);
  const go = async () => {
    if (!proposal || !(await send({ version: proposal.version, startsAt: null, room: '' }))) return;
    toast(t('meetings.calledOff'));
    onDone();
  };
  return (
    <div className="stack gap-4">
      <p>{t('meetings.callOffWords')}</p>
      <Consequences proposal={proposal} />
      <Refused refusal={refusal} changed={t('meetings.changedMeanwhile')} />
      <Acts>
        <Button kind="danger" isPending={waiting} isDisabled={!proposal} onPress={() => void go()}>
          {t('meetings.callOff')}
        </Button>
        <Button onPress={onDone}>{t('meetings.stay')}</Button>
      </Acts>
    </div>
  );
}
