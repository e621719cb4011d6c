/** One way of writing a telephone number, so that the same number always gives the same keyed hash (GDPR 5.1 d). */

const FEWEST = 7;
const MOST = 15;

/** The number with its country code and digits only (`46701740605`), or null when it is none; Swedish unless it says otherwise. */
export const readPhone = (written: string): string | null => {
  const text = written.replace(/\(0\)/g, '').replace(/[\s()./–-]/g, '');
  if (!/^(\+|00)?\d+$/.test(text)) return null;
  const digits = text.startsWith('+')
    ? text.slice(1)
    : text.startsWith('00')
      ? text.slice(2)
      : text.startsWith('0')
        ? `46${text.slice(1)}`
        : null;
  return digits !== null && digits.length >= FEWEST && digits.length <= MOST ? digits : null;
};
