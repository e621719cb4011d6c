/**
 * Ways in are taken back when they may no longer lead anywhere: whoever may no longer be told, or whose telephone is another,
 * asks for no new one by a message that was sent before (OSL 12:3, 21:3; ASVS 7.4.2). That a consent has ended is no such
 * reason: it is told of behind the door.
 */
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore, type ConsentFacts } from '../consent/consent.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { FamilyLinkStore, FamilySessionStore } from './family-access.port.js';

export type LinksTakenBack =
  'protection-changed' | 'telephone-changed' | 'not-told' | 'custody-ended' | 'consent-ended';

/** All that lead to a person, with the browsers that came by them: the telephone may be in somebody else's hands. */
export async function takeBackAllLinks(tx: CallerTransaction, personId: string, why: LinksTakenBack): Promise<void> {
  const taken = await tx.asService('family', async (service) => {
    const ids = await service.of(FamilyLinkStore).revokeAllOf(personId, null);
    for (const id of await service.of(FamilyLinkStore).findIdsOf(personId))
      await service.of(FamilySessionStore).endAllOfLink(id, 'link-revoked');
    // Also where a browser stands under another of their records than the link does.
    await service.of(FamilySessionStore).endAllOfPerson(personId, 'link-revoked');
    return ids.length;
  });
  await note(tx, { personId, why, taken });
}

/** Those by which a guardian was asked about one child; a browser that is open is told nothing more of the child. */
export async function takeBackLinksAbout(
  tx: CallerTransaction,
  { guardianId, childId, why }: { readonly guardianId: string; readonly childId: string; readonly why: LinksTakenBack },
): Promise<void> {
  const consents = await signedBy(tx, guardianId);
  const ids = consents.filter(({ record }) => record.person === childId).map(({ record }) => record.id);
  const taken = await tx.asService('family', (service) => service.of(FamilyLinkStore).revokeAllOf(guardianId, ids));
  await note(tx, { personId: guardianId, why, taken: taken.length });
}

/** Those of a person who is told of nothing any more; a browser that is open is told nothing more either. */
export async function takeBackFromUntold(tx: CallerTransaction, personId: string): Promise<void> {
  const taken = await tx.asService('family', (service) => service.of(FamilyLinkStore).revokeAllOf(personId, null));
  await note(tx, { personId, why: 'not-told', taken: taken.length });
}

/**
 * After a consent has ended its messages that wait are not sent: they were to ask for a name that is asked for no more. What
 * has been sent still leads in, for it is behind the door that one reads that it has ended and who has read what (GDPR 15);
 * how long, says `WAY_IN_AFTER_END`. A message that somebody has asked for themselves is sent.
 */
export async function takeBackLinksAtEnd(tx: CallerTransaction, consent: ConsentFacts): Promise<void> {
  const { id } = consent.record;
  const signers = await asConsents(tx, async (service) => (await service.of(ConsentStore).find(id))?.record.signers);
  for (const { person } of signers ?? []) {
    const taken = await tx.asService('family', (service) => service.of(FamilyLinkStore).revokeWaitingOf(person, id));
    await note(tx, { personId: person, why: 'consent-ended', taken: taken.length });
  }
}

const signedBy = (tx: CallerTransaction, personId: string): Promise<ConsentFacts[]> =>
  asConsents(tx, (service) => service.of(ConsentStore).findOfSigner(personId));

async function note(
  tx: CallerTransaction,
  of: { readonly personId: string; readonly why: LinksTakenBack; readonly taken: number },
): Promise<void> {
  if (of.taken === 0) return;
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      personId: of.personId,
      detail: { deed: 'family-links-taken-back', why: of.why, links: of.taken },
    },
  ]);
}
