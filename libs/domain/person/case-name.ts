/**
 * A neutral name for a protected person, made of the record's own id: colleagues can speak of the same person without
 * a name that points at anyone (OSL 21:3, 22:1).
 */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Four letters and two figures, such as `KRTB-42`; no vowels, so that it never spells a word. */
export const caseNameOf = (personId: string): string => {
  const digits = personId.replace(/[^0-9a-f]/gi, '').slice(0, 12);
  let rest = Number.parseInt(digits, 16);
  let letters = '';
  for (let at = 0; at < 4; at++) {
    letters += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return `${letters}-${String(rest % 100).padStart(2, '0')}`;
};
