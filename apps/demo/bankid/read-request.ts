/** What the relying party API v6.0 takes and what it says no to, with its own words for each. */
import { isIP } from 'node:net';
import { z } from 'zod';

/** Answered as `{ errorCode, details }`. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    readonly details: string,
  ) {
    super(errorCode);
  }
}

const base64 = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);

const requestOf = (text: number, data: number) =>
  z.strictObject({
    endUserIp: z.string().refine((address) => isIP(address) !== 0),
    userVisibleData: base64(text).optional(),
    userVisibleDataFormat: z.enum(['plaintext', 'simpleMarkdownV1']).optional(),
    userNonVisibleData: base64(data).optional(),
    returnUrl: z.string().max(512).optional(),
    returnRisk: z.boolean().optional(),
    requirement: z
      .strictObject({
        personalNumber: z
          .string()
          .regex(/^\d{12}$/)
          .optional(),
      })
      .optional(),
  });

const auth = requestOf(1_500, 1_500);
const sign = requestOf(40_000, 200_000).required({ userVisibleData: true });
const about = z.strictObject({ orderRef: z.string().min(1).max(64) });

export type OrderRequest = z.infer<typeof auth>;

export const readAuth = (body: unknown): OrderRequest => read(auth, body);
export const readSign = (body: unknown): OrderRequest => read(sign, body);
export const readAbout = (body: unknown): string => read(about, body).orderRef;

function read<T>(form: z.ZodType<T>, body: unknown): T {
  const result = form.safeParse(body);
  if (result.success) return result.data;
  throw new ApiRefusal(400, 'invalidParameters', `Invalid ${result.error.issues[0]?.path.join('.') ?? 'request'}`);
}
