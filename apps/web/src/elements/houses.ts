/**
 * The kinds of party and the letter and colour that stand for each: the letter says what the colour says, so that a
 * strip of badges is readable without colour.
 */
export type PartyKind =
  | 'social-services'
  | 'police'
  | 'security-police'
  | 'customs'
  | 'school'
  | 'independent-school'
  | 'leisure'
  | 'health-care'
  | 'prison-and-probation'
  | 'sis'
  | 'employment-service'
  | 'association'
  | 'private-provider'
  | 'subject'
  | 'guardian'
  | 'private-person'
  | 'interpreter';

export type HouseColour = 'social' | 'police' | 'school' | 'leisure' | 'care' | 'family';

export const HOUSES: Readonly<Record<PartyKind, { readonly letter: string; readonly colour: HouseColour }>> = {
  'social-services': { letter: 'S', colour: 'social' },
  sis: { letter: 'Si', colour: 'social' },
  police: { letter: 'P', colour: 'police' },
  'security-police': { letter: 'Sä', colour: 'police' },
  customs: { letter: 'T', colour: 'police' },
  'prison-and-probation': { letter: 'Kv', colour: 'police' },
  school: { letter: 'K', colour: 'school' },
  'independent-school': { letter: 'K', colour: 'school' },
  leisure: { letter: 'F', colour: 'leisure' },
  association: { letter: 'Fö', colour: 'leisure' },
  'health-care': { letter: 'V', colour: 'care' },
  'employment-service': { letter: 'A', colour: 'school' },
  'private-provider': { letter: 'U', colour: 'family' },
  subject: { letter: '♥', colour: 'family' },
  guardian: { letter: '♥', colour: 'family' },
  'private-person': { letter: '♡', colour: 'family' },
  interpreter: { letter: 'To', colour: 'family' },
};
