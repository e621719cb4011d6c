import { notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { CaseStore, type CaseFacts } from './case.port.js';

/** The own house's case; NOT_FOUND for one that is not there and one that is not the caller's. */
export async function requireCase(tx: CallerTransaction, caseId: string): Promise<CaseFacts> {
  const file = await tx.of(CaseStore).find(caseId);
  if (!file) throw notFound();
  return file;
}
