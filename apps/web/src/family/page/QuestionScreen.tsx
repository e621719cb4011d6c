/** A question to the coordinator: what is written stays until it is sent, also when the network or the session goes. */
import { useCallback, useState } from 'react';
import { Button } from '../controls.js';
import { dayWords } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import { useKeptWords } from '../plan/kept-words.js';
import type { Asked, Consent } from '../shapes.js';
import { CallLink, Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useVisit } from '../visit.js';
import { peopleOf } from './people-of.js';
import { usePersonName } from './people.js';

const LONGEST = 2_000;

export function QuestionScreen() {
  const { t, shown } = useTexts();
  const { home, service, town, refreshHome, settle } = useVisit();
  const personName = usePersonName();
  const words = useKeptWords('question');
  const { text, key } = words;
  const people = peopleOf(home?.consents ?? []);
  const [about, setAbout] = useState<string | null>(null);
  const [state, setState] = useState<'writing' | 'empty' | 'whom' | 'sent'>('writing');
  const ask = useCallback((of: Consent, said: string) => service.ask(of, { key, text: said }), [service, key]);
  const act = useAct(ask, () => {
    setState('sent');
    words.drop();
    void refreshHome();
  });
  // Whom it is about is asked only where there are several; who has been chosen may be gone by now.
  const chosen = people.length === 1 ? people[0] : people.find(({ id }) => id === about);
  const send = () => {
    if (text.trim() === '') {
      setState('empty');
      document.getElementById('question')?.focus();
    } else if (!chosen) {
      setState('whom');
      document.querySelector<HTMLInputElement>('input[name="about"]')?.focus();
    } else act.run(chosen.consent, text.trim());
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
  if (people.length === 0)
    return (
      <Screen
        title={t('question.title')}
        drawing={<Scene name="bubble" />}
        actions={town.phone !== '' && <CallLink kind="primary" phone={town.phone} />}
      >
        <p>{t('question.nobody')}</p>
        <p className="note-line">{shown('question.urgent', { phone: <a href="tel:112">112</a> })}</p>
        <Earlier asked={earlier} />
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
        {people.length > 1 && (
          <fieldset
            className="choice"
            aria-describedby={state === 'whom' ? 'question-whom' : undefined}
            aria-invalid={state === 'whom' || undefined}
          >
            <legend>{t('question.about')}</legend>
            {state === 'whom' && (
              <p id="question-whom" className="lack" role="alert">
                {t('question.choose')}
              </p>
            )}
            {people.map((one) => (
              <label key={one.id} className="choice-one">
                <input
                  type="radio"
                  name="about"
                  checked={chosen?.id === one.id}
                  onChange={() => {
                    setAbout(one.id);
                    setState('writing');
                  }}
                />
                <bdi>{personName(one)}</bdi>
              </label>
            ))}
          </fieldset>
        )}
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
            words.write({ text: event.target.value });
            setState('writing');
          }}
        />
        {act.refusal && <Failing refusal={act.refusal} />}
        <Button type="submit" kind="primary" isWaiting={act.isWaiting} onPress={() => undefined}>
          {t('question.send')}
        </Button>
        <p className="note-line">{shown('question.urgent', { phone: <a href="tel:112">112</a> })}</p>
      </form>
      <Earlier asked={earlier} />
    </Screen>
  );
}

function Earlier({ asked }: { readonly asked: readonly Asked[] }) {
  const { t } = useTexts();
  if (asked.length === 0) return null;
  return (
    <>
      <h2>{t('question.earlier')}</h2>
      <ul className="asked">
        {asked.map((one) => (
          <AskedCard key={one.id} asked={one} />
        ))}
      </ul>
    </>
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
