/**
 * What is being written on the family's pages stays when one goes back and forth, and when the telephone throws the page out (for
 * the app of the e-identification, a call, a lack of memory), with the key that it will be sent by. It lies in the tab's own store,
 * sealed by a key that the town gives to nobody but whoever is known in this very session; it goes with the tab, with the session
 * and, before anything else, with a quick exit. Where the browser keeps nothing it is in memory, as long as the page stands.
 */
import { useState } from 'react';
import type { Stroke } from '#domain/plan/drawing.js';
import type { Answer } from '../shapes.js';
import { onSignedOut } from '../signed-out.js';

interface Words {
  readonly text: string;
  /** What has been drawn, and what it shows. */
  readonly strokes: readonly Stroke[];
  readonly alt: string;
  readonly key: string;
}

const nothing = (): Words => ({ text: '', strokes: [], alt: '', key: crypto.randomUUID() });

const PLACE = 'family-words';
const NONCE = 12;
/** Whoever types is not kept waiting, in milliseconds. */
const SETTLES_AFTER = 300;

const kept = new Map<string, Words>();
/** Rises when all of it is to be forgotten: what was begun before is not written after. */
let round = 0;
let askForKey: (() => Promise<Answer<string>>) | undefined;
let sealing: Promise<CryptoKey | null> | undefined;
let settling: ReturnType<typeof setTimeout> | undefined;

/** Whoever shows who they are next may be somebody else. */
export function forgetWords(): void {
  round += 1;
  clearTimeout(settling);
  settling = undefined;
  sealing = undefined;
  kept.clear();
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // Nothing lies there.
  }
}
onSignedOut(forgetWords);

/** `ask` gives the key of the session that one is known in, as base64. */
export function sealWordsBy(ask: () => Promise<Answer<string>>): void {
  askForKey = ask;
}

/** Before the page is drawn: what was being written when it went. */
export async function bringBackWords(): Promise<void> {
  try {
    const lying = sessionStorage.getItem(PLACE);
    if (lying === null) return;
    const key = await sealingKey();
    const bytes = Uint8Array.from(atob(lying), (char) => char.charCodeAt(0));
    if (!key) return;
    const iv = bytes.slice(0, NONCE);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(NONCE));
    for (const [about, words] of JSON.parse(new TextDecoder().decode(text)) as [string, Words][])
      kept.set(about, words);
  } catch {
    // Of another session, or changed by somebody: it can be opened by nobody.
    try {
      sessionStorage.removeItem(PLACE);
    } catch {
      // Nothing lies there.
    }
  }
}

function sealingKey(): Promise<CryptoKey | null> {
  sealing ??= (async () => {
    const { data } = (await askForKey?.()) ?? {};
    if (data === undefined) return null;
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  })().catch(() => null);
  // What could not be asked for is asked for anew the next time.
  const asked = sealing;
  void asked.then((key) => {
    if (key === null && sealing === asked) sealing = undefined;
  });
  return asked;
}

function keepLater(): void {
  settling ??= setTimeout(() => void keepNow(), SETTLES_AFTER);
}

async function keepNow(): Promise<void> {
  clearTimeout(settling);
  settling = undefined;
  const own = round;
  try {
    if (kept.size === 0) return sessionStorage.removeItem(PLACE);
    const key = await sealingKey();
    if (!key) return;
    const iv = crypto.getRandomValues(new Uint8Array(NONCE));
    const text = new TextEncoder().encode(JSON.stringify([...kept]));
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text));
    // Somebody has left meanwhile: nothing may come back after that.
    if (own !== round) return;
    sessionStorage.setItem(PLACE, btoa([...iv, ...sealed].map((byte) => String.fromCharCode(byte)).join('')));
  } catch {
    // It stays in memory.
  }
}

if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && settling !== undefined) void keepNow();
  });

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
      keepLater();
      setWords(next);
    },
    drop: () => {
      kept.delete(about);
      keepLater();
      setWords(nothing());
    },
  };
}
