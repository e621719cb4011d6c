import { Injectable } from '@nestjs/common';
import {
  compareVersions,
  versionState,
  type Changed,
  type PlanAnswer,
  type AnsweredHow,
  type VersionState,
} from '#domain/plan/plan-versions.js';
import { hasCapability } from '#domain/organisation/role.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { GroupStore } from '../group/group.port.js';
import { noteGroup } from '../group/read-group.js';
import { BoardStore } from '../meeting/board.port.js';
import { mayAnswer } from './adopt-plan.js';
import { askedBy, askedIn } from './asked-in.js';
import { PlanVersionStore, type PlanAnswerRow, type PlanVersionRow, type VersionLineRow } from './plan-version.port.js';
import { PlanStore } from './plan.port.js';
import { mayWriteIn, requireCaseGroup, seatsOf } from './require-plan.js';

export interface ShownAnswer {
  readonly id: string;
  /** A house by its name; null for somebody of the family. */
  readonly house: string | null;
  readonly family: 'subject' | 'guardian' | null;
  /** Who of the family it is, for the house that leads. */
  readonly person: ReleasedIdentity | null;
  readonly answer: PlanAnswer | null;
  readonly how: AnsweredHow | null;
  readonly said: ReleasedItem | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
  readonly mayAnswer: boolean;
}

export interface ShownVersion extends PlanVersionRow {
  readonly state: VersionState;
  readonly answers: readonly ShownAnswer[];
}

export interface ShownLine {
  readonly item: ReleasedItem;
  readonly state: string;
  readonly ownerName: string | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
}

export interface ShownDifference {
  readonly entryId: string;
  readonly kind: string;
  readonly what: 'added' | 'taken-away' | 'changed';
  readonly changed: readonly Changed[];
  readonly before: ShownLine | null;
  readonly after: ShownLine | null;
}

export interface VersionsPage {
  readonly groupId: string;
  readonly caseNumber: string;
  readonly own: boolean;
  readonly mayPutForward: boolean;
  readonly versions: readonly ShownVersion[];
  /** That something which the reader’s house knew was taken out, and when; never what. */
  readonly takenOut: readonly Date[];
}

/** What is compared: versions by their number; null is the plan as it stands. */
export interface Compared {
  readonly groupId: string;
  readonly before: number;
  readonly after: number | null;
}

/** The versions of a plan with everyone's yes and no, and what is otherwise between two of them, as this reader may have it. */
@Injectable()
export class ReadPlanVersions {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, groupId: string): Promise<VersionsPage> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const group = await requireCaseGroup(tx, groupId);
      await noteGroup(tx, group, 'plan-versions');
      const answers = await tx.of(PlanVersionStore).findAnswers(groupId);
      const own = group.branchId === caller.branchId;
      const family = answers.flatMap(({ personId }) => personId ?? []);
      const entries = own ? [] : await tx.of(PlanStore).findEntries(groupId);
      return {
        group,
        own,
        answers,
        versions: await tx.of(PlanVersionStore).findOfGroup(groupId),
        takenOut: await tx.of(PlanVersionStore).findTakenOut(groupId),
        plan: await tx.of(PlanStore).find(groupId),
        members: await tx.of(GroupStore).findMembers([groupId]),
        identities: await tx.of(IdentityStore).findSealed(own ? [...new Set(family)] : []),
        sealed: await tx.of(ItemStore).findSealed(answers.flatMap(({ itemId }) => itemId ?? [])),
        things: await tx.of(ItemStore).findSealed(entries.map(({ itemId }) => itemId)),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'support' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const items = await this.gate.openItems(opening, found.sealed);
    const things = await this.gate.openItems({ ...opening, purpose: found.plan?.purpose ?? 'support' }, found.things);
    const { group, own, versions, members } = found;
    const writes = mayWriteIn(caller, group, members);
    const seats = seatsOf(members);
    const answerOf = (row: PlanAnswerRow, isNewest: boolean): ShownAnswer => ({
      id: row.id,
      house: row.branchName,
      family: row.personId === null ? null : row.personId === group.personId ? 'subject' : 'guardian',
      person: people.released.find(({ personId }) => personId === row.personId) ?? null,
      answer: row.answer,
      how: row.how,
      said: items.released.find(({ itemId }) => itemId === row.itemId) ?? null,
      answeredByName: row.answeredByName,
      answeredAt: row.answeredAt,
      mayAnswer: writes && isNewest && row.answer === null && mayAnswer(caller, { leads: own, members: seats }, row),
    });
    return {
      groupId,
      caseNumber: group.caseNumber ?? '',
      own,
      takenOut: found.takenOut,
      mayPutForward: writes && own && found.plan !== undefined && hasCapability(caller.role, 'manage-groups'),
      versions: versions.map((version, at) => {
        const seated = new Set(seats.map(({ branchId }) => branchId));
        const known = askedBy(own || things.released.length > 0, askedIn(version, found.answers, seated));
        const isNewest = at === 0;
        return {
          ...version,
          state: versionState(known.asked, { isNewest, ...known }),
          answers: known.asked.map((row) => answerOf(row, isNewest)),
        };
      }),
    };
  }

  async compare(caller: StaffCaller, asked: Compared): Promise<readonly ShownDifference[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const group = await requireCaseGroup(tx, asked.groupId);
      await noteGroup(tx, group, 'plan-comparison');
      const [before, after] = [
        await linesOf(tx, asked.groupId, asked.before),
        await linesOf(tx, asked.groupId, asked.after),
      ];
      return {
        before,
        after,
        sealed: { before: await sealedOf(tx, before), after: await sealedOf(tx, after) },
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'support' } as const;
    // Each version of a thing is decided on by itself: the gate opens one of each at a time.
    const firsts = await this.gate.openItems(opening, found.sealed.before);
    const seconds = await this.gate.openItems(opening, found.sealed.after);
    const shown = (line: VersionLineRow | null, released: readonly ReleasedItem[]): ShownLine | null => {
      const item = line && released.find(({ itemId }) => itemId === line.itemId);
      return line && item ? { ...line, item } : null;
    };
    return compareVersions(found.before, found.after).flatMap(({ entryId, what, changed, before, after }) => {
      const [was, is] = [shown(before, firsts.released), shown(after, seconds.released)];
      const kind = (after ?? before)?.kind;
      // What the gate keeps in either of them is not spoken of.
      if (kind === undefined || (before && !was) || (after && !is)) return [];
      return [{ entryId, kind, what, changed, before: was, after: is }];
    });
  }
}

async function linesOf(
  tx: CallerTransaction,
  groupId: string,
  number: number | null,
): Promise<readonly VersionLineRow[]> {
  const store = tx.of(PlanVersionStore);
  if (number === null) return store.findStanding(groupId);
  const version = (await store.findOfGroup(groupId)).find((one) => one.number === number);
  return version ? store.findLines([version.id]) : [];
}

async function sealedOf(tx: CallerTransaction, lines: readonly VersionLineRow[]): Promise<readonly SealedItem[]> {
  const found: SealedItem[] = [];
  for (const { itemId, itemVersion } of lines) {
    const sealed = await tx.of(BoardStore).findSealedVersion(itemId, itemVersion);
    if (sealed) found.push(sealed);
  }
  return found;
}
