/** Less is always possible, at once: the whole yes, or one part of it. One page that says what happens, one press to mean it. */
import { useState } from 'react';
import { listed } from '#domain/consent/notice-words/fill-notice.js';
import { GoneScreen } from '../consent/GoneScreen.js';
import { ConsentTable } from '../consent/TellSteps.js';
import { Button } from '../controls.js';
import { momentWords } from '../dates.js';
import { useHouseWord } from '../house-words.js';
import type { Place } from '../places.js';
import { lackOf, NOTHING_AWAY, reachOf } from '../reach.js';
import { DoneScreen } from '../DoneScreen.js';
import { Screen } from '../Screen.js';
import { Sentence } from '../Sentence.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useConsent, useVisit } from '../visit.js';
import { useAboutName } from './about-name.js';

export function WithdrawScreen({ id }: { readonly id: string }) {
  const consent = useConsent(id);
  const texts = useTexts();
  const { t, shown } = texts;
  const { service, notice, back, refreshHome } = useVisit();
  const houseWord = useHouseWord();
  const named = useAboutName();
  const [done, setDone] = useState<{ readonly at: string; readonly already: boolean } | null>(null);
  const act = useAct(service.withdraw, (answer) => {
    setDone(answer);
    void refreshHome();
  });
  if (done)
    return (
      <DoneScreen title={t('withdraw.done')}>
        <p role="status">
          {shown(done.already ? 'withdraw.already' : 'withdraw.doneWords', { time: momentWords(done.at, texts) })}
        </p>
        <p>{t('withdraw.told')}</p>
      </DoneScreen>
    );
  if (!consent) return <GoneScreen title={t('withdraw.title')} />;
  const inside = reachOf(consent, NOTHING_AWAY).houses.filter(({ isIn }) => isIn);
  return (
    <Screen
      title={t('withdraw.title')}
      drawing={
        <ConsentTable
          consent={consent}
          away={{
            houses: consent.houses.map(({ house }) => house),
            categories: consent.kinds.map(({ category }) => category),
          }}
        />
      }
      actions={
        <>
          <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run(consent)}>
            {t('withdraw.yes')}
          </Button>
          <Button onPress={back}>{t('withdraw.keep')}</Button>
        </>
      }
    >
      <p>
        {shown('withdraw.words', {
          houses: listed(
            inside.map(({ part }) => houseWord(part)),
            notice,
          ),
          person: named(consent),
        })}
      </p>
      <p>{t('withdraw.told')}</p>
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}

export function NarrowScreen({ place }: { readonly place: Extract<Place, { at: 'narrow' }> }) {
  const consent = useConsent(place.id);
  const { t, shown } = useTexts();
  const { service, notice, back, go, settle, refreshHome } = useVisit();
  const houseWord = useHouseWord();
  const named = useAboutName();
  const [isDone, setDone] = useState(false);
  const act = useAct(service.narrow, () => {
    setDone(true);
    void refreshHome();
  });
  if (!consent) return <GoneScreen title={t('narrow.done')} />;
  const house = consent.houses.find((one) => one.house === place.house);
  const away = {
    houses: place.house === undefined ? [] : [place.house],
    categories: place.category === undefined ? [] : [place.category],
  };
  const part = house ? houseWord(house) : place.category ? notice.categories[place.category] : '';
  if (isDone)
    return (
      <Screen
        title={t('narrow.done')}
        hasNoBack
        drawing={<ConsentTable consent={consent} away={away} />}
        actions={
          <Button kind="primary" onPress={() => settle({ at: 'home' })}>
            {t('signed.home')}
          </Button>
        }
      >
        <p role="status">{t('narrow.doneWords')}</p>
        <Sentence consent={consent} away={away} label={t('sentence.now')} />
      </Screen>
    );
  const isLast = lackOf(consent, away) !== null;
  return (
    <Screen
      title={t('narrow.title', { part })}
      drawing={<ConsentTable consent={consent} away={away} />}
      actions={
        <>
          {isLast ? (
            <Button kind="primary" onPress={() => go({ at: 'withdraw', id: consent.id })}>
              {t('card.withdraw')}
            </Button>
          ) : (
            <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run(consent, away)}>
              {t('narrow.yes')}
            </Button>
          )}
          <Button onPress={back}>{t('narrow.keep')}</Button>
        </>
      }
    >
      {isLast ? (
        <p>{t('narrow.last')}</p>
      ) : (
        <>
          <p>{shown(house ? 'narrow.house' : 'narrow.kind', { part, person: named(consent) })}</p>
          <Sentence consent={consent} away={away} isQuiet label={t('narrow.after')} />
          <p className="muted">{t('narrow.again')}</p>
        </>
      )}
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}
