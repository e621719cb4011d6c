/** The forms of the settings. Names are those of the api's inputs, so that its refusals find their fields. */
import * as z from 'zod/mini';

const required = () => z.string().check(z.minLength(1, 'organisation:required'));
const chosen = () => z.string().check(z.minLength(1, 'organisation:choose'));
const day = () => z.string().check(z.minLength(1, 'organisation:dayMissing'));

export const nothingSchema = z.object({});
export const partySchema = z.object({ name: required() });
export const kindOfPartySchema = z.object({ name: required(), kind: chosen() });
export const unitSchema = z.object({ name: required(), kind: chosen(), answersHub: z.boolean() });
export const staffSchema = z.object({
  name: required(),
  title: required(),
  email: required(),
  phone: z.string(),
  issuer: required(),
  subject: required(),
});
export const tracesSchema = z.object({ number: z.string(), address: z.string(), phone: z.string() });
export const postSchema = z.object({
  unitId: chosen(),
  role: chosen(),
  rank: chosen(),
  startsAt: z.string(),
  endsAt: z.string(),
});
export const endPostSchema = z.object({ when: chosen(), endsAt: z.string() });
export const shiftSchema = z.object({
  staffId: chosen(),
  rank: chosen(),
  startsAt: day(),
  endsAt: day(),
  weeks: required(),
});
export const slotSchema = z.object({
  branchId: chosen(),
  weekdays: z.array(z.string()).check(z.minLength(1, 'organisation:chooseDays')),
  startsLocal: required(),
  minutes: required(),
  videoUrl: z.string(),
});
export const slotLengthSchema = z.object({ minutes: required(), videoUrl: z.string() });
export const agreementSchema = z.object({
  form: chosen(),
  startsOn: day(),
  endsOn: day(),
  signedBy: required(),
  parties: z.array(z.object({ branchId: z.string(), resources: z.string() })),
});

export const agreementTextSchema = z.object({
  text: z.string(),
});
export const signatureSchema = z.object({ name: required(), title: required(), signedOn: day() });

export type PartyValues = z.infer<typeof partySchema>;
export type KindOfPartyValues = z.infer<typeof kindOfPartySchema>;
export type UnitValues = z.infer<typeof unitSchema>;
export type StaffValues = z.infer<typeof staffSchema>;
export type TracesValues = z.infer<typeof tracesSchema>;
export type PostValues = z.infer<typeof postSchema>;
export type EndPostValues = z.infer<typeof endPostSchema>;
export type ShiftValues = z.infer<typeof shiftSchema>;
export type SlotValues = z.infer<typeof slotSchema>;
export type SlotLengthValues = z.infer<typeof slotLengthSchema>;
export type AgreementTextValues = z.infer<typeof agreementTextSchema>;
export type SignatureValues = z.infer<typeof signatureSchema>;
export type AgreementValues = z.infer<typeof agreementSchema>;

/** A number that was typed; what is none becomes 0, which the api refuses with its own words. */
export const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : 0);
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
