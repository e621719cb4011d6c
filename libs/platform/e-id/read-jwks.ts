import type { JWK } from 'jose';
import { z } from 'zod';

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** A broker's keys as it publishes them (RFC 7517). Throws Error for what is none. */
export function readJwks(text: string): readonly JWK[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined;
  }
  const found = jwks.safeParse(read);
  if (!found.success) throw new Error('The file of keys is none: it must be {"keys":[…]}, as a broker publishes it.');
  return found.data.keys as readonly JWK[];
}
