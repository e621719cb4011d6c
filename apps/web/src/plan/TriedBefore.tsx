/** What has been tried on a need, each with what came of it: read before something new is proposed. ([S1]) */
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import type { Entry } from './words.js';

export const triedOn = (needArea: string, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => entry.kind === 'measure' && entry.state === 'ended' && entry.needArea === needArea);

export function TriedBefore({ tried }: { readonly tried: readonly Entry[] }) {
  const { t } = useTranslation('plan');
  if (tried.length === 0) return null;
  return (
    <section className="plan-tried stack gap-2" aria-label={t('tried.title')}>
      <p className="row gap-2">
        <Icon of={History} />
        <strong>{t('tried.title')}</strong>
      </p>
      <ul className="plan-lines" role="list">
        {tried.map((entry) => (
          <li key={entry.id}>
            <p>{entry.said.text}</p>
            <Ended entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What came of a measure that has ended; nothing where the reader may not have that. */
export function Ended({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('plan');
  const last = entry.acts.findLast(({ act }) => act === 'end');
  if (!last) return null;
  return (
    <p className="small">
      <strong>{t(`result.${last.result ?? 'partly'}` as never)}.</strong> {last.said?.text}{' '}
      <span className="muted">
        {last.byName}, <Time at={last.at} as="day" />
      </span>
    </p>
  );
}
