/** A word about something in the plan, or what I would like to be in it. */
import { useCallback, useState } from 'react';
import { writeStroke } from '#domain/plan/drawing.js';
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { useDrawingField } from './DrawingField.js';
import { useKeptWords } from './kept-words.js';
import { WordsForm } from './WordsForm.js';

interface SayScreenProps {
  readonly planId: string;
  readonly entryId?: string;
  /** Of the future, which one may draw. */
  readonly isDrawn?: boolean;
}

export function SayScreen({ planId, entryId, isDrawn = false }: SayScreenProps) {
  const { t } = useTexts();
  const { service } = useVisit();
  const [isSent, setSent] = useState(false);
  const words = useKeptWords(`${entryId ?? planId}${isDrawn ? ':drawn' : ''}`);
  const { key, strokes, alt } = words;
  const drawing = useDrawingField(words);
  const send = useCallback(
    (text: string) => {
      const said = {
        key,
        text,
        drawing: isDrawn && strokes.length > 0 ? { strokes: strokes.map(writeStroke), alt } : null,
      };
      return entryId === undefined ? service.propose(planId, said) : service.comment(entryId, said);
    },
    [service, planId, entryId, key, isDrawn, strokes, alt],
  );
  const title = t(isDrawn ? 'plan.draw.screen' : entryId === undefined ? 'plan.proposeTitle' : 'plan.sayTitle');
  if (isSent) return <SentScreen words={t(entryId === undefined ? 'plan.proposedWords' : 'plan.sentWords')} />;
  return (
    <Screen title={title} drawing={<Scene name="bubble" />}>
      <WordsForm
        words={words}
        label={t(isDrawn ? 'plan.draw.words' : entryId === undefined ? 'plan.proposeLabel' : 'plan.sayLabel')}
        lack={t(isDrawn ? 'plan.draw.empty' : 'plan.empty')}
        {...(isDrawn ? { drawing } : {})}
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
