/** The kinds of meeting with their agendas: points in their order, minutes of each, and who is in the room. */
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { newMeetingWord, type AgendaValue, type MeetingValue } from './adjustment.js';
import type { ErrorOf } from './Part.js';

const EVERYONE = ['professionals', 'everyone'] as const;

interface MeetingFieldsProps {
  readonly meetings: readonly MeetingValue[];
  readonly set: (meetings: readonly MeetingValue[]) => void;
  readonly errorOf: ErrorOf;
  /** The family may be there: only in a form about a person. */
  readonly withFamily: boolean;
}

const replaced = <One,>(all: readonly One[], at: number, one: One): readonly One[] =>
  all.map((other, place) => (place === at ? one : other));

export function MeetingFields({ meetings, set, errorOf, withFamily }: MeetingFieldsProps) {
  const { t } = useTranslation('form');
  const add = () =>
    set([
      ...meetings,
      { meeting: newMeetingWord(meetings), name: { sv: '', en: '' }, online: false, agenda: [newPoint()] },
    ]);
  return (
    <>
      {meetings.map((meeting, at) => (
        <MeetingKindFields
          key={meeting.meeting}
          {...{ meeting, at, withFamily }}
          errorOf={(field) => errorOf(`meetings.${at}.${field}`)}
          set={(next) => set(replaced(meetings, at, next))}
          onRemove={at > 0 ? () => set(meetings.filter((_, place) => place !== at)) : undefined}
        />
      ))}
      {errorOf('meetings') && <p className="error">{errorOf('meetings')}</p>}
      <div>
        <Button icon={Plus} onPress={add}>
          {t('meeting.add')}
        </Button>
      </div>
    </>
  );
}

const newPoint = (): AgendaValue => ({ point: { sv: '', en: '' }, minutes: '10', with: 'professionals' });

interface KindProps {
  readonly meeting: MeetingValue;
  readonly at: number;
  readonly set: (meeting: MeetingValue) => void;
  readonly errorOf: ErrorOf;
  readonly withFamily: boolean;
  readonly onRemove: (() => void) | undefined;
}

function MeetingKindFields({ meeting, at, set, errorOf, withFamily, onRemove }: KindProps) {
  const { t } = useTranslation('form');
  const { agenda } = meeting;
  const setAgenda = (next: readonly AgendaValue[]) => set({ ...meeting, agenda: next });
  const minutes = agenda.reduce((sum, part) => sum + (Number(part.minutes) || 0), 0);
  const move = (from: number, to: number) => {
    const next = [...agenda];
    next.splice(to, 0, ...next.splice(from, 1));
    setAgenda(next);
  };
  return (
    <fieldset className="stack gap-3 form-meeting">
      <legend className="label">{at === 0 ? t('meeting.own') : t('meeting.other', { number: at + 1 })}</legend>
      <TextField
        label={t('meeting.name')}
        value={meeting.name.sv}
        onChange={(sv) => set({ ...meeting, name: { ...meeting.name, sv } })}
        error={errorOf('name') ?? errorOf('nameSv')}
      />
      <Checkbox label={t('meeting.online')} value={meeting.online} onChange={(online) => set({ ...meeting, online })} />
      <ol className="form-points" role="list" aria-label={t('meeting.agenda')}>
        {agenda.map((part, point) => (
          <li key={point} className="form-point">
            <TextField
              label={t('meeting.point', { number: point + 1 })}
              value={part.point.sv}
              onChange={(sv) => setAgenda(replaced(agenda, point, { ...part, point: { ...part.point, sv } }))}
              error={errorOf(`agenda.${point}.pointSv`)}
            />
            <div className="form-pair">
              <TextField
                label={t('meeting.minutes')}
                width="short"
                inputMode="numeric"
                value={part.minutes}
                onChange={(next) => setAgenda(replaced(agenda, point, { ...part, minutes: next }))}
                error={errorOf(`agenda.${point}.minutes`)}
              />
              {withFamily && (
                <Select
                  label={t('meeting.with')}
                  value={part.with}
                  onChange={(next) => setAgenda(replaced(agenda, point, { ...part, with: next }))}
                  error={errorOf(`agenda.${point}.with`)}
                  options={EVERYONE.map((id) => ({ id, label: t(`group:with.${id}`) }))}
                />
              )}
              <span className="row gap-1 form-point-acts">
                <Button
                  size="small"
                  kind="quiet"
                  icon={ArrowUp}
                  iconOnly
                  isDisabled={point === 0}
                  onPress={() => move(point, point - 1)}
                >
                  {t('meeting.earlier', { number: point + 1 })}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  icon={ArrowDown}
                  iconOnly
                  isDisabled={point === agenda.length - 1}
                  onPress={() => move(point, point + 1)}
                >
                  {t('meeting.later', { number: point + 1 })}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  icon={X}
                  iconOnly
                  onPress={() => setAgenda(agenda.filter((_, place) => place !== point))}
                >
                  {t('meeting.removePoint', { number: point + 1 })}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ol>
      {errorOf('agenda') && <p className="error">{errorOf('agenda')}</p>}
      <div className="row">
        <Button size="small" icon={Plus} onPress={() => setAgenda([...agenda, newPoint()])}>
          {t('meeting.addPoint')}
        </Button>
        {onRemove && (
          <Button size="small" kind="quiet" icon={X} onPress={onRemove}>
            {t('meeting.remove')}
            <span className="vh"> {meeting.name.sv}</span>
          </Button>
        )}
        <span className="muted small">{t('meeting.sum', { count: minutes })}</span>
      </div>
    </fieldset>
  );
}
