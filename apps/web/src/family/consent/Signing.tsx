/** The name itself, the thanks, and the no: each is an end, and each says what happens now. */
import { useState } from 'react';
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { OrderScreen } from '../e-id/OrderScreen.js';
import { Names } from './Names.js';
import type { Place } from '../places.js';
import { DoneScreen } from '../DoneScreen.js';
import { Screen } from '../Screen.js';
import { Sentence } from '../Sentence.js';
import type { Consent, Order } from '../shapes.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useConsent, useVisit } from '../visit.js';
import { GoneScreen } from './GoneScreen.js';

type SigningPlace = Extract<Place, { readonly at: 'sign' | 'signed' | 'decline' | 'withdraw' | 'whole' }>;

export default function Signing({ place, running }: { readonly place: SigningPlace; readonly running: Order | null }) {
  if (place.at === 'signed') return <SignedScreen id={place.id} />;
  if (place.at === 'decline') return <DeclineScreen id={place.id} />;
  return <SignScreen id={place.id} running={running?.consentId === place.id ? running : null} />;
}

function SignScreen({ id, running }: { readonly id: string; readonly running: Order | null }) {
  const consent = useConsent(id);
  const { t, language } = useTexts();
  const { service, awayOf, settle, refreshHome } = useVisit();
  // What has been begun goes on to its end, whichever of its own answer and the news of it comes first.
  const gone = consent?.state === 'asks-you' ? undefined : <GoneScreen title={t('sign.title')} />;
  return (
    <OrderScreen
      gone={gone}
      purpose="sign"
      title={t('sign.title')}
      lead={t('sign.lead')}
      running={running}
      begin={(start) => service.sign(consent as Consent, awayOf(id), { start, language })}
      onComplete={() => void refreshHome().then(() => settle({ at: 'home' }, { at: 'signed', id }))}
    >
      {consent && <Sentence consent={consent} away={awayOf(id)} isQuiet label={t('sentence.label')} />}
    </OrderScreen>
  );
}

function SignedScreen({ id }: { readonly id: string }) {
  const consent = useConsent(id);
  const { t } = useTexts();
  const { settle } = useVisit();
  if (!consent) return <GoneScreen title={t('signed.title')} />;
  const isWhole = consent.state === 'holds' || consent.state === 'begins-later';
  return (
    <Screen
      title={t('signed.title')}
      isGreeting
      hasNoBack
      drawing={<Scene name="cup" />}
      lead={isWhole ? t('signed.whole') : t('signed.half')}
      actions={
        <Button kind="primary" onPress={() => settle({ at: 'home' })}>
          {t('signed.home')}
        </Button>
      }
    >
      {!isWhole && <Names consent={consent} />}
      <p>{t('signed.next')}</p>
    </Screen>
  );
}

function DeclineScreen({ id }: { readonly id: string }) {
  const consent = useConsent(id);
  const { t } = useTexts();
  const { service, back, refreshHome } = useVisit();
  const [isDone, setDone] = useState(false);
  const act = useAct(service.withdraw, () => {
    setDone(true);
    void refreshHome();
  });
  if (isDone)
    return (
      <DoneScreen title={t('decline.done')}>
        <p>{t('decline.doneWords')}</p>
        <p>{t('decline.later')}</p>
      </DoneScreen>
    );
  if (!consent) return <GoneScreen title={t('decline.title')} />;
  return (
    <Screen
      title={t('decline.title')}
      drawing={<Scene name="door" />}
      actions={
        <>
          <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run(consent)}>
            {t('decline.yes')}
          </Button>
          <Button onPress={back}>{t('decline.keep')}</Button>
        </>
      }
    >
      <p>{t('decline.words')}</p>
      <p>{t('decline.later')}</p>
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}
