/**
 * The number on a reporter's receipt: it names a report to whoever completes it and points at nobody, so it is made of
 * chance alone and can neither be guessed nor counted (OSL 26:1).
 */

/** Without the letters that are mistaken for figures when read aloud over the phone. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const HALF = LENGTH / 2;

/** From chance written as at least twelve hexadecimal figures, e.g. the end of a random id: `4F7QK-2MZ9C`. */
export const receiptOf = (chance: string): string => {
  let left = BigInt(`0x${chance.replace(/[^0-9a-f]/gi, '').slice(-13)}`);
  let signs = '';
  for (let at = 0; at < LENGTH; at += 1) {
    signs = SIGNS[Number(left % 32n)]! + signs;
    left /= 32n;
  }
  return `${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
};

/** As people type it: small letters, O for 0, I and L for 1, without dash. Undefined when it can be no receipt. */
export const readReceipt = (typed: string): string | undefined => {
  const signs = typed
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V');
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return undefined;
  return `${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
};
