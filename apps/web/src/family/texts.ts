/**
 * The family's texts: one catalogue for the language that is read, nothing more is downloaded. Whatever a sentence is
 * filled with is isolated, so that a Swedish name or a number never turns an Arabic sentence around.
 */
import { createContext, createElement, Fragment, useContext, type ReactNode } from 'react';
import type swedish from './texts/sv.json';
import { SPEECH, type Language } from './language.js';

export interface Catalogue {
  readonly [key: string]: string | readonly string[] | Catalogue;
}

type Path<T> = {
  [K in keyof T & string]: T[K] extends string ? K : T[K] extends readonly string[] ? never : `${K}.${Path<T[K]>}`;
}[keyof T & string];

/** A sentence of the Swedish catalogue; the other languages have the same (catalogues.spec.ts). */
export type TextKey = Path<typeof swedish>;
export type Filling = Readonly<Record<string, ReactNode>>;

export interface Texts {
  readonly language: Language;
  /** As plain text, for names of buttons and titles. */
  readonly t: (key: TextKey, filling?: Readonly<Record<string, string | number>>) => string;
  /** As it is shown: what fills it is isolated. */
  readonly shown: (key: TextKey, filling: Filling) => ReactNode;
  /** `key_one`, `key_other` … by the language's own plural forms. */
  readonly counted: (key: string, count: number) => string;
  readonly words: (key: string) => readonly string[];
  /** No translator has read this language yet. */
  readonly isUnreviewed: boolean;
}

const HOLE = /{{(\w+)}}/;

const found = (catalogue: Catalogue, key: string): string | readonly string[] | undefined => {
  const value = key
    .split('.')
    .reduce<Catalogue[string] | undefined>(
      (at, part) => (typeof at === 'object' && !Array.isArray(at) ? (at as Catalogue)[part] : undefined),
      catalogue,
    );
  return typeof value === 'string' || Array.isArray(value) ? (value as string | readonly string[]) : undefined;
};

/** The catalogues in the order in which a sentence is looked for: the language itself, then what it falls back to. */
export function textsOf(language: Language, catalogues: readonly Catalogue[]): Texts {
  const sought = (key: string) => {
    for (const catalogue of catalogues) {
      const text = found(catalogue, key);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const sentence = (key: string): string => {
    const text = sought(key);
    if (typeof text === 'string') return text;
    reportError(new Error(`No text for ${key}`));
    return '';
  };
  const t: Texts['t'] = (key, filling = {}) =>
    sentence(key)
      .split(HOLE)
      .map((part, index) => (index % 2 === 0 ? part : String(filling[part] ?? '')))
      .join('');
  const shown: Texts['shown'] = (key, filling) => fill(sentence(key), filling);
  const plurals = new Intl.PluralRules(SPEECH[language].locale);
  return {
    language,
    t,
    shown,
    counted: (key, count) => {
      const text = sought(`${key}_${plurals.select(count)}`) ?? sentence(`${key}_other`);
      return String(text).replace('{{count}}', String(count));
    },
    words: (key) => {
      const list = sought(key);
      return Array.isArray(list) ? (list as readonly string[]) : [];
    },
    isUnreviewed: catalogues[0]?.['_review'] === 'needs-translator',
  };
}

/** Fills a sentence's holes, `{{name}}` or `{name}`, each isolated in its direction. */
export function fill(sentence: string, filling: Filling): ReactNode {
  return sentence
    .split(/{{?(\w+)}?}/)
    .map((part, index) =>
      index % 2 === 0
        ? createElement(Fragment, { key: index }, part)
        : createElement('bdi', { key: index }, filling[part]),
    );
}

const Spoken = createContext<Texts | null>(null);

export const TextsProvider = Spoken.Provider;

export function useTexts(): Texts {
  const texts = useContext(Spoken);
  if (!texts) throw new Error('A page of the family stands outside its texts.');
  return texts;
}
