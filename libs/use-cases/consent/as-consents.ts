/** What the platform looks at by itself about consents: facts alone, never content; nobody's own rows stand in its way. */
import type { CallerTransaction } from '../gate/as-caller.js';

export const asConsents = <T>(tx: CallerTransaction, work: (tx: CallerTransaction) => Promise<T>): Promise<T> =>
  tx.caller.kind === 'service' && tx.caller.name === 'consents' ? work(tx) : tx.asService('consents', work);
