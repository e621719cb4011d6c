/** Calling a group about nobody: when and where, and what the time means before anyone is called to it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomField } from '../calendar/RoomField.js';
import { Button } from '../elements/Button.js';
import { Acts } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Refused } from '../elements/Refused.js';
import { toast } from '../elements/toasts.js';
import { ConveneAreaMeetingDocument, type AreaMeetingsShownFragment } from '../graphql/generated/area/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useWeighedTime, WeighedTime } from '../group/WeighedTime.js';
import { localOf, momentOf } from '../hub/local-time.js';

interface Convened {
  readonly read: AreaMeetingsShownFragment;
  readonly chosen: { readonly start: string; readonly room: string } | null;
  readonly onDone: () => void;
}

export function ConveneForm({ read, chosen, onDone }: Convened) {
  const { t } = useTranslation('area');
  const first = chosen?.start ?? read.proposed;
  // A time that was found and chosen since goes before what stood here.
  const draft = useDraft(`area-convene:${read.groupId}:${chosen?.start ?? ''}`, {
    at: first ? localOf(first) : '',
    room: chosen?.room ?? '',
    video: '',
  });
  const { at, room, video } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [convene, { waiting }] = useAct(ConveneAreaMeetingDocument);
  const startsAt = momentOf(at);
  const weighing = useWeighedTime(read.groupId, startsAt, '');
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    if (startsAt === undefined) return;
    const input = { groupId: read.groupId, startsAt, room: room || null, videoUrl: video.trim() || null };
    const outcome = await convene({ input });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('meetings.convened'));
    onDone();
  };
  return (
    <div className="stack gap-4">
      <p>{t('meetings.conveneWords', { count: read.minutes })}</p>
      <DateField
        label={t('meetings.at')}
        value={at}
        onChange={(next) => draft.set({ at: next })}
        withTime
        error={errorOf('startsAt')}
      />
      {startsAt !== undefined && <WeighedTime {...weighing} />}
      <RoomField
        startsAt={startsAt}
        minutes={read.minutes}
        value={room}
        onChange={(next) => draft.set({ room: next })}
        error={errorOf('room')}
      />
      <TextField
        label={t('meetings.video')}
        optional
        value={video}
        onChange={(next) => draft.set({ video: next })}
        error={errorOf('videoUrl')}
      />
      <Refused refusal={refusal} fields={['startsAt', 'room', 'videoUrl']} />
      <Acts>
        <Button kind="primary" isPending={waiting} isDisabled={startsAt === undefined} onPress={() => void send()}>
          {t('meetings.send')}
        </Button>
      </Acts>
    </div>
  );
}
