import { notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';

/** The consent, to be read alone; NOT_FOUND for what is not there and what is not the caller's. */
export async function requireSeenConsent(tx: CallerTransaction, id: string): Promise<ConsentFacts> {
  const consent = await tx.of(ConsentStore).find(id);
  if (!consent) throw notFound();
  return consent;
}
