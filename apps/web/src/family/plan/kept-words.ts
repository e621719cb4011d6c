/**
 * What is being written in a plan stays when one goes back and forth, with the key that it will be sent by; it is never kept
 * in the browser, and a quick exit takes it along.
 */
import { useState } from 'react';
import type { Stroke } from '#domain/plan/drawing.js';
import { onSignedOut } from '../signed-out.js';

interface Words {
  readonly text: string;
  /** What has been drawn, and what it shows. */
  readonly strokes: readonly Stroke[];
  readonly alt: string;
  readonly key: string;
}

const nothing = (): Words => ({ text: '', strokes: [], alt: '', key: crypto.randomUUID() });

const kept = new Map<string, Words>();

/** Whoever shows who they are next may be somebody else. */
export const forgetWords = (): void => kept.clear();
onSignedOut(forgetWords);

export interface KeptWords extends Words {
  readonly write: (part: Partial<Omit<Words, 'key'>>) => void;
  /** It has been said. */
  readonly drop: () => void;
}

/** `about`: what it is said of. Words that are sent again keep their key, so that a slow network says nothing twice. */
export function useKeptWords(about: string): KeptWords {
  const [words, setWords] = useState<Words>(() => kept.get(about) ?? nothing());
  return {
    ...words,
    write: (part) => {
      const next = { ...words, ...part };
      kept.set(about, next);
      setWords(next);
    },
    drop: () => {
      kept.delete(about);
      setWords(nothing());
    },
  };
}
