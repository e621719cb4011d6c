/** What one has just done, and the way home; there is no way back into it. */
import type { ReactNode } from 'react';
import { Button } from './controls.js';
import { Scene } from './drawings/Scene.js';
import { Screen } from './Screen.js';
import { useTexts } from './texts.js';
import { useVisit } from './visit.js';

export function DoneScreen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTexts();
  const { settle } = useVisit();
  return (
    <Screen
      title={title}
      isGreeting
      hasNoBack
      drawing={<Scene name="cup" />}
      actions={
        <Button kind="primary" onPress={() => settle({ at: 'home' })}>
          {t('signed.home')}
        </Button>
      }
    >
      {children}
    </Screen>
  );
}
