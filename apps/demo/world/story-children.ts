import type { FactorWritten } from '#use-cases/report/read-reported-child.js';

/** A child of the demonstration's story, invented, with what happened and how many hours before the seed. */
export interface StoryChild {
  readonly clientKey: string;
  readonly givenName: string;
  readonly familyName: string;
  /** A demonstration person's key, or `phone` for a caller who gives no name. */
  readonly reportedBy: string;
  readonly reportedHoursAgo: number;
  readonly content: string;
  readonly factors: readonly FactorWritten[];
  readonly protection?: { readonly hoursAgo: number; readonly reasons: string };
  readonly grading?: {
    readonly hoursAgo: number;
    readonly grade: 'green' | 'orange' | 'red';
    readonly reasons: string;
  };
  readonly hub?: {
    readonly hoursAgo: number;
    readonly answers: readonly {
      readonly by: string;
      readonly hoursAgo: number;
      readonly knowledge: 'knows' | 'knew' | 'does-not-know';
      readonly parts: readonly { readonly category: string; readonly text: string }[];
    }[];
  };
}

const present = (factor: string, reasons: string): FactorWritten => ({ factor, answer: 'present', reasons });

export const storyChildren: readonly StoryChild[] = [
  {
    clientKey: '5a0e0000-0000-4000-8000-000000000001',
    givenName: 'Elias',
    familyName: 'Kvarnhed',
    reportedBy: 'marcus',
    reportedHoursAgo: 0.4,
    content:
      'Elias var med när en äldre grupp samlades vid centrum i går kväll. En av de äldre bad honom hålla i en väska och gick därifrån när vi kom. Elias säger att han inte vågar säga nej till dem. Vi körde hem honom och talade med hans mamma, som är mycket orolig.',
    factors: [
      present('irk-relations', 'Umgås med äldre som redan begår brott.'),
      present('irk-leisure', 'Slutade med fotbollen i våras.'),
      present('irk-school-work', 'Mamman berättar om mycket frånvaro.'),
    ],
  },
  {
    clientKey: '5a0e0000-0000-4000-8000-000000000002',
    givenName: 'Melvin',
    familyName: 'Åstrand Lövdal',
    reportedBy: 'hassan',
    reportedHoursAgo: 4,
    content:
      'Melvin har dykt upp med dyra kläder och två nya telefoner på kort tid. Han följer med i främmande bilar sent på kvällen och vill inte längre prata med oss på fritidsgården.',
    factors: [
      present('irk-relations', 'Hämtas av äldre som vi inte känner.'),
      present('irk-leisure', 'Kommer inte längre till fritidsgården.'),
    ],
    protection: { hoursAgo: 3.6, reasons: 'Bor hemma, mamman hämtar honom i kväll. Inget behov av omedelbart skydd.' },
    grading: {
      hoursAgo: 3.2,
      grade: 'orange',
      reasons: 'Flera tecken på att äldre använder Melvin. Ingen akut fara i dag, men det går fort.',
    },
    hub: {
      hoursAgo: 1.5,
      answers: [
        {
          by: 'ali',
          hoursAgo: 1.1,
          knowledge: 'knows',
          parts: [
            {
              category: 'leisure',
              text: 'Kontaktperson till i somras. Tyckte om att laga mopeder, vill gärna börja igen.',
            },
            { category: 'associates-and-network', text: 'Kusinen är redan känd hos oss och har varit ett stöd.' },
          ],
        },
        {
          by: 'sara',
          hoursAgo: 0.9,
          knowledge: 'knew',
          parts: [
            { category: 'home-and-family', text: 'Familjen hade stöd hos oss 2021. Samarbetet med mamman var gott.' },
          ],
        },
        { by: 'fatima', hoursAgo: 0.7, knowledge: 'does-not-know', parts: [] },
      ],
    },
  },
  {
    clientKey: '5a0e0000-0000-4000-8000-000000000003',
    givenName: 'Tilde',
    familyName: 'Mossberg Ek',
    reportedBy: 'lena',
    reportedHoursAgo: 50,
    content:
      'Tilde har varit borta från skolan tre dagar i veckan sedan höstlovet. Hon säger att hon inte orkar och sover dåligt.',
    factors: [present('irk-school-work', 'Frånvaron är nu 60 procent.')],
    protection: { hoursAgo: 47, reasons: 'Trygg hemma med båda föräldrarna, som själva söker hjälp.' },
    grading: { hoursAgo: 46, grade: 'green', reasons: 'Behöver stöd, men inget är akut. Föräldrarna vill samarbeta.' },
  },
  {
    clientKey: '5a0e0000-0000-4000-8000-000000000004',
    givenName: 'Nora',
    familyName: 'Granlycke',
    reportedBy: 'phone',
    reportedHoursAgo: 6,
    content:
      'Den som ringer bor i samma hus och hör bråk nästan varje kväll. Flickan sitter ofta ute på trappan till sent.',
    factors: [],
    protection: { hoursAgo: 5, reasons: 'Talat med Nora i telefon. Hon är hos sin mormor över helgen.' },
  },
];
