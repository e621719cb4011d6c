/**
 * What a reader has in common with the people whom they read about, so that a reviewer can ask why (GDPR 32): the parts of
 * a name that are more than a given name. Staff names stand in clear, people's only as keyed hashes of how they sound.
 */
import { nameParts, partCodes } from '../person/name-phonetics.js';

/** How the family names of a member of staff sound. Of one word alone nobody knows whether it is a family name. */
export const familyNameCodes = (name: string): readonly string[] => {
  const words = name.trim().split(/\s+/).slice(1).join(' ');
  return [...new Set(nameParts(words).flatMap(partCodes))];
};
