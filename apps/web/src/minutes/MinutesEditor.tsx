/** The minutes point by point: each thing of its own kind, with whose it is and why the reader has it. */
import { Pencil, PenLine, Plus } from 'lucide-react';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import type { MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';
import { useNamed } from '../group/named.js';
import { draftsUnder } from '../elements/form/drafts.js';
import { LineEditor, lineDraft, type LineWritten } from './LineEditor.js';
import type { OfMeeting } from './MeetingPage.js';
import { usePens } from './use-pens.js';

type Line = MeetingShownFragment['lines'][number];
/** `point`: a new line under it; `line`: one that is changed. */
type Editing = { readonly pointId: string; readonly line: Line | null } | null;

export function MinutesEditor({ meeting, onChanged }: OfMeeting) {
  const { t } = useTranslation('minutes');
  const named = useNamed();
  const [editing, setEditing] = useState<Editing>(null);
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const pens = usePens(meeting.hubId);
  const fixed = meeting.minutesState === 'fixed';
  const isNewest = meeting.version === meeting.newest;
  const mayWrite = meeting.mayWrite && isNewest && (!fixed || meeting.own);
  const gone = mayWrite ? goneLines(meeting) : [];
  const close = () => {
    setEditing(null);
    look();
  };
  return (
    <Section title={t('lines.title')}>
      {meeting.points.map((point, place) => {
        const lines = meeting.lines.filter(({ pointId }) => pointId === point.id);
        const name = point.said?.text ?? (point.name ? named(point.name) : '');
        return (
          <section key={point.id} className="minutes-under" aria-label={name}>
            <h3 className="minutes-name">
              {name}
              <span className="muted small"> {t(`group:with.${point.audience}` as never)}</span>
            </h3>
            <ul className="minutes-lines" role="list">
              {lines.map((line) => (
                <li key={line.id}>
                  {editing?.line?.id === line.id ? (
                    <LineEditor
                      meeting={meeting}
                      pointId={point.id}
                      line={line}
                      onClose={close}
                      onChanged={onChanged}
                    />
                  ) : (
                    <ShownLine
                      line={line}
                      onEdit={mayWrite && line.own ? () => setEditing({ pointId: point.id, line }) : undefined}
                    />
                  )}
                </li>
              ))}
            </ul>
            {gone
              .filter(({ pointId }) => pointId === point.id || (pointId === null && place === 0))
              .map(({ id }) => (
                <LineEditor
                  key={id}
                  meeting={meeting}
                  pointId={point.id}
                  line={null}
                  gone={id}
                  onClose={close}
                  onChanged={onChanged}
                />
              ))}
            <Pens meeting={meeting} pens={pens} pointId={point.id} />
            {editing?.pointId === point.id && editing.line === null ? (
              <LineEditor meeting={meeting} pointId={point.id} line={null} onClose={close} onChanged={onChanged} />
            ) : (
              mayWrite && (
                <Button
                  size="small"
                  kind="quiet"
                  icon={Plus}
                  onPress={() => setEditing({ pointId: point.id, line: null })}
                >
                  {t('lines.add')}
                  <span className="vh"> {name}</span>
                </Button>
              )
            )}
          </section>
        );
      })}
    </Section>
  );
}

/** What one has written in lines that somebody has taken away or made another line of since; a point may have gone too. */
function goneLines({ hubId, lines, points }: OfMeeting['meeting']): { id: string; pointId: string | null }[] {
  const isThere = (id: string) => [...lines, ...points].some((one) => one.id === id);
  return draftsUnder(lineDraft(hubId))
    .filter(({ rest }) => !isThere(rest))
    .map(({ rest, values }) => {
      const { pointId } = values as LineWritten;
      return { id: rest, pointId: points.some(({ id }) => id === pointId) ? pointId : null };
    });
}

/** So that two do not write the same down: who of the table has begun under this point. */
function Pens({
  meeting,
  pens,
  pointId,
}: Pick<OfMeeting, 'meeting'> & { readonly pens: ReadonlyMap<string, string>; readonly pointId: string }) {
  const { t, i18n } = useTranslation('minutes');
  const writers = [...pens].filter(([, point]) => point === pointId);
  const names = writers.map(
    ([member]) => meeting.seats.find(({ staffId }) => staffId === member)?.name ?? t('lines.somebody'),
  );
  return (
    <p className="small minutes-pens" role="status">
      {writers.length > 0 && (
        <>
          <Icon of={PenLine} /> {t('lines.writes', { names: new Intl.ListFormat(i18n.language).format(names) })}
        </>
      )}
    </p>
  );
}

function ShownLine({ line, onEdit }: { readonly line: Line; readonly onEdit: (() => void) | undefined }) {
  const { t } = useTranslation('minutes');
  const { said } = line;
  return (
    <div className="minutes-line">
      <p className="group-act-words">{said.text}</p>
      <span className="row gap-2">
        <AgencyBadge kind={said.giverKind as PartyKind} name={t(`group:party.${said.giverKind}` as never)} />
        <span className="muted small">
          {t(`category.${said.category}` as never)} · {line.byName}
        </span>
        <GroundTag ground={said.ground} {...(said.until ? { until: said.until } : {})} />
        {onEdit && (
          <Button size="small" kind="quiet" icon={Pencil} onPress={onEdit}>
            {t('lines.change')}
            <span className="vh"> {said.text}</span>
          </Button>
        )}
      </span>
    </div>
  );
}
