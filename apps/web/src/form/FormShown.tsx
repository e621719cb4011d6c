/** A form to read: ground, parties, ages, room, cadence, meetings with their minutes, steps with what each asks for. */
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import type { PartyKind } from '../elements/houses.js';
import { useNamed } from '../group/named.js';
import { useKinds } from '../group/use-kinds.js';
import type { ShownFormFragment } from '../graphql/generated/form/graphql.js';
import './form.css';

export function FormShown({ form }: { readonly form: ShownFormFragment }) {
  const { t } = useTranslation('form');
  const named = useNamed();
  const kinds = useKinds();
  const { cadence, ages, size, capacity, months } = form;
  const span = ({ unit, count }: { unit: string; count: number }) =>
    t(`group:span.${unit}` as never, { count }) as string;
  const slot = cadence?.slot;
  const facts: readonly (readonly [string, string])[] = [
    [t('shown.ground'), `${t(`ground.${form.groundKind}` as never)} (${form.groundSource})`],
    [t('shown.parties'), form.must.map((party) => kinds(party.kinds)).join('; ')],
    ...(ages ? [[t('shown.ages'), t('shown.agesOf', { ...ages })] as const] : []),
    ...(size ? [[t('shown.size'), t('shown.sizeOf', { ...size })] as const] : []),
    ...(capacity !== null ? [[t('shown.room'), t('shown.roomOf', { count: capacity })] as const] : []),
    ...(cadence
      ? [
          [
            t('shown.cadence'),
            `${t('shown.every', { span: span(cadence.every) })}, ${t('shown.limit', { span: span(cadence.limit) })}`,
          ] as const,
        ]
      : []),
    ...(slot
      ? [
          [
            t('shown.slot'),
            t(slot.everyWeeks === 1 ? 'shown.slotWeekly' : 'shown.slotOf', {
              day: t(`weekday.${slot.weekday}` as never),
              time: slot.startsLocal ?? '',
              count: slot.everyWeeks,
            }),
          ] as const,
        ]
      : []),
    ...(months ? [[t('shown.months'), t('shown.monthsOf', { ...months })] as const] : []),
    ...(form.documents.length > 0 ? [[t('shown.documents'), form.documents.map(named).join(', ')] as const] : []),
  ];
  return (
    <div className="stack gap-6">
      <dl className="form-facts">
        {facts.map(([what, words]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {form.may.length > 0 && (
        <div className="stack gap-2">
          <h3>{t('shown.may')}</h3>
          <p className="row gap-2">
            {form.may.map((kind) => (
              <AgencyBadge key={kind} kind={kind as PartyKind} />
            ))}
          </p>
        </div>
      )}
      <div className="stack gap-2">
        <h3>{t('shown.steps')}</h3>
        <ol className="form-steps">
          {form.steps.map((step) => (
            <li key={step.step}>
              {named(step.name)}
              <span className="muted small form-step-facts">
                {[
                  ...step.requires.map((one) => t(`requires.${one}` as never) as string),
                  ...(step.within ? [t('shown.within', { span: span(step.within) })] : []),
                  ...(step.optional ? [t('shown.optional')] : []),
                  ...(step.repeats ? [t('shown.repeats')] : []),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <div className="stack gap-2">
        <h3>{t('shown.meetings')}</h3>
        {form.meetings.map((meeting) => (
          <div key={meeting.meeting}>
            <p>
              <strong>{named(meeting.name)}</strong>
              {meeting.everyWeeks &&
                ` · ${t('shown.every', { span: span({ unit: 'weeks', count: meeting.everyWeeks }) })}`}
            </p>
            <ol className="form-agenda">
              {meeting.agenda.map((part) => (
                <li key={part.point.sv}>
                  {named(part.point)}{' '}
                  <span className="muted small">
                    {t('group:minutes', { count: part.minutes })} · {t(`group:with.${part.with}` as never)}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  );
}
