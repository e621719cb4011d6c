/** A word at the head of a line. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
