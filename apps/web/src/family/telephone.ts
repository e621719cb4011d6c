/** A number as one presses it. */
export const telephone = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`;
