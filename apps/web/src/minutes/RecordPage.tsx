/** The own agency's record of a meeting: its number and how long it is kept, what it would hold, and then the files. (OSL 5:1-2) */
import { FileDown, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { DateField } from '../elements/fields/DateField.js';
import { TextField } from '../elements/fields/TextField.js';
import { GroundTag } from '../elements/GroundTag.js';
import { DraftClash } from '../elements/form/DraftClash.js';
import type { Standing } from '../elements/form/lay-together.js';
import { useDraftOver } from '../elements/form/use-draft.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import {
  GroupMeetingDocument,
  KeepMeetingRecordDocument,
  MeetingRecordPreviewDocument,
  type MeetingShownFragment,
} from '../graphql/generated/minutes/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf } from '../hub/local-time.js';
import { serverNow } from '../live/server-clock.js';
import '../group/group.css';
import './minutes.css';

export default function RecordPage() {
  const { t } = useTranslation('minutes');
  const { id = '', hubId = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: GroupMeetingDocument, variables: { hubId } });
  const meeting = data?.groupMeeting;
  const onChanged = () => again({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t('record.title')}
      lead={t('record.lead')}
      width="read"
      above={<Link to={`/grupper/${id}/mote/${hubId}`}>{t('record.back')}</Link>}
    >
      {error && !meeting && <Failing refusal={refusalOf(error)} onRetry={onChanged} />}
      {fetching && !meeting && <Waiting lines={6} />}
      {meeting && meeting.state !== 'closed' && <p className="note">{t('record.notHeld')}</p>}
      {meeting && meeting.state === 'closed' && (
        <>
          <Register meeting={meeting} onChanged={onChanged} />
          <Holds meeting={meeting} />
        </>
      )}
    </Page>
  );
}

const today = (): string => localOf(new Date(serverNow()).toISOString()).slice(0, 10);

interface RecordWritten {
  readonly diaryNumber: string;
  readonly registeredOn: string;
  readonly keepYears: string;
}

const LABELS = { diaryNumber: 'record.number', registeredOn: 'record.day', keepYears: 'record.years' } as const;

const standing = (record: MeetingShownFragment['record']): Standing<RecordWritten> => ({
  version: String(record?.version ?? 0),
  values: {
    diaryNumber: record?.diaryNumber ?? '',
    registeredOn: record?.registeredOn ?? today(),
    // How long is each house's own decision: nothing is proposed that its plan does not say.
    keepYears: record ? String(record.keepYears) : '',
  },
});

function Register({ meeting, onChanged }: { meeting: MeetingShownFragment; onChanged: () => void }) {
  const { t } = useTranslation('minutes');
  const { record } = meeting;
  // A colleague's newer number comes in beside what one had begun to write, and takes nothing of it.
  const stands = standing(record);
  const draft = useDraftOver(`record:${meeting.hubId}`, stands);
  const { diaryNumber, registeredOn, keepYears } = draft.value;
  const [refusal, setRefusal] = useState<Refusal>();
  const [keep, { waiting }] = useAct(KeepMeetingRecordDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await keep({
      input: {
        hubId: meeting.hubId,
        diaryNumber,
        registeredOn,
        keepYears: /^\d+$/.test(keepYears.trim()) ? Number(keepYears) : 0,
        version: Number(draft.base.version),
      },
    });
    // Somebody else was first: what they wrote comes in, and both stand there.
    if (outcome.refusal?.code === 'CONFLICT') onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    setRefusal(undefined);
    draft.drop();
    toast(t('record.kept'));
    onChanged();
  };
  const title = t('record.register', { house: meeting.houseName });
  if (record && draft.clashing.length > 0)
    return (
      <Section title={title}>
        <DraftClash
          laid={draft}
          stands={stands}
          read={(field, values) => ({ label: t(LABELS[field]), words: values[field] })}
          texts={[]}
          you={t('lines.you')}
          by={{ writer: record.keptByName, at: record.keptAt }}
          onSettle={(chosen) => {
            draft.settle(chosen);
            setRefusal(undefined);
          }}
        />
      </Section>
    );
  return (
    <Section title={title}>
      <TextField
        label={t('record.number')}
        help={t('record.numberHelp')}
        value={diaryNumber}
        onChange={(next) => draft.set({ diaryNumber: next })}
        error={errorOf('diaryNumber')}
      />
      <DateField
        label={t('record.day')}
        value={registeredOn}
        onChange={(next) => draft.set({ registeredOn: next })}
        error={errorOf('registeredOn')}
      />
      <TextField
        label={t('record.years')}
        help={t('record.yearsHelp')}
        inputMode="numeric"
        width="short"
        value={keepYears}
        onChange={(next) => draft.set({ keepYears: next })}
        error={errorOf('keepYears')}
      />
      <Refused refusal={refusal} fields={['diaryNumber', 'registeredOn', 'keepYears']} />
      <div>
        <Button kind={record ? 'secondary' : 'primary'} isPending={waiting} onPress={() => void send()}>
          {t('record.keep')}
        </Button>
      </div>
    </Section>
  );
}

function Holds({ meeting }: { readonly meeting: MeetingShownFragment }) {
  const { t } = useTranslation('minutes');
  const [{ data, error }, again] = useQuery({
    query: MeetingRecordPreviewDocument,
    variables: { hubId: meeting.hubId },
    requestPolicy: 'network-only',
  });
  const preview = data?.meetingRecordPreview;
  return (
    <Section title={t('record.holds')}>
      {error && !preview && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!preview && !error && <Waiting lines={4} />}
      {preview && (
        <>
          <p>
            {t('record.things', { count: preview.things })} · <Time at={meeting.startsAt} />
          </p>
          <ul className="minutes-holds" role="list">
            {preview.holds.map(({ category, ground, count }) => (
              <li key={`${category} ${ground}`}>
                <span>
                  {t(`category.${category}` as never)} <span className="muted small">× {count}</span>
                </span>
                <GroundTag ground={ground} />
              </li>
            ))}
          </ul>
          <div className="note" role="note">
            <Icon of={TriangleAlert} />
            <p>{t('record.leaves')}</p>
          </div>
          {meeting.record ? (
            <div className="row gap-2">
              {(['pdf', 'json'] as const).map((form) => (
                <a
                  key={form}
                  className="button"
                  data-kind={form === 'pdf' ? 'primary' : 'secondary'}
                  href={`/documents/meeting/${meeting.hubId}/${form}`}
                  download
                >
                  <Icon of={FileDown} />
                  <span>{t(`record.${form}`)}</span>
                </a>
              ))}
            </div>
          ) : (
            <p className="muted">{t('record.numberFirst')}</p>
          )}
        </>
      )}
    </Section>
  );
}
