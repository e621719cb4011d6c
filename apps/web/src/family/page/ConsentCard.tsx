/**
 * A consent that stands: its sentence, its state, its parts. Each part is one press from being taken away and one more to
 * mean it; the whole yes as well.
 */
import { RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../controls.js';
import { dayWords, daysLeft, lastDay } from '../dates.js';
import { useHouseWord } from '../house-words.js';
import { NOTHING_AWAY, reachOf } from '../reach.js';
import type { Consent } from '../shapes.js';
import { Failing } from '../states.js';
import { useTexts, type Texts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';
import { HouseBadge } from '../HouseBadge.js';
import { useAboutName } from './about-name.js';

/** Below this many days the time left is said. */
const SOON = 30;

export function stateWords(texts: Texts, consent: Consent): string {
  const { t } = texts;
  const names = consent.others
    .filter(({ state }) => state === 'missing')
    .map(({ name, standsAs }) => name ?? t(`names.${standsAs}`));
  if (consent.state === 'waits' && names.length > 0) return t('state.waitsFor', { names: listed(names, texts) });
  if (consent.state === 'begins-later') return t('state.begins-later', { day: dayWords(consent.validFrom, texts) });
  if (consent.state === 'holds') return t('state.holds', { day: dayWords(lastDay(consent.validUntil), texts) });
  return t(`state.${consent.state}`);
}

const listed = (names: readonly string[], { t }: Texts): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${t('list.and')} ${names.at(-1)}`;

export function ConsentCard({ consent }: { readonly consent: Consent }) {
  const texts = useTexts();
  const { t } = texts;
  const { go } = useVisit();
  const { houses, kinds } = reachOf(consent, NOTHING_AWAY);
  const isNarrowed = [...houses, ...kinds].some(({ isIn }) => !isIn);
  return (
    <article className="card">
      <p className="card-state" data-state={consent.state}>
        <span className="card-mark" aria-hidden />
        {stateWords(texts, consent)}
        {isNarrowed && consent.state === 'holds' && <span className="card-narrowed">{t('state.narrowed')}</span>}
      </p>
      <Parts consent={consent} />
      <Left consent={consent} />
      <div className="card-ways">
        {consent.mayWithdraw && (
          <Button onPress={() => go({ at: 'withdraw', id: consent.id })}>{t('card.withdraw')}</Button>
        )}
        <Button kind="quiet" onPress={() => go({ at: 'whole', id: consent.id })}>
          {t('card.whole')}
        </Button>
        {consent.signedAt !== null && (
          <Button kind="quiet" onPress={() => go({ at: 'receipt', id: consent.id })}>
            {t('card.receipt')}
          </Button>
        )}
      </div>
    </article>
  );
}

function Parts({ consent }: { readonly consent: Consent }) {
  const { t, shown } = useTexts();
  const named = useAboutName();
  const { notice, go } = useVisit();
  const houseWord = useHouseWord();
  const { houses, kinds } = reachOf(consent, NOTHING_AWAY);
  return (
    <div className="card-parts">
      <h3>{shown('card.houses', { person: named(consent) })}</h3>
      <ul className="chips">
        {houses.map(({ part, isIn }) => (
          <Chip
            key={part.house}
            badge={<HouseBadge kind={part.kind} />}
            words={houseWord(part)}
            isIn={isIn}
            onPress={consent.mayNarrow ? () => go({ at: 'narrow', id: consent.id, house: part.house }) : null}
          />
        ))}
      </ul>
      <h3>{t('card.kinds')}</h3>
      <ul className="chips">
        {kinds.map(({ part, isIn }) => (
          <Chip
            key={part.category}
            words={notice.categories[part.category]}
            isIn={isIn}
            onPress={consent.mayNarrow ? () => go({ at: 'narrow', id: consent.id, category: part.category }) : null}
          />
        ))}
      </ul>
      {consent.mayNarrow && <p className="muted small">{t('card.tapHelp')}</p>}
    </div>
  );
}

interface ChipProps {
  readonly badge?: React.ReactNode;
  readonly words: string;
  readonly isIn: boolean;
  readonly onPress: (() => void) | null;
}

function Chip({ badge, words, isIn, onPress }: ChipProps) {
  const { t } = useTexts();
  if (!isIn)
    return (
      <li className="chip" data-out>
        {badge}
        <s>{words}</s>
        <span className="vh"> {t('houses.gone')}</span>
      </li>
    );
  if (!onPress)
    return (
      <li className="chip">
        {badge}
        {words}
      </li>
    );
  return (
    <li>
      <button type="button" className="chip" aria-label={t('card.remove', { part: words })} onClick={onPress}>
        {badge}
        {words}
        <X className="icon" aria-hidden />
      </button>
    </li>
  );
}

function Left({ consent }: { readonly consent: Consent }) {
  const { counted } = useTexts();
  const { home } = useVisit();
  const left = home ? daysLeft(consent.validUntil, home.now) : Infinity;
  if (consent.state !== 'holds' || left > SOON) return null;
  return (
    <div className="card-left">
      <p>{counted('card.left', left)}</p>
      <AskRenewal consent={consent} />
    </div>
  );
}

/** Asks for the next half year, once: of one that is soon over, and of one that is. */
export function AskRenewal({ consent }: { readonly consent: Consent }) {
  const { t } = useTexts();
  const { service, refreshHome } = useVisit();
  const [isAsked, setAsked] = useState(consent.isRenewalAsked);
  const act = useAct(service.askRenewal, () => {
    setAsked(true);
    void refreshHome();
  });
  return (
    <>
      <div role="status">{isAsked && <p className="muted">{t('card.renewAsked')}</p>}</div>
      {!isAsked && consent.mayAskRenewal && (
        <Button icon={RotateCw} isWaiting={act.isWaiting} onPress={() => act.run(consent)}>
          {t('card.renew')}
        </Button>
      )}
      {act.refusal && <Failing refusal={act.refusal} />}
    </>
  );
}

export function EndedCard({ consent }: { readonly consent: Consent }) {
  const texts = useTexts();
  const { go } = useVisit();
  const houseWord = useHouseWord();
  const named = useAboutName();
  return (
    <li>
      <button type="button" className="way" onClick={() => go({ at: 'whole', id: consent.id })}>
        <span className="way-words">
          <span className="way-title">{stateWords(texts, consent)}</span>
          <span className="way-help">
            <bdi>{named(consent)}</bdi> · {consent.houses.map(houseWord).join(' · ')}
          </span>
        </span>
        <span className="way-on" aria-hidden />
      </button>
    </li>
  );
}
