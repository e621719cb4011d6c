import { sightOf } from '#domain/person/protection.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { PersonRegister, type PersonFacts } from './person-register.port.js';

/** The person's facts, of the kept record when theirs was folded into another; throws when the caller sees no such person. */
export async function requirePerson(tx: CallerTransaction, id: string): Promise<PersonFacts> {
  const register = tx.of(PersonRegister);
  let [facts] = await register.findFacts([id]);
  if (facts?.mergedInto) [facts] = await register.findFacts([facts.mergedInto]);
  if (!facts) throw notFound();
  return facts;
}

/** As `requirePerson`, for changing: the record itself, not folded, and in the version that the caller has read. */
export async function requireForChange(tx: CallerTransaction, id: string, version?: number): Promise<PersonFacts> {
  const register = tx.of(PersonRegister);
  await register.lock([id]);
  const [facts] = await register.findFacts([id]);
  if (!facts) throw notFound();
  if (facts.mergedInto) throw new Failure('PERSON_WAS_MERGED');
  if (version !== undefined && facts.version !== version) throw new Failure('CONFLICT');
  return facts;
}

/** Who stands around a person tells who they are: a withheld name withholds its circle too (OSL 21:3, 22:1). */
export function requireCircle(...people: readonly PersonFacts[]): void {
  if (people.some((facts) => sightOf(facts.protection, facts.named).name !== 'full'))
    throw new Failure('PROTECTED_NOT_NAMED');
}
