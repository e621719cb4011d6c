/**
 * What a house is called to one reader: by its name, unless that would tell a guardian where a protected child is; then
 * only what it is (OSL 21:3). The page, the sentence, the app, the paper and the extract all ask here.
 */
import type { HouseKind, Protection } from '../disclosure/vocabulary.js';

/** A protected child's school or clinic would tell a guardian where the child is. To the child it is no news. */
export const hidesHouses = (reader: 'subject' | 'guardian', protection: Protection): boolean =>
  reader === 'guardian' && protection !== 'none';

/** Swedish, as the names are: it stands where a name would. */
export const HOUSE_WORDS: Readonly<Record<HouseKind, string>> = {
  'social-services': 'Socialtjänsten',
  police: 'Polisen',
  'security-police': 'Säkerhetspolisen',
  customs: 'Tullen',
  school: 'Skolan',
  'independent-school': 'Friskolan',
  leisure: 'Fritid i kommunen',
  'health-care': 'Vården',
  'prison-and-probation': 'Kriminalvården',
  sis: 'Ungdomshem',
  'employment-service': 'Arbetsförmedlingen',
  association: 'Föreningen',
  'private-provider': 'Utföraren',
};
