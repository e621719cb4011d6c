/** The words of an agency's own record of a meeting, in Swedish: it goes into a Swedish authority's file. */
type Words = Readonly<Record<string, string>>;

export const ATTENDANCE: Words = { present: 'närvarande', deputy: 'genom ersättare', absent: 'frånvarande' };
export const MANDATE: Words = {
  decides: 'beslutar för sin verksamhet',
  speaks: 'talar för sin verksamhet',
  listens: 'lyssnar',
};
export const GUEST: Words = {
  subject: 'den unga',
  guardian: 'vårdnadshavare',
  'private-person': 'närstående',
  interpreter: 'tolk',
};
export const DECISION_STATE: Words = {
  open: 'pågår',
  done: 'klart',
  'not-done': 'inte gjort',
  withdrawn: 'återtaget',
  'in-plan': 'insats i planen',
};
export const MINUTES_STATE: Words = {
  written: 'under mötet',
  adjustable: 'inte fastställda än',
  fixed: 'fastställda',
};
export const POINT: Words = { news: 'Nytt', 'good-news': 'Något som har gått bra' };
export const AUDIENCE: Words = { professionals: 'utan familjen', everyone: 'med familjen' };
/** Kinds that the hand-over has no words for. */
export const MORE_CATEGORIES: Words = {
  'situational-picture': 'Lägesbild',
  'report-feedback': 'Återkoppling',
  nomination: 'Vem det gäller',
  'preliminary-investigation': 'Förundersökning',
};
export const HOUSE: Words = {
  'social-services': 'socialtjänsten',
  police: 'polisen',
  'security-police': 'säkerhetspolisen',
  customs: 'tullen',
  school: 'skolan',
  'independent-school': 'friskolan',
  leisure: 'fritid',
  'health-care': 'vården',
  'prison-and-probation': 'frivården',
  sis: 'SiS',
  'employment-service': 'arbetsförmedlingen',
  association: 'föreningen',
  'private-provider': 'utföraren',
};
/** Why the reader had it. */
export const GROUND: Words = {
  internal: 'egen uppgift',
  'own-house': 'egen uppgift',
  consent: 'samtycke',
};
