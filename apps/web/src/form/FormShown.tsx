/**
 * A form to read, as a group under it will be: ground, parties, ages, room and cadence, its next days, each meeting with the
 * clock at every point, the steps with what each asks for, and its papers. What differs from before is marked.
 */
import { useTranslation } from 'react-i18next';
import { nextSlotDay, USUAL_CLOCK } from '#domain/form/cadence.js';
import { civilDayOf, startOfDay } from '#domain/kernel/stockholm.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import type { PartyKind } from '../elements/houses.js';
import { Time } from '../elements/Time.js';
import { useNamed } from '../group/named.js';
import { useKinds } from '../group/use-kinds.js';
import type { ShownFormFragment } from '../graphql/generated/form/graphql.js';
import { serverNow } from '../live/server-clock.js';
import { minutesOf, useFormWords } from './form-words.js';
import './form.css';

interface FormShownProps {
  readonly form: ShownFormFragment;
  /** As it is now, where it may become another. */
  readonly before: ShownFormFragment;
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

export function FormShown({ form, before }: FormShownProps) {
  const { t } = useTranslation('form');
  const named = useNamed();
  const kinds = useKinds();
  const words = useFormWords();
  const { ages, size, capacity, months } = form;
  const slot = words.slot(form);
  const facts: readonly (readonly [string, string, boolean])[] = [
    [t('shown.name'), named(form.name), differs(form.name, before.name)],
    [t('shown.ground'), `${t(`ground.${form.groundKind}` as never)} (${form.groundSource})`, false],
    [t('shown.parties'), form.must.map((party) => kinds(party.kinds)).join('; '), differs(form.must, before.must)],
    ...(ages ? [[t('shown.ages'), t('shown.agesOf', { ...ages }), differs(ages, before.ages)] as const] : []),
    ...(size ? [[t('shown.size'), t('shown.sizeOf', { ...size }), false] as const] : []),
    [
      t('shown.room'),
      capacity === null ? t('shown.noLimit') : t('shown.roomOf', { count: capacity }),
      capacity !== before.capacity,
    ],
    ...(form.cadence
      ? [
          [
            t('shown.cadence'),
            words.every(form),
            differs([form.cadence.every, form.cadence.limit], [before.cadence?.every, before.cadence?.limit]),
          ] as const,
        ]
      : []),
    ...(slot ? [[t('shown.slot'), slot, differs(form.cadence?.slot, before.cadence?.slot)] as const] : []),
    ...(months
      ? [[t('shown.months'), t('shown.monthsOf', { ...months }), differs(months, before.months)] as const]
      : []),
  ];
  const days = nextDays(form);
  return (
    <div className="stack gap-6">
      <dl className="form-facts">
        {facts.map(([what, said, isOther]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {said} <Changed when={isOther} />
            </dd>
          </div>
        ))}
        {days.length > 0 && (
          <div>
            <dt>{t('shown.nextDays')}</dt>
            <dd>
              {days.map((day, at) => (
                <span key={day}>
                  {at > 0 && ', '}
                  <Time at={new Date(startOfDay(day)).toISOString()} as="day" />
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {form.may.length > 0 && (
        <div className="stack gap-2">
          <h3>
            {t('shown.may')} <Changed when={differs(form.may, before.may)} />
          </h3>
          <p className="row gap-2">
            {form.may.map((kind) => (
              <AgencyBadge key={kind} kind={kind as PartyKind} />
            ))}
          </p>
        </div>
      )}
      <div className="stack gap-2">
        <h3>
          {t('shown.meetings')} <Changed when={differs(form.meetings, before.meetings)} />
        </h3>
        {form.meetings.map((meeting) => (
          <Meeting key={meeting.meeting} meeting={meeting} starts={form.cadence?.slot?.startsLocal ?? null} />
        ))}
      </div>
      <div className="stack gap-2">
        <h3>
          {t('shown.steps')} <Changed when={differs(form.steps, before.steps)} />
        </h3>
        <ol className="form-steps">
          {form.steps.map((step) => (
            <li key={step.step}>
              {named(step.name)}
              <span className="muted small form-step-facts">
                {[
                  ...(step.requires.length > 0
                    ? [
                        t('shown.requires', {
                          what: step.requires.map((one) => t(`requires.${one}` as never)).join(', '),
                        }),
                      ]
                    : []),
                  ...(step.within
                    ? [t(step.fromReport ? 'shown.withinReport' : 'shown.within', { span: words.span(step.within) })]
                    : []),
                  ...(step.document ? [t('shown.leaves', { document: named(step.document).toLowerCase() })] : []),
                  ...(step.optional ? [t('shown.optional')] : []),
                  ...(step.repeats ? [t('shown.repeats')] : []),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {form.documents.length > 0 && (
        <div className="stack gap-2">
          <h3>
            {t('shown.documents')} <Changed when={differs(form.documents, before.documents)} />
          </h3>
          <ul className="form-documents">
            {form.documents.map(({ document, name }) => (
              <li key={document}>
                {named(name)}
                <span className="muted small form-step-facts">{t(`documentHelp.${document}` as never)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Changed({ when }: { readonly when: boolean }) {
  const { t } = useTranslation('form');
  return when ? <span className="form-changed">{t('shown.changed')}</span> : null;
}

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** As it stands in an invitation: by the slot's hour, or by the usual one where there is none. */
function Meeting(props: { readonly meeting: ShownFormFragment['meetings'][number]; readonly starts: string | null }) {
  const { meeting, starts } = props;
  const { t } = useTranslation('form');
  const named = useNamed();
  const begins = minuteOf(starts ?? USUAL_CLOCK);
  const points = meeting.agenda.map((part, at) => {
    const from = begins + minutesOf(meeting.agenda.slice(0, at));
    return { ...part, from, until: from + part.minutes };
  });
  const ends = points.at(-1)?.until ?? begins;
  return (
    <div>
      <p>
        <strong>{named(meeting.name)}</strong>{' '}
        <span className="muted small">
          {t(starts === null ? 'shown.ifAt' : 'shown.at', { from: clockOf(begins), until: clockOf(ends) })}
          {meeting.online && ` · ${t('shown.online')}`}
        </span>
      </p>
      <ol className="form-clock" role="list">
        {points.map((part, at) => (
          <li key={at}>
            <span className="form-clock-time">
              {clockOf(part.from)}–{clockOf(part.until)}
            </span>
            <span>
              {named(part.point)} <span className="muted small">{t(`group:with.${part.with}` as never)}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const HOW_MANY = 3;

/** The slot's next days, feasts already moved. */
function nextDays({ cadence }: ShownFormFragment): readonly number[] {
  if (!cadence?.slot) return [];
  const { weekday, everyWeeks, firstOn } = cadence.slot;
  const slot = { weekday, everyWeeks, ...(firstOn ? { firstOn } : {}) };
  const days: number[] = [];
  for (let from = civilDayOf(serverNow()) + 1; days.length < HOW_MANY; from = (days.at(-1) ?? from) + 1)
    days.push(nextSlotDay(slot, from));
  return days;
}
