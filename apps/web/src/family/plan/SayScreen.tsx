/** A word about something in the plan, or what I would like to be in it. */
import { useCallback, useState } from 'react';
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { useKeptWords } from './kept-words.js';
import { WordsForm } from './WordsForm.js';

export function SayScreen({ planId, entryId }: { readonly planId: string; readonly entryId?: string }) {
  const { t } = useTexts();
  const { service } = useVisit();
  const [isSent, setSent] = useState(false);
  const words = useKeptWords(entryId ?? planId);
  const { key } = words;
  const send = useCallback(
    (text: string) =>
      entryId === undefined ? service.propose(planId, { key, text }) : service.comment(entryId, { key, text }),
    [service, planId, entryId, key],
  );
  const title = t(entryId === undefined ? 'plan.proposeTitle' : 'plan.sayTitle');
  if (isSent) return <SentScreen words={t(entryId === undefined ? 'plan.proposedWords' : 'plan.sentWords')} />;
  return (
    <Screen title={title} drawing={<Scene name="bubble" />}>
      <WordsForm
        words={words}
        label={t(entryId === undefined ? 'plan.proposeLabel' : 'plan.sayLabel')}
        lack={t('plan.empty')}
        send={send}
        onSent={() => setSent(true)}
      />
    </Screen>
  );
}

export function SentScreen({ words }: { readonly words: string }) {
  const { t } = useTexts();
  const { settle } = useVisit();
  return (
    <Screen
      title={t('plan.sent')}
      isGreeting
      hasNoBack
      drawing={<Scene name="bubble" />}
      actions={
        <Button kind="primary" onPress={() => settle({ at: 'home' }, { at: 'plans' })}>
          {t('plan.back')}
        </Button>
      }
    >
      <p role="status">{words}</p>
    </Screen>
  );
}
