/** A question to the coordinator: what is written stays until it is sent, also when the network or the session goes. */
import { useState } from 'react';
import { Button } from '../controls.js';
import { dayWords } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import type { Asked } from '../shapes.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';

const LONGEST = 2_000;

export function QuestionScreen() {
  const { t, shown } = useTexts();
  const { home, service, refreshHome, settle } = useVisit();
  const [text, setText] = useState('');
  const [state, setState] = useState<'writing' | 'empty' | 'sent'>('writing');
  const act = useAct(service.ask, () => {
    setState('sent');
    setText('');
    void refreshHome();
  });
  const consent = home?.consents[0];
  const send = () => {
    if (text.trim() === '') {
      setState('empty');
      document.getElementById('question')?.focus();
    } else if (consent) act.run(consent, text.trim());
  };
  const earlier = home?.questions ?? [];
  if (state === 'sent')
    return (
      <Screen
        title={t('question.sent')}
        isGreeting
        hasNoBack
        drawing={<Scene name="bubble" />}
        actions={
          <Button kind="primary" onPress={() => settle({ at: 'home' })}>
            {t('signed.home')}
          </Button>
        }
      >
        <p role="status">{t('question.sentWords')}</p>
      </Screen>
    );
  return (
    <Screen title={t('question.title')} drawing={<Scene name="bubble" />}>
      <form
        noValidate
        className="ask"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label htmlFor="question">{t('question.label')}</label>
        <p id="question-help" className="muted small">
          {t('question.help')}
        </p>
        {state === 'empty' && (
          <p id="question-lack" className="lack" role="alert">
            {t('question.empty')}
          </p>
        )}
        <textarea
          id="question"
          dir="auto"
          rows={6}
          maxLength={LONGEST}
          value={text}
          aria-describedby={state === 'empty' ? 'question-lack question-help' : 'question-help'}
          aria-invalid={state === 'empty' || undefined}
          onChange={(event) => {
            setText(event.target.value);
            setState('writing');
          }}
        />
        {act.refusal && <Failing refusal={act.refusal} />}
        <Button type="submit" kind="primary" isWaiting={act.isWaiting} onPress={() => undefined}>
          {t('question.send')}
        </Button>
        <p className="note-line">{shown('question.urgent', { phone: <a href="tel:112">112</a> })}</p>
      </form>
      {earlier.length > 0 && (
        <>
          <h2>{t('question.earlier')}</h2>
          <ul className="asked">
            {earlier.map((one) => (
              <AskedCard key={one.id} asked={one} />
            ))}
          </ul>
        </>
      )}
    </Screen>
  );
}

function AskedCard({ asked }: { readonly asked: Asked }) {
  const texts = useTexts();
  const { t, shown } = texts;
  return (
    <li className="asked-one">
      <p className="muted small">{shown('question.asked', { day: dayWords(asked.askedAt, texts) })}</p>
      <p className="asked-words" dir="auto">
        {asked.text}
      </p>
      <p className="asked-state" data-answered={asked.answeredAt !== null || undefined}>
        {asked.answeredAt === null
          ? t('question.waiting')
          : shown('question.answered', { day: dayWords(asked.answeredAt, texts) })}
      </p>
    </li>
  );
}
