/**
 * Reads the page aloud in its own language, where the device has a voice for it: not everyone who must decide reads well,
 * and nobody should be read to in another language's voice.
 */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

const speech = (): SpeechSynthesis | undefined =>
  typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis;

const onVoices = (listener: () => void): (() => void) => {
  speech()?.addEventListener?.('voiceschanged', listener);
  return () => speech()?.removeEventListener?.('voiceschanged', listener);
};

export function voiceFor(tag: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const speaks = voices.filter(({ lang }) => lang.toLowerCase().replace('_', '-').split('-')[0] === tag);
  // A voice on the device needs no network, and tells no other company what is read.
  return speaks.find(({ localService }) => localService);
}

/** What is read: every passage marked so by being one, in the order of the page, each with its element to mark. */
export const passages = (page: ParentNode): readonly HTMLElement[] =>
  [...page.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, label, dt, dd, legend, [data-read]')].filter(
    (one) => !one.closest('[aria-hidden="true"], [data-unread]') && one.innerText.trim() !== '' && !holdsAnother(one),
  );

const holdsAnother = (one: HTMLElement): boolean => one.querySelector('h1, h2, h3, p, li, [data-read]') !== null;

export interface Listening {
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

export function useListening(tag: string, place: unknown): Listening {
  const voiceUri = useSyncExternalStore(onVoices, () => voiceFor(tag, speech()?.getVoices() ?? [])?.voiceURI ?? '');
  const [isOn, setOn] = useState(false);
  const stop = useCallback(() => {
    speech()?.cancel();
    setOn(false);
    mark(null);
  }, []);
  useEffect(() => stop, [stop, tag, place]);
  const start = useCallback(() => {
    const voice = voiceFor(tag, speech()?.getVoices() ?? []);
    const page = document.getElementById('page');
    if (!voice || !page) return;
    setOn(true);
    const queue = [...passages(page)];
    const next = () => {
      const passage = queue.shift();
      mark(passage ?? null);
      if (!passage) return setOn(false);
      const words = new SpeechSynthesisUtterance(passage.innerText);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.92;
      words.onend = next;
      words.onerror = () => setOn(false);
      speech()?.speak(words);
    };
    speech()?.cancel();
    next();
  }, [tag]);
  return { isPossible: voiceUri !== '', isOn, toggle: isOn ? stop : start };
}

function mark(passage: HTMLElement | null): void {
  document.querySelectorAll('.is-read').forEach((one) => one.classList.remove('is-read'));
  passage?.classList.add('is-read');
  passage?.scrollIntoView({ block: 'nearest' });
}
