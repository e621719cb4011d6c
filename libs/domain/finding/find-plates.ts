/** Vehicle plates: three letters and three digits, or two digits and a letter; never I, Q, V, Å, Ä or Ö, and never O at the end. */
import { finding, type Finding } from './finding.js';
import { wordsBefore } from './words.js';

const PLATE = /(?<![\p{L}\d-])[A-HJ-PR-UWXYZ]{3}[ -]?\d{2}[A-HJ-NPR-UWXYZ\d](?![\p{L}\d]|-\d)/giu;
const VEHICLE =
  /^(?:reg|regnr|registreringsnummer|registreringsskylt|skylt|skylten|bil|bilen|volvo|volvon|bmw|audi|moped|mopeden|mc|epa|epan|epatraktor|epa-traktor|skoter|skotern|lätt|buss|skåpbil)$/;
/** Laws, units and the work's own words, which numbers follow: SOS 112, LVU 102. */
const OTHER = new Set([...['OSL', 'LVU', 'LVM', 'LPT', 'SOS', 'SFS', 'FAP', 'SIG', 'EST', 'BUP', 'LSS', 'SKR', 'HSL']]);

export const findPlates = (text: string): readonly Finding[] =>
  [...text.matchAll(PLATE)].flatMap((match) => {
    const written = match[0];
    const letters = written.slice(0, 3);
    const isUpper = written === written.toUpperCase();
    if (OTHER.has(letters.toUpperCase()) || (isUpper && /^\D{3} \d{3}$/.test(written) && follows(text, match)))
      return [];
    if (!isUpper && !wordsBefore(text, match.index, 3).some((word) => VEHICLE.test(word))) return [];
    return [finding({ index: match.index, text: written }, 'plate', 'plate', 'points')];
  });

/** An amount: SEK 500 kr, TVÅ 100 st. */
const follows = (text: string, match: RegExpExecArray): boolean =>
  /^\s?(?:kr|st|m|km|meter|procent|%)\b/.test(text.slice(match.index + match[0].length));
