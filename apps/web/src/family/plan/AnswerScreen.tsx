/** Not yet: what has to be otherwise before I am with the plan. */
import { useCallback, useState } from 'react';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { useKeptWords } from './kept-words.js';
import { SentScreen } from './SayScreen.js';
import { WordsForm } from './WordsForm.js';

export function AnswerScreen({ answerId }: { readonly answerId: string }) {
  const { t } = useTexts();
  const { service } = useVisit();
  const [isSent, setSent] = useState(false);
  const words = useKeptWords(answerId);
  const send = useCallback(
    (text: string) => service.answerPlan(answerId, { answer: 'no', words: text }),
    [service, answerId],
  );
  if (isSent) return <SentScreen words={t('plan.sentWords')} />;
  return (
    <Screen title={t('plan.adopt.notYet')} drawing={<Scene name="bubble" />}>
      <WordsForm
        words={words}
        label={t('plan.adopt.label')}
        lack={t('plan.adopt.empty')}
        send={send}
        onSent={() => setSent(true)}
      />
    </Screen>
  );
}
