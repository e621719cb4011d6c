/** What a unit of social services usually knows about, the likeliest for its kind first: one tap less when minutes matter. */
export const ANSWER_CATEGORIES = [
  'home-and-family',
  'housing-and-economy',
  'addiction',
  'health-and-psychiatry',
  'associates-and-network',
  'crime-and-suspicion',
  'school-attendance-and-results',
  'leisure',
  'measures-and-plan',
  'threat-assessment',
  'whereabouts',
  'contact-details',
] as const;

export type AnswerCategory = (typeof ANSWER_CATEGORIES)[number];

const FIRST: Readonly<Record<string, AnswerCategory>> = {
  addiction: 'addiction',
  'economic-aid': 'housing-and-economy',
  youth: 'measures-and-plan',
};

export const firstCategoryOf = (unitKind: string): AnswerCategory => FIRST[unitKind] ?? 'home-and-family';
