/** What a time means before anyone is called: which party would be missing, who cannot, and nothing of what they do instead. */
import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { SlotReasons } from '../calendar/SlotReasons.js';
import { Icon } from '../elements/Icon.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { WeighGroupMeetingTimeDocument, type TimeWeighedFragment } from '../graphql/generated/group/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useKinds } from './use-kinds.js';

/** The hand rests this long, in milliseconds, before a time that is being typed is asked about. */
const REST = 300;

export function useWeighedTime(groupId: string, startsAt: string | undefined, meeting: string) {
  const [rested, setRested] = useState(startsAt);
  useEffect(() => {
    const timer = setTimeout(() => setRested(startsAt), REST);
    return () => clearTimeout(timer);
  }, [startsAt]);
  const [{ data, error, fetching }, again] = useQuery({
    query: WeighGroupMeetingTimeDocument,
    variables: { groupId, startsAt: rested ?? '', meeting: meeting === '' ? null : meeting },
    pause: rested === undefined,
    requestPolicy: 'network-only',
  });
  const isCurrent = rested === startsAt && startsAt !== undefined && !fetching;
  return {
    weighed: isCurrent && !error ? data?.weighGroupMeetingTime : undefined,
    refusal: isCurrent && error ? refusalOf(error) : undefined,
    again: () => again({ requestPolicy: 'network-only' }),
  };
}

export function WeighedTime({ weighed, refusal, again }: ReturnType<typeof useWeighedTime>) {
  const { t } = useTranslation('group');
  if (refusal) return <Failing refusal={refusal} onRetry={again} />;
  return (
    <section className="stack gap-2" aria-label={t('weighed.title')} role="status">
      <h2 className="label">{t('weighed.title')}</h2>
      {!weighed && <Waiting lines={2} />}
      {weighed && weighed.hindrances.length > 0 && (
        <div className="note late">
          <div className="stack gap-2">
            <Hindrances of={weighed} />
            <p>{t('weighed.choose')}</p>
          </div>
        </div>
      )}
      {weighed && <SlotReasons reasons={weighed.reasons} meetBy={weighed.meetBy ?? null} />}
    </section>
  );
}

/** Earlier days of the standing time, with what each lacks. */
export function SkippedTimes({ skipped }: { readonly skipped: readonly TimeWeighedFragment[] }) {
  const { t } = useTranslation('group');
  if (skipped.length === 0) return null;
  return (
    <details className="group-ended">
      <summary>{t('weighed.skipped', { count: skipped.length })}</summary>
      <ul className="stack gap-3" role="list">
        {skipped.map((one) => (
          <li key={one.startsAt} className="stack gap-2">
            <strong className="small">
              <Time at={one.startsAt} />
            </strong>
            <Hindrances of={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Hindrances({ of }: { readonly of: TimeWeighedFragment }) {
  const { t } = useTranslation('group');
  const kinds = useKinds();
  return (
    <ul className="calendar-hindrances" role="list">
      {of.hindrances.map(({ what, kinds: some }) => (
        <li key={what + some.join()}>
          <Icon of={CircleAlert} />
          {t(`weighed.${what}` as never, { party: kinds(some) })}
        </li>
      ))}
    </ul>
  );
}
