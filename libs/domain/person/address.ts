/** One way of writing a home address, so that the same home always gives the same keyed hash (GDPR 5.1 d). */

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/v\.$/, 'vägen'],
  [/g\.$/, 'gatan'],
];

/** Street and number, without flat, stairs, c/o, postcode and town; null when there is no number in it. */
export const readAddress = (written: string): string | null => {
  const line = written
    .normalize('NFC')
    .toLowerCase()
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .find(
      (part) => !part.startsWith('c/o') && /\p{L}/u.test(part) && /\d/.test(part) && !/^\d{3}\s?\d{2}\b/.test(part),
    );
  const match = /^(?<street>\p{L}[\p{L}\s.'’:-]*?)\s*(?<number>\d{1,4})\s*(?<letter>[a-zåäö])?(?:\s|$)/u.exec(
    line ?? '',
  );
  const { street, number, letter } = match?.groups ?? {};
  if (!street || !number) return null;
  return `${fullStreet(street)} ${Number(number)}${letter ?? ''}`;
};

/** Ekv. and Ekvägen are one street; spaces, dots and accents are as one writes them. */
const fullStreet = (street: string): string => {
  const word = street.replace(/[\s'’:-]+/g, ' ').trim();
  const short = ENDINGS.find(([ending]) => ending.test(word));
  const full = short ? word.replace(short[0], short[1]) : word.replaceAll('.', '');
  return full.replaceAll(' ', '');
};
