/** Who of the preparatory group took part in a decision, who decided for it, and when; begun from its latest meeting. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { Time } from '../elements/Time.js';
import {
  PreparatoryGroupsDocument,
  type PreparatoryGroupsQuery,
  type PreparatoryInput,
} from '../graphql/generated/group/graphql.js';

export const NOBODY_DECIDED: PreparatoryInput = {
  boardId: '',
  meetingId: null,
  betweenMeetings: false,
  present: [],
  deciderId: '',
};

const BETWEEN = 'between';

type Board = PreparatoryGroupsQuery['preparatoryGroups'][number];

interface PreparatoryFieldsProps {
  readonly value: PreparatoryInput;
  readonly onChange: (value: PreparatoryInput) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** The fields whose faults it says. */
export const PREPARATORY_FIELDS = ['boardId', 'meetingId', 'present', 'deciderId'];

export function PreparatoryFields({ value, onChange, errorOf }: PreparatoryFieldsProps) {
  const { t } = useTranslation('group');
  const [{ data }] = useQuery({ query: PreparatoryGroupsDocument });
  const boards = data?.preparatoryGroups;
  const board = boards?.find(({ id }) => id === value.boardId);
  const [first] = boards ?? [];
  // What a draft has kept stands; otherwise it begins with the latest meeting and those who were there.
  useEffect(() => {
    if (first && value.boardId === '') onChange(begin(first));
  });
  if (!boards) return null;
  if (boards.length === 0)
    return (
      <div className="note late" role="status">
        <p>
          {errorOf('boardId') ?? t('preparatory.none')} <Link to="/grupper/ny">{t('preparatory.start')}</Link>
        </p>
      </div>
    );
  const present = new Set(value.present);
  const put = (memberId: string, isThere: boolean) => {
    const next = isThere ? [...value.present, memberId] : value.present.filter((id) => id !== memberId);
    onChange({ ...value, present: next, deciderId: next.includes(value.deciderId) ? value.deciderId : '' });
  };
  return (
    <fieldset className="panel stack gap-4">
      <legend className="label">{t('preparatory.title')}</legend>
      <p className="muted small">{t('preparatory.help')}</p>
      {boards.length > 1 && (
        <Choices
          label={t('preparatory.board')}
          value={value.boardId}
          onChange={(id) => onChange(begin(boards.find((one) => one.id === id)))}
          error={errorOf('boardId')}
          choices={boards.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      {board && (
        <>
          <Choices
            label={t('preparatory.meeting')}
            value={value.betweenMeetings ? BETWEEN : (value.meetingId ?? '')}
            onChange={(id) => onChange(id === BETWEEN ? { ...value, ...between } : { ...value, ...metIn(board, id) })}
            error={errorOf('meetingId')}
            choices={[
              ...board.meetings.slice(0, 3).map(({ meetingId, startsAt }) => ({
                id: meetingId,
                label: <Time at={startsAt} as="moment" />,
              })),
              { id: BETWEEN, label: t('preparatory.between') },
            ]}
          />
          <div role="group" aria-label={t('preparatory.present')} className="stack gap-1">
            <p className="label">{t('preparatory.present')}</p>
            {board.members.map(({ memberId, name, branchName }) => (
              <Checkbox
                key={memberId}
                label={name}
                help={branchName}
                value={present.has(memberId)}
                onChange={(isThere) => put(memberId, isThere)}
              />
            ))}
            {errorOf('present') && <p className="error">{errorOf('present')}</p>}
          </div>
          {present.size > 0 && (
            <Choices
              label={t('preparatory.decider')}
              across
              value={value.deciderId}
              onChange={(deciderId) => onChange({ ...value, deciderId })}
              error={errorOf('deciderId')}
              choices={board.members
                .filter(({ memberId, mandate }) => present.has(memberId) && mandate !== 'listens')
                .map(({ memberId, name }) => ({ id: memberId, label: name }))}
            />
          )}
        </>
      )}
    </fieldset>
  );
}

const between = { meetingId: null, betweenMeetings: true };

/** Those who were there, as far as it is noted; the one with the group's mandate decides where there is only one. */
function metIn(board: Board, meetingId: string): Omit<PreparatoryInput, 'boardId'> {
  const there = board.meetings.find((one) => one.meetingId === meetingId)?.present ?? [];
  const present = there.filter((id) => board.members.some(({ memberId }) => memberId === id));
  const deciders = board.members.filter(({ memberId, mandate }) => mandate === 'decides' && present.includes(memberId));
  const [only, ...others] = deciders;
  return { meetingId, betweenMeetings: false, present, deciderId: only && others.length === 0 ? only.memberId : '' };
}

function begin(board: Board | undefined): PreparatoryInput {
  if (!board) return NOBODY_DECIDED;
  const [latest] = board.meetings;
  return { ...NOBODY_DECIDED, boardId: board.id, ...(latest ? metIn(board, latest.meetingId) : between) };
}
