/** One thing in the plan: what it says, who does it and when; what I have promised I tick off, and may take back. */
import { CircleCheck, MessageCircle, RotateCcw } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from '../controls.js';
import { dayWords } from '../dates.js';
import { useHouseWord } from '../house-words.js';
import { HouseBadge } from '../HouseBadge.js';
import type { Plan, PlanEntry } from '../shapes.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';
import { capital } from '../words.js';
import { OwnSaid } from './OwnSaid.js';
import { SeriesInPlan } from './SeriesInPlan.js';

/** Noon is on that day wherever one reads. */
const noonOf = (day: string): string => `${day}T12:00:00Z`;

interface EntryCardProps {
  readonly entry: PlanEntry;
  readonly plan: Plan;
  readonly onChanged: () => Promise<unknown>;
  readonly children?: ReactNode;
}

export function EntryCard({ entry, plan, onChanged, children }: EntryCardProps) {
  const { t, shown } = useTexts();
  const { go } = useVisit();
  const isDone = entry.state === 'reached' || entry.doneAt !== null;
  return (
    <li className="plan-card" data-done={isDone || undefined}>
      <p className="plan-card-words" dir="auto">
        {entry.words}
      </p>
      {entry.original !== null && (
        <details className="plan-original" data-unread>
          <summary>{t('plan.original')}</summary>
          <p dir="auto">{entry.original}</p>
        </details>
      )}
      {entry.series && <SeriesInPlan series={entry.series} />}
      {entry.isProposed && <p className="plan-card-more">{t('plan.isProposed')}</p>}
      {entry.aim !== null && (
        <p className="plan-card-more">{shown('plan.aim', { aim: <span dir="auto">{entry.aim}</span> })}</p>
      )}
      <Who entry={entry} />
      {entry.watch !== null && (
        <p className="plan-card-more">{shown('plan.watch', { who: <span dir="auto">{entry.watch}</span> })}</p>
      )}
      <When entry={entry} />
      {entry.mayTick && <Tick entry={entry} onChanged={onChanged} />}
      {entry.comments.map((one) => (
        <OwnSaid key={one.id} {...one} />
      ))}
      <div data-unread>
        <Button kind="quiet" icon={MessageCircle} onPress={() => go({ at: 'plan-say', id: plan.id, entry: entry.id })}>
          {t('plan.say')}
          <span className="vh"> {entry.words}</span>
        </Button>
      </div>
      {children}
    </li>
  );
}

function Who({ entry: { promisedBy, owner, part } }: { readonly entry: PlanEntry }) {
  const { t, shown } = useTexts();
  const houseWord = useHouseWord();
  const house =
    owner && (owner.staffName === null ? capital(houseWord(owner)) : `${owner.staffName}, ${houseWord(owner)}`);
  return (
    <>
      {promisedBy && (
        <p className="plan-card-who">
          {promisedBy.who === 'me'
            ? t('plan.promisedMe')
            : shown('plan.promised', { who: promisedBy.givenName ?? capital(t(`names.${promisedBy.who}`)) })}
        </p>
      )}
      {owner && (
        <p className="plan-card-who">
          <HouseBadge kind={owner.kind} />
          <span>
            {shown(part === 'ours' ? 'plan.follows' : part === 'figures' ? 'plan.tells' : 'plan.does', { who: house })}
          </span>
        </p>
      )}
    </>
  );
}

function When({ entry: { startsOn, followUpOn, state } }: { readonly entry: PlanEntry }) {
  const texts = useTexts();
  const { t, shown } = texts;
  const day = (on: string) => dayWords(noonOf(on), texts, 'weekday');
  return (
    <>
      {state !== 'standing' && (
        <p className="plan-card-state" data-state={state}>
          {state === 'planned' && startsOn !== null
            ? shown('plan.starts', { day: day(startsOn) })
            : t(`plan.state.${state}`)}
        </p>
      )}
      {followUpOn !== null && <p className="plan-card-more">{shown('plan.followUp', { day: day(followUpOn) })}</p>}
    </>
  );
}

function Tick({ entry, onChanged }: Pick<EntryCardProps, 'entry' | 'onChanged'>) {
  const { t } = useTexts();
  const { service } = useVisit();
  // The same press stays the same however often a slow network sends it.
  const key = useRef(crypto.randomUUID());
  const tick = useAct(
    () => service.tick(entry.id, key.current),
    () => {
      key.current = crypto.randomUUID();
      void onChanged();
    },
  );
  const untick = useAct(
    () => service.untick(entry.id),
    () => void onChanged(),
  );
  const refusal = tick.refusal ?? untick.refusal;
  return (
    <div className="plan-tick" role="status">
      {entry.doneAt === null ? (
        <Button kind="primary" icon={CircleCheck} isWaiting={tick.isWaiting} onPress={() => tick.run()}>
          {t('plan.tick')}
          <span className="vh"> {entry.words}</span>
        </Button>
      ) : (
        <>
          <p className="plan-ticked">
            <CircleCheck className="icon" aria-hidden />
            {t('plan.ticked')}
          </p>
          <Button kind="quiet" icon={RotateCcw} isWaiting={untick.isWaiting} onPress={() => untick.run()}>
            {t('plan.untick')}
            <span className="vh"> {entry.words}</span>
          </Button>
        </>
      )}
      {refusal && <Failing refusal={refusal} />}
    </div>
  );
}
