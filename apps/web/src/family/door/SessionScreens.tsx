/** The child's own step, what stands over a page that may not be read now, and the goodbye. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { knownToken } from '../link-token.js';
import type { Refusal } from '../shapes.js';
import { CallLink, Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';

/** A child's e-identification in somebody else's hand shows nothing before the child has said that it is them. */
export function OwnStepScreen() {
  const { t } = useTexts();
  const { service, leave, settle, refreshHome } = useVisit();
  const act = useAct(service.takeOwnStep, () => void refreshHome().then(() => settle({ at: 'home' })));
  return (
    <Screen
      title={t('ownStep.title')}
      hasNoBack
      isGreeting
      drawing={<Scene name="door" />}
      lead={t('ownStep.ask')}
      actions={
        <>
          <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run()}>
            {t('ownStep.yes')}
          </Button>
          <Button onPress={leave}>{t('ownStep.no')}</Button>
        </>
      }
    >
      <p>{t('ownStep.words')}</p>
      <p className="muted">{t('ownStep.later')}</p>
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}

/**
 * Stands over the page, which keeps what was written in it. A session ends for good, so the way back is the next link; when
 * it has been opened, in whichever tab, this page is there again.
 */
export function OverScreen({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTexts();
  const { service, town, refreshHome } = useVisit();
  const [isSent, setSent] = useState(false);
  const act = useAct(service.askNextLink, () => setSent(true));
  const token = knownToken();
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const { data: door } = await service.door();
      if (door?.state === 'identified' && !door.isOwnStepNeeded && (await refreshHome()) === null) onBack();
    };
    const onShown = () => void look();
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, [service, refreshHome, onBack]);
  return (
    <Screen
      title={t('over.title')}
      hasNoBack
      drawing={<Scene name="window" />}
      actions={
        <>
          {token !== null && !isSent && (
            <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run(token)}>
              {t('link.next')}
            </Button>
          )}
          {town.phone !== '' && <CallLink phone={town.phone} />}
        </>
      }
    >
      <p>{t('over.words')}</p>
      <p>{t('over.kept')}</p>
      <div role="status">{isSent && <p className="note-line">{t('link.nextSent')}</p>}</div>
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}

/** Stands over the page while the town cannot be reached; the way out and the telephone are there all the same. */
export function AwayScreen() {
  const { t } = useTexts();
  const { town } = useVisit();
  const before = useRef(document.activeElement);
  useEffect(() => {
    const held = before.current;
    return () => {
      if (held instanceof HTMLElement) held.focus({ preventScroll: true });
    };
  }, []);
  return (
    <Screen
      title={t('offline.coverTitle')}
      hasNoBack
      takesFocus
      drawing={<Scene name="cloud" />}
      actions={town.phone !== '' && <CallLink phone={town.phone} />}
    >
      <div role="status">
        <p>{t('offline.coverWhy')}</p>
        <p>{t('offline.coverDo')}</p>
      </div>
      {town.phone !== '' && <p className="muted">{t('offline.coverCall')}</p>}
    </Screen>
  );
}

export function ByeScreen() {
  const { t } = useTexts();
  const { leave } = useVisit();
  return (
    <Screen
      title={t('bye.title')}
      hasNoBack
      isGreeting
      drawing={<Scene name="cup" />}
      actions={
        <Button kind="primary" onPress={leave}>
          {t('bye.close')}
        </Button>
      }
    >
      <p>{t('bye.words')}</p>
    </Screen>
  );
}

/** The town could not be reached: nothing has happened, and the page can be asked for again. */
export function UnreachedScreen({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTexts();
  return (
    <Screen title={t('failing.title')} hasNoBack drawing={<Scene name="cloud" />}>
      <Failing refusal={refusal} onRetry={() => location.reload()} isUnderHeading />
    </Screen>
  );
}
