/** Figures, days and weeks of a series as one says them. */
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import { dayWords } from '../time/moment.js';
import { noonOf } from './words.js';

export function useFigure(): (value: number, unit: string) => string {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (value, unit) => t(`series.figure.${unit}` as never, { count: value, figure: figures.format(value) });
}

/** The bare number, where the unit has been said already. */
export function useNumber(): (value: number) => string {
  const language = useLanguage();
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (value) => figures.format(value);
}

export function usePeriod(): (period: string, cadence: string) => string {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const now = useServerNow(60_000);
  return (period, cadence) => t(`series.period.${cadence}` as never, { day: dayWords(noonOf(period), language, now) });
}
