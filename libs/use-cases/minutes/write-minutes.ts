import { Injectable } from '@nestjs/common';
import { CATEGORIES, type Category } from '#domain/disclosure/vocabulary.js';
import { decideWriting } from '#domain/minutes/minutes-states.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import type { SealedItem } from '../gate/sealed.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { giveToParties } from '../meeting/give-to-parties.js';
import { spokenIn } from '../meeting/write-on-board.js';
import { FormFaults } from '../organisation/form-faults.js';
import { noteTakenAway } from '../share/note-taken-away.js';
import { subjectsOf } from '../share/tellables.js';
import { sayItem, showsPlace, type Marks } from '../share/what-it-says.js';
import { MinutesStore, type MinuteLineRow, type MinutesRow } from './minutes.port.js';
import { requireMeeting, tellMeeting, type MeetingHub } from './require-meeting.js';

export interface LineWritten extends Marks {
  /** Null for a new line. */
  readonly lineId: string | null;
  readonly pointId: string;
  readonly category: string;
  readonly text: string;
  /** Of the line's item, as it was read; null for a new line. */
  readonly expectedVersion: number | null;
  readonly remove: boolean;
}

export interface MinutesWritten {
  readonly hubId: string;
  readonly lines: readonly LineWritten[];
  /** Why fixed minutes are amended; null before they are fixed. */
  readonly reason: string | null;
  /** What the reason shows and is about beside what its lines do. */
  readonly reasonMarks: Marks;
}

export const LONGEST_LINE = 5_000;

/**
 * Writes what the minutes say under each point: an item for each thing, by its own kind and about its own persons, so that
 * every party's copy holds what the gate lets that party have and no more (OSL 10:1, 26:1). After their time a change is a
 * new version with its reason.
 */
