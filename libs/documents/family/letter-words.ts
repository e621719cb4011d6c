/** The letter's sentences. Other languages are met in English until a translator has written theirs. */

export interface LetterWords {
  readonly language: string;
  readonly title: string;
  readonly greeting: string;
  readonly where: (address: string) => string;
  readonly yourCode: string;
  readonly until: (day: string) => string;
  readonly identify: string;
  readonly alone: string;
  readonly questions: string;
  readonly page: (page: number, of: number) => string;
}

export const LETTER_WORDS: Readonly<Record<'sv' | 'en', LetterWords>> = {
  sv: {
    language: 'sv-SE',
    title: 'Vi vill att du läser något',
    greeting: 'Hej! Vi vill fråga dig om en sak. Du läser den på nätet, när det passar dig.',
    where: (address) => `Gå till ${address} och skriv din kod.`,
    yourCode: 'Din kod',
    until: (day) => `Koden fungerar till och med ${day}, och bara en gång.`,
    identify: 'Sedan visar du vem du är med din e-legitimation. Har du ingen, ring oss så hittar vi ett annat sätt.',
    alone: 'Koden är bara din. Visa den inte för någon annan.',
    questions: 'Har du frågor, eller vill du prata med någon i stället? Ring kommunens växel.',
    page: (page, of) => `Sida ${page} av ${of}`,
  },
  en: {
    language: 'en-GB',
    title: 'We would like you to read something',
    greeting: 'Hello! We would like to ask you something. You read it online, when it suits you.',
    where: (address) => `Go to ${address} and type your code.`,
    yourCode: 'Your code',
    until: (day) => `The code works up to and including ${day}, and only once.`,
    identify:
      'Then you show who you are with your e-identification. If you have none, phone us and we will find another way.',
    alone: 'The code is yours alone. Do not show it to anybody else.',
    questions: 'Do you have questions, or would you rather talk to somebody? Phone the municipality.',
    page: (page, of) => `Page ${page} of ${of}`,
  },
};
