/** Who does what by when: each a deadline from the moment it is decided, until somebody says how it went. */
import { Check, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { NO_MARKS } from '../elements/marks.js';
import { Refused } from '../elements/Refused.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import {
  MakeMeetingDecisionDocument,
  SettleMeetingDecisionDocument,
  type DecidedInMeetingFragment,
} from '../graphql/generated/minutes/graphql.js';
import { useNamed } from '../group/named.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { AboutOthers } from './AboutOthers.js';
import { AsMeasure } from './AsMeasure.js';
import type { OfMeeting } from './MeetingPage.js';

/** Stands for the whole meeting: a list tells nothing chosen from this. */
const WHOLE = 'whole';

const FIELDS = ['pointId', 'needArea', 'text', 'about', 'aim', 'ownerMemberId', 'dueOn'];

export function Decisions({ meeting, onChanged }: OfMeeting) {
  const { t } = useTranslation('minutes');
  const [adding, setAdding] = useState(false);
  const mayDecide = meeting.mayLead && (meeting.minutesState === 'written' || meeting.minutesState === 'adjustable');
  return (
    <Section
      title={t('decisions.title')}
      actions={
        mayDecide && (
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {t('decisions.add')}
          </Button>
        )
      }
    >
      {meeting.decisions.length === 0 && <p className="muted">{t('decisions.none')}</p>}
      <DecisionList groupId={meeting.groupId} decisions={meeting.decisions} onChanged={onChanged} />
      {adding && <AddDecision meeting={meeting} onChanged={onChanged} onClose={() => setAdding(false)} />}
    </Section>
  );
}

export function DecisionList(props: {
  readonly groupId: string;
  readonly decisions: readonly DecidedInMeetingFragment[];
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation('minutes');
  const [settle] = useAct(SettleMeetingDecisionDocument);
  const [failed, setFailed] = useState('');
  const say = async (decision: DecidedInMeetingFragment, state: string) => {
    const { refusal } = await settle({ input: { decisionId: decision.id, version: decision.version, state } });
    setFailed(refusal ? (refusal.fields[0]?.sentence ?? refusal.sentence) : '');
    props.onChanged();
  };
  return (
    <>
      <ul className="minutes-lines" role="list">
        {props.decisions.map((decision) => (
          <li key={decision.id} className="minutes-line" data-state={decision.state}>
            <p className="group-act-words">{decision.said.text}</p>
            {decision.aim && <p className="muted small">{t('decisions.aimIs', { aim: decision.aim })}</p>}
            <span className="row gap-2">
              <span className="small">
                <strong>{decision.ownerName}</strong>, {decision.ownerUnitName} · {t('decisions.by')}{' '}
                <Time at={`${decision.dueOn}T12:00:00Z`} as="day" /> ·{' '}
                {decision.state === 'in-plan' ? (
                  <Link to={`/grupper/${props.groupId}/plan`}>{t('decisions.state.in-plan')}</Link>
                ) : (
                  t(`decisions.state.${decision.state}` as never)
                )}
              </span>
              {decision.maySettle && (decision.state === 'open' || decision.state === 'not-done') && (
                <>
                  <Button size="small" icon={Check} onPress={() => void say(decision, 'done')}>
                    {t('decisions.done')}
                    <span className="vh"> {decision.said.text}</span>
                  </Button>
                  {decision.state === 'open' && (
                    <Button size="small" kind="quiet" icon={X} onPress={() => void say(decision, 'not-done')}>
                      {t('decisions.notDone')}
                      <span className="vh"> {decision.said.text}</span>
                    </Button>
                  )}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {failed && (
        <p className="group-refused" role="alert">
          {failed}
        </p>
      )}
    </>
  );
}

function AddDecision({ meeting, onChanged, onClose }: OfMeeting & { readonly onClose: () => void }) {
  const { t } = useTranslation('minutes');
  const draft = `decision:${meeting.hubId}`;
  const { value, set, drop } = useDraft(draft, {
    ...{ text: '', aim: '', owner: '', dueOn: '', needArea: '', point: '' },
    ...NO_MARKS,
  });
  const named = useNamed();
  // Said where the meeting stands, unless somebody chooses another: who is admitted to other points is told nothing of it.
  const point = value.point || meeting.pointOn || WHOLE;
  const pointId = point === WHOLE ? null : point;
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [make, { waiting }] = useAct(MakeMeetingDecisionDocument);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const { text, aim, owner: ownerMemberId, dueOn, needArea, revealsPlace } = value;
    const marks = { revealsPlace, about: [...value.about] };
    const measure = needArea === '' ? {} : { needArea, seen: [...seen] };
    const outcome = await make({
      input: { hubId: meeting.hubId, pointId, text, aim, ownerMemberId, dueOn, ...marks, ...measure },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    drop();
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('decisions.add')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <AsMeasure
          groupId={meeting.groupId}
          needArea={value.needArea}
          onChange={(needArea) => set({ needArea })}
          onSeen={setSeen}
          error={errorOf('needArea')}
        />
        <Select
          label={t('decisions.point')}
          help={t('decisions.pointHelp')}
          value={point}
          onChange={(next) => set({ point: next })}
          error={errorOf('pointId')}
          options={[
            ...meeting.points.map(({ id, said, name }) => ({
              ...{ id, label: said?.text ?? (name ? named(name) : t('meeting:closedPoint')) },
            })),
            { id: WHOLE, label: t('decisions.whole') },
          ]}
        />
        <TextArea
          label={t('decisions.what')}
          rows={3}
          value={value.text}
          onChange={(text) => set({ text })}
          error={errorOf('text')}
          after={
            // Also as a measure: by the plan it is told to nobody to whom it is not said at the table.
            <TableReaders
              outside
              hubId={meeting.hubId}
              category="measures-and-plan"
              revealsPlace={value.revealsPlace}
              about={value.about}
              {...(pointId ? { pointId } : {})}
              {...(value.owner ? { ownerMemberId: value.owner } : {})}
            />
          }
        />
        <AboutOthers
          hubId={meeting.hubId}
          category="measures-and-plan"
          value={value}
          onChange={set}
          error={errorOf('about')}
        />
        <TextArea
          label={t('decisions.aim')}
          optional={value.needArea === ''}
          rows={2}
          value={value.aim}
          onChange={(aim) => set({ aim })}
          error={errorOf('aim')}
        />
        <Select
          label={t('decisions.owner')}
          value={value.owner}
          onChange={(owner) => set({ owner })}
          error={errorOf('ownerMemberId')}
          options={meeting.seats.map(({ memberId, name, unitName }) => ({ id: memberId, label: name, help: unitName }))}
        />
        <DateField
          label={t(value.needArea ? 'decisions.followUpOn' : 'decisions.dueOn')}
          value={value.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          error={errorOf('dueOn')}
        />
        <Refused refusal={refusal} fields={FIELDS} />
        <Acts>
          <Button
            kind="primary"
            isPending={waiting}
            isDisabled={value.owner === '' || value.dueOn === ''}
            onPress={() => void send()}
          >
            {t('decisions.send')}
          </Button>
          <Button onPress={onClose}>{t('group:cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
