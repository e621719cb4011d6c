/** Where one writes in a plan: what is written stays until it is sent, also when the network or the session goes. */
import { useId, useState, type ReactNode } from 'react';
import { LONGEST_VOICE } from '#domain/plan/family-plan.js';
import { Button } from '../controls.js';
import type { Answer } from '../shapes.js';
import { Failing } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct } from '../visit.js';
import type { KeptWords } from './kept-words.js';

interface WordsFormProps {
  readonly words: KeptWords;
  readonly label: string;
  /** What is said when nothing has been written. */
  readonly lack: string;
  readonly send: (text: string) => Promise<Answer<boolean>>;
  readonly onSent: () => void;
  /** Beside or in place of the words; what of it is lacking, if anything. */
  readonly drawing?: { readonly fields: ReactNode; readonly isThere: boolean; readonly lack: () => boolean };
}

export function WordsForm({ words, label, lack, send, onSent, drawing }: WordsFormProps) {
  const { t } = useTexts();
  const id = useId();
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct(send, () => {
    words.drop();
    onSent();
  });
  const submit = () => {
    if (drawing?.lack()) return;
    if (words.text.trim() !== '' || drawing?.isThere) return act.run(words.text.trim());
    setEmpty(true);
    document.getElementById(id)?.focus();
  };
  return (
    <form
      noValidate
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-help`} className="muted small">
        {t('plan.onlyUs')}
      </p>
      {isEmpty && (
        <p id={`${id}-lack`} className="lack" role="alert">
          {lack}
        </p>
      )}
      <textarea
        id={id}
        dir="auto"
        rows={6}
        maxLength={LONGEST_VOICE}
        value={words.text}
        aria-describedby={isEmpty ? `${id}-lack ${id}-help` : `${id}-help`}
        aria-invalid={isEmpty || undefined}
        onChange={(event) => {
          words.write({ text: event.target.value });
          setEmpty(false);
        }}
      />
      {drawing?.fields}
      {act.refusal && <Failing refusal={act.refusal} />}
      <Button type="submit" kind="primary" isWaiting={act.isWaiting} onPress={() => undefined}>
        {t('plan.send')}
      </Button>
    </form>
  );
}
