/**
 * The closed words in which a disclosure is asked: whoever is of no known kind, or asks for no known purpose, is told
 * nothing (OSL 8:1: secrecy holds unless a rule says otherwise).
 */

/** Authorities bound by public law (OSL 2:1), whose secrecy this catalogue knows. */
export const PUBLIC_AUTHORITY_KINDS = [
  'social-services',
  'police',
  'security-police',
  'customs',
  'school',
  'leisure',
  'health-care',
  'prison-and-probation',
  'sis',
  'employment-service',
] as const;

/** Those who stand in a house: they are written by authority and branch. */
export const HOUSE_KINDS = [
  ...PUBLIC_AUTHORITY_KINDS,
  'independent-school',
  'association',
  'private-provider',
] as const;

/** Those who speak for nobody but themselves: they are written by their person id. */
export const PERSON_KINDS = ['subject', 'guardian', 'private-person', 'interpreter'] as const;

export const PARTY_KINDS = [...HOUSE_KINDS, ...PERSON_KINDS] as const;

export const CATEGORIES = [
  'situational-picture',
  'report-content',
  'report-feedback',
  'school-attendance-and-results',
  'student-health',
  'student-support',
  'nomination',
  'home-and-family',
  'housing-and-economy',
  'health-and-psychiatry',
  'addiction',
  'crime-and-suspicion',
  'preliminary-investigation',
  'associates-and-network',
  'leisure',
  'whereabouts',
  'contact-details',
  'assessment-results',
  'threat-assessment',
  'measures-and-plan',
] as const;

export const PURPOSES = [
  'report-concern',
  'feedback',
  'investigate-need',
  'support',
  'prevent-crime',
  'report-crime',
  'immediate-danger',
] as const;

export const FORMS = [
  'mash',
  'sig',
  'sspf-group',
  'sspf-individual',
  'est',
  'bob',
  'gvi',
  'trefas',
  'kurve-kriegen',
  'defector',
  'none',
] as const;

export const PHASES = ['preliminary', 'investigation', 'measures', 'follow-up', 'none'] as const;

/** The three grades of protected identity, and none (folkbokföringslagen 16 §, lagen om kvalificerad skyddsidentitet). */
export const PROTECTIONS = ['none', 'marking', 'protected-registration', 'assumed-identity'] as const;

/** Who decides for a child, as an official has recorded it (FB 6:11). */
export const MATURITIES = ['guardian', 'joint', 'child'] as const;

export type HouseKind = (typeof HOUSE_KINDS)[number];
export type PersonKind = (typeof PERSON_KINDS)[number];
export type PartyKind = (typeof PARTY_KINDS)[number];
export type Category = (typeof CATEGORIES)[number];
export type Purpose = (typeof PURPOSES)[number];
export type Form = (typeof FORMS)[number];
export type Phase = (typeof PHASES)[number];
export type Protection = (typeof PROTECTIONS)[number];
export type Maturity = (typeof MATURITIES)[number];
