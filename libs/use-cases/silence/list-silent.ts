import { Injectable } from '@nestjs/common';
import { remindAgainFrom } from '#domain/silence/silence.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { shownPeople } from '../report/view-person.js';
import { SilenceStore, type SilentParty } from './silence.port.js';

export interface ShownSilence extends Omit<SilentParty, 'personId'> {
  /** Of whom the case is about, and of the signer, as far as the gate lets the reader have the names. */
  readonly initials: string | null;
  readonly signerInitials: string | null;
  /** Null: they may be reminded now. */
  readonly remindAgainFrom: Date | null;
}

/** More than anyone reminds in a morning; the most pressing are told. */
const MOST = 60;

/** Whom the caller waits for: units of the hub, other houses, people called to a meeting, and signers. */
@Injectable()
export class ListSilent {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller): Promise<readonly ShownSilence[]> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const silent = await tx.of(SilenceStore).findMine(MOST);
      const personIds = [
        ...new Set(silent.flatMap(({ personId, signerId }) => [personId, signerId].filter((one) => one !== null))),
      ];
      return { silent, personIds, sealed: await tx.of(IdentityStore).findSealed(personIds), asOf: tx.now };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'support', list: 'silences' } as const;
    const people = shownPeople(found.personIds, await this.gate.openIdentities(opening, found.sealed));
    if (found.silent.length > 0)
      await this.appender.append(caller, [
        {
          action: 'read',
          outcome: 'release',
          ground: 'internal',
          detail: { list: 'silences', shown: found.silent.length },
        },
      ]);
    const initialsOf = (id: string | null) => (id === null ? null : (people.get(id)?.initials ?? null));
    return found.silent.map(({ personId, ...one }) => {
      const from = remindAgainFrom(one.kind, one.remindedAt?.getTime() ?? null, found.asOf.getTime());
      return {
        ...one,
        initials: initialsOf(personId),
        signerInitials: initialsOf(one.signerId),
        remindAgainFrom: from === null ? null : new Date(from),
      };
    });
  }
}
