/**
 * What a family is told before they sign, word for word: one sentence that says who may talk about what, why and until
 * when, and what a no means. A changed text is a new version; a consent keeps the version that was read (ISO/IEC TS 27560:
 * notice). Placeholders are filled from the consent alone.
 */

export const NOTICE_ID = 'samtycke-samverkan';
export const NOTICE_VERSION = '2026-11-2';

/** The Swedish text, which decides; other languages are translations of it. */
export const NOTICE_TEXT = {
  sentence:
    '{from} får prata med {to} om {person}: {categories}. Det är för att {purposes}. Det gäller till och med {until}.',
  situations: 'De får prata när de {situations}.',
  no: 'Du bestämmer själv. Om du säger nej händer inget dåligt, och du kan få hjälp ändå.',
  withdraw: 'Du kan när som helst ta tillbaka ditt ja, helt eller delvis. Då gäller det direkt.',
  duties:
    'En sak kan ingen välja bort: den som arbetar med barn måste berätta för socialtjänsten om ett barn kan fara illa, och i fara för någons liv får man larma.',
  seen: 'Du kan se vilka som har läst eller fått något. Ibland får vi inte visa allt.',
} as const;
