import { Injectable } from '@nestjs/common';
import { APART_GROUNDS, decideApartEnd, isKeptClear, type ApartGround } from '#domain/calendar/keep-apart.js';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { HubStore, type HubCase, type HubFacts } from '../hub/hub.port.js';
import { LedgerStore, type LedgerLine } from '../ledger/ledger.port.js';
import { KeptApartStore, type KeptApart } from './kept-apart.port.js';
import { MeetingRoomStore } from './meeting-room.port.js';
import { findKeptClear } from './require-clear-time.js';

export interface ShownPair {
  readonly pair: KeptApart;
  /** The other one, as far as the gate releases it. */
  readonly person: ReleasedIdentity | null;
}

export interface PairWanted {
  readonly caseId: string;
  readonly otherCaseId: string;
  readonly ground: string;
  /** The last day, `2026-11-24`. */
  readonly until: string;
}

/** A pair lasts a year at most. */
const AHEAD = 366 * DAY;

/**
 * Whom a young person must never meet. Its lines in the ledger name neither of the two: what a family reads of the ledger
 * would tell the one of the other.
 */
@Injectable()
export class KeepApart {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async list(caller: StaffCaller, caseId: string): Promise<readonly ShownPair[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const file = await ownCase(tx, caller, caseId);
      const pairs = await tx.of(KeptApartStore).findOfPerson(file.personId);
      await note(tx, { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'kept-apart' } });
      const others = pairs.map(({ otherPersonId }) => otherPersonId);
      return { pairs, identities: await tx.of(IdentityStore).findSealed(others), asOf: tx.now };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'support' },
      found.identities,
    );
    return found.pairs.map((pair) => ({
      pair,
      person: released.find(({ personId }) => personId === pair.otherPersonId) ?? null,
    }));
  }

  /** Both cases are of the own house, and the caller's own work. Fails by the field. */
  async add(caller: StaffCaller, wanted: PairWanted): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const file = await ownCase(tx, caller, wanted.caseId);
      const other = await ownCase(tx, caller, wanted.otherCaseId);
      const end = decideApartEnd(wanted.until, tx.now.getTime());
      const faults = [
        ...(file.personId === other.personId ? [{ field: 'otherCaseId', code: 'APART_FROM_ONESELF' }] : []),
        ...(isGround(wanted.ground) ? [] : [{ field: 'ground', code: 'CHOOSE_ONE' }]),
        ...(end.outcome === 'refused' ? [{ field: 'until', code: end.code }] : []),
      ];
      if (faults.length > 0 || end.outcome === 'refused' || !isGround(wanted.ground)) throw new InvalidInput(faults);
      const known = await tx.of(KeptApartStore).findOfPerson(file.personId);
      if (known.some(({ otherPersonId }) => otherPersonId === other.personId))
        throw new Failure('APART_ALREADY', 'otherCaseId');
      const id = tx.newId();
      await tx.of(KeptApartStore).add({
        id,
        branchId: caller.branchId,
        personId: file.personId,
        otherPersonId: other.personId,
        ground: wanted.ground,
        until: new Date(end.until),
      });
      await note(tx, { action: 'change', outcome: 'done', detail: { deed: 'kept-apart', pairId: id } });
    });
  }

  /**
   * The case's meetings ahead that stand near one of somebody's whom its person must never meet, such as those that were
   * called before the pair was recorded: whoever leads the case moves them. The other's times are not told. Fails as NOT_FOUND.
   */
  toMove(caller: StaffCaller, caseId: string): Promise<readonly HubFacts[]> {
    return this.asCaller.run(caller, async (tx) => {
      const file = await ownCase(tx, caller, caseId);
      await note(tx, { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'kept-apart' } });
      // Only who sees the pair learns that a time is too near.
      if ((await tx.of(KeptApartStore).findOfPerson(file.personId)).length === 0) return [];
      const rooms = await tx.of(MeetingRoomStore).findRooms();
      const ahead = await tx.of(HubStore).findHubs(tx.now, new Date(tx.now.getTime() + AHEAD));
      const near: HubFacts[] = [];
      for (const hub of ahead) {
        if (hub.caseId !== caseId || hub.kind !== 'joint' || !AHEAD_STATES.includes(hub.state)) continue;
        const from = hub.startsAt.getTime();
        const until = from + hub.minutes * MINUTE;
        const site = rooms.find(({ slug }) => slug === hub.room)?.site ?? null;
        if (isKeptClear({ from, until, site }, await findKeptClear(tx, caseId, { from, until, hubId: hub.id })))
          near.push(hub);
      }
      return near;
    });
  }

  async end(caller: StaffCaller, id: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(KeptApartStore).end(id))) throw notFound();
      await note(tx, { action: 'change', outcome: 'done', detail: { deed: 'no-longer-apart', pairId: id } });
    });
  }
}

const AHEAD_STATES: readonly string[] = ['planned', 'lobby'];

const isGround = (word: string): word is ApartGround => (APART_GROUNDS as readonly string[]).includes(word);

const note = (tx: CallerTransaction, line: LedgerLine): Promise<void> => tx.of(LedgerStore).record([line]);

async function ownCase(tx: CallerTransaction, caller: StaffCaller, caseId: string): Promise<HubCase> {
  const file = await tx.of(HubStore).findCase(caseId);
  if (!file || file.branchId !== caller.branchId) throw notFound();
  return file;
}
