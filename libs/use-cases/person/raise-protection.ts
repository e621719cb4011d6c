/** A record gets at least the protection that another house already gives the same person; it is never loosened by this (OSL 21:3, 22:1). */
import type { Protection } from '#domain/disclosure/vocabulary.js';
import { strictest } from '#domain/person/protection.js';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { takeBackAllLinks } from '../family/take-back-links.js';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonCircle } from './person-circle.port.js';
import { PersonRegister } from './person-register.port.js';
import { PersonStore } from './person.port.js';
import { personTopic } from './person-topic.js';

/** By staff of the house who work with the person; answers whether anything was raised. */
export async function raiseProtection(
  tx: CallerTransaction,
  seal: Seal,
  wanted: { readonly personId: string; readonly atLeast: Protection; readonly reasons: string },
): Promise<boolean> {
  const { personId: id, atLeast, reasons } = wanted;
  const known = await tx.asService('reception', (service) => service.of(PersonStore).findSubject(id));
  if (!known) throw new Failure('CONFLICT');
  const to = strictest(known.protection, atLeast);
  if (to === known.protection) return false;
  const [facts] = await tx.of(PersonRegister).findFacts([id]);
  if (!facts) throw new Failure('CONFLICT');
  const decisionId = tx.newId();
  await tx.of(PersonCircle).addDecision({
    id: decisionId,
    personId: id,
    kind: 'protection',
    from: facts.protection,
    to,
    staffId: null,
    state: 'in-force',
    ...(await seal.reasons(tx, { personId: id, table: 'person_decision', row: decisionId }, reasons)),
  });
  if (!(await tx.of(PersonRegister).change(id, facts.version, { protection: to }))) throw new Failure('CONFLICT');
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      personId: id,
      detail: { deed: 'protection-in-force', decision: decisionId },
    },
  ]);
  await tx.of(OutboxStore).put([{ topic: personTopic(id), payload: { personId: id } }]);
  await takeBackAllLinks(tx, id, 'protection-changed');
  await recheckConsentsAbout(tx, id);
  return true;
}
