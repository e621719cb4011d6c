/** The demonstration's mail gateway: hands answers in where Samnav takes them, by the secret that the two share. */
import { z } from 'zod';
import type { HandIn } from './sent-routes.js';

const TAKEN = z.object({ outcome: z.string(), why: z.string().optional() });

const WORDS: Readonly<Record<string, string>> = {
  taken: 'Tack! Svaret har kommit fram, och den som kallar ser det direkt.',
  ignored:
    'Svaret gäller en tid som har ändrats eller ett möte som är över, så det räknas inte. Svara på den senaste inbjudan.',
  refused: 'Svaret togs inte emot: det hör inte till den här inbjudan.',
};
const NOT_NOW = 'Svaret kom inte fram just nu. Försök igen om en stund, eller svara i Samnav.';

/** Undefined where nothing is set up to take answers. */
export function handInAnswers(publicUrl: string, secret: string | undefined): HandIn | undefined {
  if (secret === undefined) return undefined;
  return async (mail) => {
    const answer = await fetch(new URL('/mail/replies', publicUrl), {
      method: 'POST',
      headers: { 'Content-Type': 'message/rfc822', Authorization: `Bearer ${secret}` },
      body: mail,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (!answer?.ok) return NOT_NOW;
    const read = TAKEN.safeParse(await answer.json().catch(() => null));
    return (read.success && WORDS[read.data.outcome]) || NOT_NOW;
  };
}
