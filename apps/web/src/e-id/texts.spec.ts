/** Every sentence that the rules can come to has its words: nobody who signs meets an empty line or a code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { E_ID_MESSAGES } from '#domain/e-id/hint.js';

const wordsIn = (language: string): Record<string, string> =>
  (
    JSON.parse(readFileSync(path.join(process.cwd(), `apps/web/src/e-id/texts.${language}.json`), 'utf8')) as {
      message: Record<string, string>;
    }
  ).message;

describe('the words of the e-identification', () => {
  it.each(['sv', 'en'])('in %s are those of the rules', (language) => {
    expect(Object.keys(wordsIn(language)).sort()).toEqual([...E_ID_MESSAGES].sort());
  });

  it('say of everything that ends the attempt what to do or that nothing is signed', () => {
    const waiting = ['searching', 'in-progress', 'starting-app'];
    const plain = Object.entries(wordsIn('sv')).filter(
      ([id, text]) =>
        !waiting.includes(id) &&
        !/(Försök|Starta|Skriv|Välj|Svara|Gör|Fotografera|Kontrollera|Installera|Uppdatera|Inget är underskrivet|Använd|Prova|Radera)/.test(
          text,
        ),
    );
    expect(plain).toEqual([]);
  });
});
