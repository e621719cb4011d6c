/** What the forms of an identity hold, and how it becomes the api's input. */
import * as z from 'zod/mini';

export const identitySchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  number: z.string(),
  noNumberReason: z.string(),
  bornYear: z.string(),
  phone: z.string(),
  address: z.string(),
  email: z.string(),
});

export type IdentityValues = z.infer<typeof identitySchema>;

export const NOBODY: IdentityValues = {
  givenName: '',
  familyName: '',
  number: '',
  noNumberReason: '',
  bornYear: '',
  phone: '',
  address: '',
  email: '',
};

/** The api judges a year; what is no number at all it is not asked about. */
export const identityInput = (values: IdentityValues) => ({
  ...values,
  bornYear: values.number.trim() === '' && /^\d{1,4}$/.test(values.bornYear.trim()) ? Number(values.bornYear) : null,
});

/** What was searched for is not typed again: digits become the number, words the name. */
export function startFrom(asked: string): IdentityValues {
  const text = asked.trim();
  if (/\d/.test(text) && !/\p{L}/u.test(text)) {
    const isPhone = /^(\+|0\d{1,3}-)/.test(text);
    return isPhone ? { ...NOBODY, phone: text } : { ...NOBODY, number: text };
  }
  const parts = text.split(/\s+/);
  return { ...NOBODY, givenName: parts[0] ?? '', familyName: parts.slice(1).join(' ') };
}
