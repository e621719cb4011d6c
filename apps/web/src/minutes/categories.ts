/** The kinds of things that are said at a meeting, the commonest first; each has its own secrecy. */
export const MINUTE_CATEGORIES = [
  'measures-and-plan',
  'home-and-family',
  'school-attendance-and-results',
  'leisure',
  'associates-and-network',
  'crime-and-suspicion',
  'addiction',
  'health-and-psychiatry',
  'student-health',
  'student-support',
  'housing-and-economy',
  'assessment-results',
  'threat-assessment',
  'preliminary-investigation',
  'whereabouts',
  'contact-details',
] as const;
