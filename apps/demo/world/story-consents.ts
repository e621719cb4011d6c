import type { Situation } from '#domain/consent/consent.js';
import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';

const SOC = 'ekvalla-soc/individ-och-familj';
const POLICE = 'polisen/lpo-ekvalla';
const SCHOOL = 'ekvalla-skola/grundskola';

/** A question to a family of the story, and what came of it. */
export interface StoryConsent {
  /** The child's given name. */
  readonly child: string;
  readonly houses: readonly string[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
  readonly situations: readonly Situation[];
  readonly why: string;
  /** Everyone has signed on paper, and this was then shared with people of the houses; absent while the family thinks. */
  readonly shared?: {
    readonly category: Category;
    readonly text: string;
    /** Keys of demonstration people, by house. */
    readonly with: Readonly<Record<string, string>>;
  };
}

export const storyConsents: readonly StoryConsent[] = [
  {
    child: 'Tilde',
    houses: [SOC, SCHOOL, POLICE],
    categories: ['nomination', 'school-attendance-and-results', 'student-support', 'measures-and-plan'],
    purposes: ['support'],
    situations: ['meeting', 'phone', 'plan'],
    why: 'Ni vill att skolan vet vad vi har kommit överens om, så att Tilde slipper berätta för var och en.',
    shared: {
      category: 'measures-and-plan',
      text: 'Tilde börjar klockan tio på måndagar och onsdagar i tre veckor. Pappa skjutsar. Går det bättre lägger vi till en dag i taget. Ring mamma om hon inte har kommit halv elva.',
      with: { [SCHOOL]: 'lena', [POLICE]: 'marcus' },
    },
  },
  {
    child: 'Melvin',
    houses: [SOC, POLICE, SCHOOL],
    categories: [
      'nomination',
      'school-attendance-and-results',
      'leisure',
      'associates-and-network',
      'measures-and-plan',
    ],
    purposes: ['support', 'prevent-crime'],
    situations: ['meeting', 'phone', 'plan', 'follow-up'],
    why: 'Vi vill att polisen och skolan hjälps åt med oss, så att Melvin kan säga nej till dem som kör runt med honom.',
  },
];
