/** Convening a group's meeting: when, of which kind, who is called by their seat, and when the family comes. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { RoomField } from '../calendar/RoomField.js';
import { Button } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Page } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  ConveneGroupMeetingDocument,
  ProposeGroupMeetingDocument,
  type ProposeGroupMeetingQuery,
} from '../graphql/generated/group/graphql.js';
import { isConflict, refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf, momentOf } from '../hub/local-time.js';
import { WhoComes } from './WhoComes.js';
import { useNamed } from './named.js';
import { SkippedTimes, useWeighedTime, WeighedTime } from './WeighedTime.js';
import '../calendar/calendar.css';
import './group.css';

type Proposal = ProposeGroupMeetingQuery['proposeGroupMeeting'];
export default function ConveneMeetingPage() {
  const { t } = useTranslation('group');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [{ data, error, fetching }, again] = useQuery({
    query: ProposeGroupMeetingDocument,
    variables: { groupId: id },
    requestPolicy: 'cache-and-network',
  });
  const proposal = data?.proposeGroupMeeting;
  return (
    <Page
      title={t('convene.title')}
      lead={t('convene.lead')}
      above={<Link to={`/grupper/${id}`}>{t('convene.back')}</Link>}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={8} />}
      {proposal && (
        <Convening
          key={proposal.groupId}
          proposal={proposal}
          start={startIn(search.get('start'))}
          foundRoom={search.get('lokal') ?? ''}
          foundKind={search.get('slag')}
          onChangedMeanwhile={() => again({ requestPolicy: 'network-only' })}
        />
      )}
    </Page>
  );
}

/** A time that another page has found; what is no time is passed over. */
function startIn(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** What has been changed; the rest follows what is proposed. */
interface Convened {
  readonly when?: 'slot' | 'own';
  readonly own?: string;
  readonly meeting?: string;
  readonly video?: string;
  readonly room?: string;
  readonly reason?: string;
}

function Convening({
  proposal,
  start,
  foundRoom,
  foundKind,
  onChangedMeanwhile,
}: {
  readonly proposal: Proposal;
  readonly start: string | null;
  readonly foundRoom: string;
  /** The kind of meeting for which the time was found. */
  readonly foundKind: string | null;
  /** Reads the group anew; what has been chosen stays. */
  readonly onChangedMeanwhile: () => void;
}) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const navigate = useNavigate();
  const [convene, { waiting }] = useAct(ConveneGroupMeetingDocument);
  const given = start ?? proposal.proposed ?? null;
  // A time that another page has found goes before what stood here.
  const draft = useDraft<Convened>(`convene:${proposal.groupId}:${start ?? ''}`, {});
  const {
    own = given === null ? '' : localOf(given),
    meeting = proposal.kinds.find((one) => one.meeting === foundKind)?.meeting ?? proposal.kinds[0]?.meeting ?? '',
    video = '',
    room = foundRoom,
    reason = '',
  } = draft.value;
  const when = proposal.proposed ? (draft.value.when ?? (start === null ? 'slot' : 'own')) : 'own';
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const kind = proposal.kinds.find((one) => one.meeting === meeting);
  const startsAt = when === 'slot' ? (proposal.proposed ?? undefined) : momentOf(own);
  const weighing = useWeighedTime(proposal.groupId, startsAt, meeting);
  const isLacking = (weighing.weighed?.hindrances.length ?? 0) > 0;
  const called = proposal.called.filter(({ isCalled }) => isCalled);
  const send = async () => {
    const outcome = await convene({
      input: {
        groupId: proposal.groupId,
        version: proposal.version,
        startsAt: startsAt ?? '',
        meeting,
        videoUrl: video.trim() === '' ? null : video.trim(),
        room: room === '' ? null : room,
        reason: reason === '' ? null : reason,
      },
    });
    if (isConflict(outcome.refusal)) onChangedMeanwhile();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    void navigate(`/grupper/${proposal.groupId}`);
  };
  return (
    <div className="stack gap-6">
      {proposal.hindrance && (
        <p className="note late" role="status">
          {t('convene.hindered')}{' '}
          {t(`convene.hindrance.${proposal.hindrance}` as never, { source: proposal.groundSource })}
        </p>
      )}
      {proposal.proposed && (
        <Choices
          label={t('convene.when')}
          value={when}
          onChange={(value) => draft.set({ when: value as 'slot' | 'own' })}
          error={when === 'slot' ? errorOf('startsAt') : undefined}
          choices={[
            { id: 'slot', label: <Time at={proposal.proposed} />, help: t('convene.slot') },
            { id: 'own', label: t('convene.own') },
          ]}
        />
      )}
      {when === 'own' && (
        <DateField
          label={t('convene.ownTime')}
          help={t('convene.ownHelp')}
          value={own}
          onChange={(next) => draft.set({ own: next })}
          withTime
          error={errorOf('startsAt')}
        />
      )}
      {proposal.kinds.length > 1 && (
        <Select
          label={t('convene.kind')}
          value={meeting}
          onChange={(next) => draft.set({ meeting: next })}
          error={errorOf('meeting')}
          options={proposal.kinds.map((one) => ({ id: one.meeting, label: named(one.name) }))}
        />
      )}
      {when === 'slot' && <SkippedTimes skipped={proposal.skipped} />}
      {startsAt !== undefined && <WeighedTime {...weighing} />}
      {kind && <Agenda kind={kind} startsAt={startsAt} />}
      <RoomField
        startsAt={startsAt}
        minutes={kind?.minutes ?? null}
        groupId={proposal.groupId}
        value={room}
        onChange={(next) => draft.set({ room: next })}
        error={errorOf('room')}
      />
      <TextField
        label={t('convene.video')}
        help={t('convene.videoHelp')}
        optional
        value={video}
        onChange={(next) => draft.set({ video: next })}
        error={errorOf('videoUrl')}
      />
      {proposal.passed.length > 0 && (
        <Select
          label={t('convene.whyPass', { steps: proposal.passed.map(named).join(', ') })}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          error={errorOf('reason')}
          options={GROUP_REASONS['out-of-order'].map((id) => ({ id, label: t(`reason.${id}` as never) }))}
        />
      )}
      <WhoComes title={t('convene.called')} comes={(one) => one.isCalled} members={called} />
      <WhoComes
        title={t('convene.notCalled')}
        comes={(one) => one.isCalled}
        members={proposal.called.filter(({ isCalled }) => !isCalled)}
      />
      <Refused
        refusal={refusal}
        fields={['startsAt', 'meeting', 'room', 'videoUrl', 'reason']}
        changed={t('form.changedMeanwhile')}
      />
      <div className="stack gap-2">
        <Button
          kind="primary"
          size="large"
          wide
          isPending={waiting}
          isDisabled={startsAt === undefined || called.length === 0}
          onPress={() => void send()}
        >
          {t(isLacking ? 'convene.sendAnyway' : 'convene.send', { count: called.length })}
        </Button>
        <p className="muted small">{t('convene.after')}</p>
      </div>
    </div>
  );
}

/** Professionals first and alone, then the family: the times that the form has. */
function Agenda({
  kind,
  startsAt,
}: {
  readonly kind: Proposal['kinds'][number];
  readonly startsAt?: string | undefined;
}) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const { familyAfter } = kind;
  const alone = kind.agenda.every(({ audience }) => audience === 'professionals');
  return (
    <div className="stack gap-2">
      {alone && <p className="note">{t('convene.noFamily')}</p>}
      {familyAfter !== null && startsAt && (
        <p className="note" role="status">
          <span>
            {t('convene.pre', { minutes: familyAfter })}{' '}
            <Time at={new Date(Date.parse(startsAt) + familyAfter * 60_000).toISOString()} as="clock" />.
          </span>
        </p>
      )}
      <details className="group-agenda">
        <summary>{t('convene.agenda', { minutes: kind.minutes })}</summary>
        <ol>
          {kind.agenda.map((part) => (
            <li key={part.name.sv}>
              {named(part.name)}{' '}
              <span className="muted small">
                {t('minutes', { count: part.minutes })} · {t(`with.${part.audience}` as never)}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
