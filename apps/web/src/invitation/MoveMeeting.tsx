/** Another time, or none: what follows stands there before anything is done, and changes with the time that is typed. */
import { CalendarClock, CalendarX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomField } from '../calendar/RoomField.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Refused } from '../elements/Refused.js';
import { DateField } from '../elements/fields/DateField.js';
import { TextArea, TextField } from '../elements/fields/TextField.js';
import { keyOfDraft } from '../elements/form/drafts.js';
import { callOffDraft, useDraft } from '../elements/form/use-draft.js';
import { toast } from '../elements/toasts.js';
import { CallOffMeetingDocument, MoveMeetingTimeDocument } from '../graphql/generated/invitation/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf, momentOf } from '../hub/local-time.js';
import { Consequences } from './Consequences.js';
import { useMoveProposal } from './use-move-proposal.js';
import './invitation.css';

export interface MovableMeeting {
  readonly id: string;
  /** internal or joint. */
  readonly kind: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly videoUrl: string | null;
  readonly room: string | null;
}

export function MoveMeeting({
  meeting,
  onChange,
}: {
  readonly meeting: MovableMeeting;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation('invitation');
  return (
    <div className="row gap-2 move-ways">
      <Dialog
        title={t('move.title')}
        place="side"
        trigger={
          <Button size="small" icon={CalendarClock}>
            {t('move.open')}
          </Button>
        }
      >
        {(close) => <NewTime meeting={meeting} onDone={() => (close(), onChange())} />}
      </Dialog>
      <Dialog
        title={t('callOff.title')}
        trigger={
          <Button size="small" icon={CalendarX}>
            {t('callOff.open')}
          </Button>
        }
      >
        {(close) => <CallOff meeting={meeting} onDone={() => (close(), onChange())} onStay={close} />}
      </Dialog>
    </div>
  );
}

interface NewTimeWritten {
  readonly at?: string;
  readonly minutes?: string;
  readonly video?: string;
  readonly room?: string;
}

function NewTime({ meeting, onDone }: { readonly meeting: MovableMeeting; readonly onDone: () => void }) {
  const { t } = useTranslation('invitation');
  // What is not changed follows the meeting, also where somebody else has moved it since.
  const draft = useDraft<NewTimeWritten>(`move:${meeting.id}`, {});
  const {
    at = localOf(meeting.startsAt),
    minutes = String(meeting.minutes),
    video = meeting.videoUrl ?? '',
    room = meeting.room ?? '',
  } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [move, { waiting }] = useAct(MoveMeetingTimeDocument);
  const startsAt = momentOf(at);
  const length = /^\d{1,3}$/.test(minutes) ? Number(minutes) : null;
  const same = startsAt === undefined || Date.parse(startsAt) === Date.parse(meeting.startsAt);
  const { proposal, again } = useMoveProposal({ hubId: meeting.id, startsAt: startsAt ?? null, minutes: length });
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    if (startsAt === undefined || !proposal) return;
    const outcome = await move({
      input: {
        hubId: meeting.id,
        version: proposal.version,
        startsAt,
        minutes: length ?? 0,
        videoUrl: video || null,
        room,
      },
    });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return again();
    draft.drop();
    toast(t('move.done'));
    onDone();
  };
  return (
    <form
      className="stack gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DateField
        label={t('move.at')}
        value={at}
        onChange={(next) => draft.set({ at: next })}
        withTime
        error={errorOf('startsAt')}
      />
      <TextField
        label={t('move.minutes')}
        value={minutes}
        onChange={(next) => draft.set({ minutes: next })}
        inputMode="numeric"
        width="short"
        error={errorOf('minutes')}
      />
      <TextField
        label={t('move.video')}
        help={t('move.videoHelp')}
        value={video}
        onChange={(next) => draft.set({ video: next })}
        optional
        error={errorOf('videoUrl')}
      />
      <RoomField
        startsAt={startsAt}
        minutes={length}
        hubId={meeting.id}
        value={room}
        onChange={(next) => draft.set({ room: next })}
        error={errorOf('room')}
      />
      {!same && <Consequences proposal={proposal} />}
      {refusal && refusal.fields.length === 0 && (
        <p role="alert" className="move-refused">
          {isConflict(refusal) ? t('move.changed') : refusal.sentence || t('elements:failing.network.form')}
        </p>
      )}
      <Acts>
        <Button type="submit" kind="primary" isPending={waiting} isDisabled={startsAt === undefined || !proposal}>
          {t('move.do')}
        </Button>
      </Acts>
    </form>
  );
}

function CallOff({
  meeting,
  onDone,
  onStay,
}: {
  readonly meeting: MovableMeeting;
  readonly onDone: () => void;
  readonly onStay: () => void;
}) {
  const { t } = useTranslation('invitation');
  const [callOff, { waiting }] = useAct(CallOffMeetingDocument);
  // One key for the act however often it is sent.
  const [clientKey] = useState(() => keyOfDraft(callOffDraft(meeting.id)));
  const { proposal } = useMoveProposal({ hubId: meeting.id, startsAt: null, minutes: null });
  const { value, set, drop } = useDraft(callOffDraft(meeting.id), { reasons: '' });
  const { reasons } = value;
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    const outcome = await callOff({ input: { hubId: meeting.id, clientKey, step: 'call-off', reasons } });
    setRefusal(outcome.refusal);
    if (outcome.refusal) return;
    drop();
    toast(t('callOff.done'));
    onDone();
  };
  return (
    <div className="stack gap-4">
      <p>{t('callOff.words')}</p>
      <Consequences proposal={proposal} />
      {meeting.kind === 'internal' && (
        <TextArea
          label={t('callOff.reasons')}
          help={t('callOff.reasonsHelp')}
          rows={3}
          value={reasons}
          onChange={(next) => set({ reasons: next })}
          error={refusal?.fields.find(({ field }) => field === 'reasons')?.sentence}
        />
      )}
      <Refused refusal={refusal} fields={['reasons']} />
      <Acts>
        <Button kind="danger" isPending={waiting} isDisabled={!proposal} onPress={() => void send()}>
          {t('callOff.do')}
        </Button>
        <Button onPress={onStay}>{t('callOff.stay')}</Button>
      </Acts>
    </div>
  );
}
