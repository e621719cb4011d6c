/** A form's parts in a line each: for the preview and for the heading of each part. */
import { useTranslation } from 'react-i18next';
import { useNamed } from '../group/named.js';
import type { ShownFormFragment } from '../graphql/generated/form/graphql.js';

/** Each week and every other week have words of their own. */
const SLOT_WORDS: Readonly<Record<number, 'shown.slotWeekly' | 'shown.slotSecond'>> = {
  1: 'shown.slotWeekly',
  2: 'shown.slotSecond',
};

export function useFormWords() {
  const { t } = useTranslation('form');
  const named = useNamed();
  const span = ({ unit, count }: { unit: string; count: number }) =>
    t(`group:span.${unit}` as never, { count }) as string;
  const slot = ({ cadence }: ShownFormFragment): string | null =>
    cadence?.slot
      ? t(SLOT_WORDS[cadence.slot.everyWeeks] ?? 'shown.slotOf', {
          day: t(`weekday.${cadence.slot.weekday}` as never),
          time: cadence.slot.startsLocal ?? '',
          count: cadence.slot.everyWeeks,
        })
      : null;
  const every = ({ cadence }: ShownFormFragment): string =>
    cadence
      ? `${t('shown.every', { span: span(cadence.every) })}, ${t('shown.limit', { span: span(cadence.limit) })}`
      : '';
  return {
    span,
    slot,
    every,
    cadence: (form: ShownFormFragment): string => [slot(form), every(form)].filter(Boolean).join(', '),
    meetings: (form: ShownFormFragment): string =>
      form.meetings
        .map(({ name, agenda }) => `${named(name)} (${t('group:minutes', { count: minutesOf(agenda) })})`)
        .join(', '),
    basics: ({ ages, capacity }: ShownFormFragment): string =>
      [
        ...(ages ? [t('shown.agesOf', { ...ages })] : []),
        capacity === null ? t('shown.noLimit') : t('shown.roomOf', { count: capacity }),
      ].join(', '),
  };
}

export const minutesOf = (agenda: readonly { readonly minutes: number }[]): number =>
  agenda.reduce((sum, part) => sum + part.minutes, 0);
