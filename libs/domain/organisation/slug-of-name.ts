/** A party keeps one short name for ever, made from its first one, so that a town's file finds it again after a new name. */
const LETTERS: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', è: 'e', ü: 'u', ø: 'o', æ: 'ae' };

/** Lower-case words joined by hyphens; `taken` are the names that its siblings have. */
export const slugOfName = (name: string, taken: readonly string[]): string => {
  const plain =
    name
      .toLowerCase()
      .replace(/[åäöéèüøæ]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'enhet';
  if (!taken.includes(plain)) return plain;
  for (let number = 2; ; number += 1) if (!taken.includes(`${plain}-${number}`)) return `${plain}-${number}`;
};
