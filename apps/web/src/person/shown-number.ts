/** Twelve digits as people read them: `20100504-2385`. */
export const shownNumber = (digits: string): string =>
  /^\d{12}$/.test(digits) ? `${digits.slice(0, 8)}-${digits.slice(8)}` : digits;
