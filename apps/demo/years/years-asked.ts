import type { AsCaller } from '#use-cases/gate/as-caller.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { OrganisationStore } from '#use-cases/organisation/organisation.port.js';
import { demonstrationStaff } from '../world/people.js';

/** `--years 10` → 10; nothing asked → 0. Throws a sentence when the number is not one. */
export function yearsAsked(words: readonly string[]): number {
  const at = words.indexOf('--years');
  if (at < 0) return 0;
  const years = Number(words[at + 1]);
  if (!Number.isInteger(years) || years < 1 || years > 50)
    throw new Error('--years takes a whole number from 1 to 50, for example: npm run seed -- --years 10');
  return years;
}

/** The identity of the demonstration's intake, in whose name the years are written. */
export async function intakeOfTown(asCaller: AsCaller, issuer: string): Promise<StaffCaller> {
  const intake = demonstrationStaff.find((s) => s.posts.some((p) => p.role === 'intake'));
  const facts = await asCaller.run({ kind: 'service', name: 'administration', requestId: 'years' }, (tx) =>
    tx.of(OrganisationStore).findPost(issuer, intake?.key ?? '', 'intake'),
  );
  if (!facts) throw new Error('the demonstration town has nobody in its intake; seed it anew');
  return { kind: 'staff', ...facts, sessionId: facts.membershipId, origin: 'years', requestId: 'years' };
}
