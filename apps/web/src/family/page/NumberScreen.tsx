/** "Do not keep my number": what follows from it, and one press to mean it. (GDPR 17) */
import { useState } from 'react';
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { DoneScreen } from '../DoneScreen.js';
import { Screen } from '../Screen.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';

export function NumberScreen() {
  const { t } = useTexts();
  const { service, back, refreshHome } = useVisit();
  const [isDone, setDone] = useState(false);
  const act = useAct(service.forgetPhone, () => {
    setDone(true);
    void refreshHome();
  });
  if (isDone)
    return (
      <DoneScreen title={t('number.done')}>
        <p role="status">{t('number.doneWords')}</p>
      </DoneScreen>
    );
  return (
    <Screen
      title={t('number.title')}
      drawing={<Scene name="letter" />}
      actions={
        <>
          <Button kind="primary" isWaiting={act.isWaiting} onPress={() => act.run()}>
            {t('number.yes')}
          </Button>
          <Button onPress={back}>{t('number.keep')}</Button>
        </>
      }
    >
      <p>{t('number.words')}</p>
      <p>{t('number.then')}</p>
      <p>{t('number.stays')}</p>
      {act.refusal && <Failing refusal={act.refusal} />}
    </Screen>
  );
}
