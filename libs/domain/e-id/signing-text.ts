/**
 * The text that stands in the app above the button: what a person reads there must be what they sign, so it holds nothing
 * that is read differently from how it is written, and fits what the service shows (BankID: userVisibleData, sign at most
 * 40 000 and auth at most 1 500 characters in base64; userNonVisibleData 200 000 and 1 500).
 */
import { failed, ok, type Result } from '../kernel/result.js';

export type EIdPurpose = 'sign' | 'identify';

/** `plaintext`, or the service's own few marks for headings, emphasis and lists. */
export const TEXT_FORMATS = ['plaintext', 'simpleMarkdownV1'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export type SigningTextFault = 'no-text' | 'text-too-long' | 'hidden-characters' | 'data-too-long';

interface Limits {
  readonly text: number;
  readonly data: number;
}

export const LIMITS: Readonly<Record<EIdPurpose, Limits>> = {
  sign: { text: 40_000, data: 200_000 },
  identify: { text: 1_500, data: 1_500 },
};

/** Controls other than line ends, marks that turn the order of letters, letters of no width; joiners are part of spelling. */
const HIDDEN = /[^\P{C}\n\r\u200C\u200D]|[\u2028\u2029]/u;

export interface SigningText {
  readonly purpose: EIdPurpose;
  readonly text: string;
  readonly data: string;
}

export function decideSigningText({ purpose, text, data }: SigningText): Result<SigningText, SigningTextFault> {
  if (text.trim() === '') return failed('no-text');
  if (HIDDEN.test(text)) return failed('hidden-characters');
  if (base64Length(text) > LIMITS[purpose].text) return failed('text-too-long');
  if (base64Length(data) > LIMITS[purpose].data) return failed('data-too-long');
  return ok({ purpose, text, data });
}

/** Takes away what a name or a house could do to the layout: in a signed text nobody's name becomes a heading. */
export const withoutMarks = (words: string): string =>
  words
    .replace(/[*_#|\\~`]/g, '')
    .replace(/^[\s+\-=>]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const base64Length = (text: string): number => 4 * Math.ceil(utf8Length(text) / 3);

const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};