@Injectable()
export class WriteMinutes {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: MinutesWritten): Promise<{ readonly version: number }> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, written.hubId);
      await tx.of(MinutesStore).open(hub.id);
      const minutes = await tx.of(MinutesStore).find(hub.id);
      if (!minutes) throw notFound();
      const { version, reasonId } = await this.versionFor(tx, caller, hub, minutes, written);
      await this.check(tx, hub, written);
      const changed: string[] = reasonId === null ? [] : [reasonId];
      for (const line of written.lines) {
        const { lineIds, given } = await this.write(tx, caller, { hub, version }, line);
        await giveToParties(tx, hub, given, { points: [line.pointId] });
        changed.push(...lineIds);
      }
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId: hub.id, minutes: 'written', version, lines: written.lines.length },
        },
      ]);
      await tellMeeting(tx, hub, changed);
      return { version };
    });
  }

  private async versionFor(
    tx: CallerTransaction,
    caller: StaffCaller,
    hub: MeetingHub,
    minutes: MinutesRow,
    written: MinutesWritten,
  ): Promise<{ readonly version: number; readonly reasonId: string | null }> {
    const decision = decideWriting(
      {
        meeting: hub.state,
        fixesAt: minutes.fixesAt?.getTime() ?? null,
        newest: minutes.newest,
        reason: written.reason,
      },
      tx.now.getTime(),
    );
    if (decision.outcome === 'refused')
      throw decision.code === 'not-begun'
        ? new Failure('MEETING_NOT_BEGUN')
        : new Failure('AMENDMENT_NEEDS_REASON', 'reason');
    if (!decision.isAmendment) return { version: decision.version, reasonId: null };
    // Fixed minutes are the convening house's document: it alone amends them.
    if (hub.branchId !== caller.branchId) throw new Failure('OTHER_HOUSE_LEADS');
    const { points, marks } = await this.amended(tx, hub, written);
    const itemId = await sayItem(tx, this.seal, {
      caseId: hub.caseId,
      category: 'measures-and-plan',
      ...spokenIn(hub),
      revealsPlace: marks.revealsPlace,
      subjectIds: await subjectsOf(tx, hub.personId, marks.about, { field: 'reasonAbout' }),
      content: { text: (written.reason ?? '').trim() },
    });
    await tx.of(MinutesStore).addVersion(hub.id, decision.version, itemId);
    await giveToParties(tx, hub, [itemId], { points });
    return { version: decision.version, reasonId: itemId };
  }

  /** Why lines are amended tells of all of them: it is said under their points, shows no less and is about no fewer. */
  private async amended(
    tx: CallerTransaction,
    hub: MeetingHub,
    { lines, reasonMarks }: MinutesWritten,
  ): Promise<{ readonly points: readonly string[]; readonly marks: Marks }> {
    const stood = (await tx.of(MinutesStore).findLines(hub.id)).filter(({ id }) =>
      lines.some(({ lineId }) => lineId === id),
    );
    const items = await tx.of(ItemStore).findSealed(stood.map(({ itemId }) => itemId));
    const about = [
      ...lines.flatMap((line) => line.about),
      ...items.flatMap((item) => item.subjects.map(({ id }) => id)),
    ];
    return {
      points: [...new Set([...lines, ...stood].map(({ pointId }) => pointId))],
      marks: {
        revealsPlace: [reasonMarks, ...lines, ...items].some((one) => one.revealsPlace),
        about: [...reasonMarks.about, ...about.filter((id) => id !== hub.personId)],
      },
    };
  }

  private async check(tx: CallerTransaction, hub: MeetingHub, written: MinutesWritten): Promise<void> {
    const points = new Set((await tx.of(GroupMeetingStore).findPoints(hub.id)).map(({ id }) => id));
    const circle = new Set((await tx.of(HubStore).findCircle(hub.personId)).map(({ personId }) => personId));
    const faults = new FormFaults();
    for (const [at, line] of written.lines.entries()) {
      if (line.remove) continue;
      faults.words(`lines.${at}.text`, line.text, LONGEST_LINE);
      if (!(CATEGORIES as readonly string[]).includes(line.category)) faults.add(`lines.${at}.category`, 'CHOOSE_ONE');
      if (!points.has(line.pointId)) faults.add(`lines.${at}.pointId`, 'NO_SUCH_POINT');
      if (line.about.some((id) => !circle.has(id))) faults.add(`lines.${at}.about`, 'NOT_FOUND');
    }
    faults.tell();
  }

  /** The lines that have changed, and the items that the parties are to be given. */
  private async write(
    tx: CallerTransaction,
    caller: StaffCaller,
    on: { readonly hub: MeetingHub; readonly version: number },
    line: LineWritten,
  ): Promise<{ readonly lineIds: readonly string[]; readonly given: readonly string[] }> {
    const { hub, version } = on;
    const store = tx.of(MinutesStore);
    const standing = line.lineId === null ? null : await this.standing(tx, caller, hub, line);
    const [stood] = standing ? await tx.of(ItemStore).findSealed([standing.itemId]) : [];
    // What somebody has marked stays marked, whoever writes it otherwise; the kind alone marks only what is of that kind.
    const revealsPlace = line.revealsPlace || (stood ? stood.revealsPlace && stood.category !== 'whereabouts' : false);
    if (standing && stood && (await this.rewritten(tx, on, { ...standing, item: stood }, { ...line, revealsPlace })))
      return { lineIds: [standing.id], given: [standing.itemId] };
    const ended = standing ? [standing.id] : [];
    if (standing) {
      await store.endLine(standing.id, version - 1);
      await noteTakenAway(tx, { ...hub, place: { hubId: hub.id } }, [standing.itemId], 'off-the-minutes');
    }
    if (line.remove) return { lineIds: ended, given: [] };
    const itemId = await sayItem(tx, this.seal, {
      caseId: hub.caseId,
      category: line.category as Category,
      ...spokenIn(hub),
      revealsPlace,
      subjectIds: [hub.personId, ...line.about.filter((id) => id !== hub.personId)],
      content: { text: line.text.trim(), data: { about: [...line.about] } },
    });
    const { pointId } = line;
    const id = tx.newId();
    await store.addLine({ id, hubId: hub.id, pointId, itemId, itemVersion: 1, fromVersion: version });
    return { lineIds: [...ended, id], given: [itemId] };
  }

  private async standing(
    tx: CallerTransaction,
    caller: StaffCaller,
    hub: MeetingHub,
    { lineId, expectedVersion }: LineWritten,
  ): Promise<MinuteLineRow> {
    const found = (await tx.of(MinutesStore).findLines(hub.id)).find(({ id }) => id === lineId);
    if (!found) throw notFound();
    if (found.byBranch !== caller.branchId) throw new Failure('NOT_YOUR_ENTRY');
    if (found.untilVersion !== null || found.itemVersion !== expectedVersion) throw new Failure('CONFLICT');
    return found;
  }

  /** While they may be adjusted, a line of the same kind about the same persons is the same item in a new version. */
  private async rewritten(
    tx: CallerTransaction,
    on: { readonly hub: MeetingHub; readonly version: number },
    standing: MinuteLineRow & { readonly item: SealedItem },
    line: LineWritten,
  ): Promise<boolean> {
    if (line.remove || standing.fromVersion !== on.version || standing.pointId !== line.pointId) return false;
    const { item } = standing;
    const about = new Set([on.hub.personId, ...line.about]);
    const sameSubjects = item.subjects.length === about.size && item.subjects.every(({ id }) => about.has(id));
    if (item.category !== line.category || !sameSubjects) return false;
    // A line that comes to show a place is another thing: its earlier words stay what they were.
    if (item.revealsPlace !== showsPlace(item.category, line.revealsPlace)) return false;
    const kept = await this.seal.rewriteItem(
      tx,
      {
        id: item.itemId,
        expectedVersion: standing.itemVersion,
        keyPersonId: item.content.keyPersonId,
        category: item.category,
      },
      { text: line.text.trim(), data: { about: [...line.about] } },
    );
    if (!kept) throw new Failure('CONFLICT');
    await tx.of(MinutesStore).setLineVersion(standing.id, standing.itemVersion + 1);
    return true;
  }
}
