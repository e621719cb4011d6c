/** The question is no longer there: it was answered, taken back, or its time is over. Nothing is to be done. */
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { CallLink } from '../states.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';

export function GoneScreen({ title }: { readonly title: string }) {
  const { t } = useTexts();
  const { settle, town, refreshHome } = useVisit();
  const home = () => {
    // The first page may be as old as this one was.
    void refreshHome();
    settle({ at: 'home' });
  };
  return (
    <Screen
      title={title}
      hasNoBack
      drawing={<Scene name="window" />}
      actions={
        <>
          <Button kind="primary" onPress={home}>
            {t('failing.home')}
          </Button>
          {town.phone !== '' && <CallLink phone={town.phone} />}
        </>
      }
    >
      <p>{t('failing.closed')}</p>
    </Screen>
  );
}
