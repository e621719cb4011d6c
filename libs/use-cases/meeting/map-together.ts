import { Injectable } from '@nestjs/common';
import { MAP_CATEGORIES, type MapKind, type Stance } from '#domain/meeting/joint-map.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { Failure } from '../failure.js';
import type { HubFacts } from '../hub/hub.port.js';
import { noteTakenAway } from '../share/note-taken-away.js';
import { subjectsOf } from '../share/tellables.js';
import { sayAnew, sayItem, withAbout, type Marks } from '../share/what-it-says.js';
import { giveToParties, TO_THE_WHOLE } from './give-to-parties.js';
import { type ActOnBoard, type BoardReceipt, requireWritable, spokenIn, writeOnBoard } from './write-on-board.js';

export interface PutMapEntryInput extends ActOnBoard, Marks {
  /** Made by the client for a new line; an existing one is written anew. */
  readonly entryId: string;
  readonly kind: MapKind;
  /** Null keeps the text of an existing line, as when it is only linked to a factor. */
  readonly text: string | null;
  /** What it speaks of, such as a factor's id. */
  readonly topic: string | null;
  readonly stance: Stance;
}

export const LONGEST_ENTRY = 1_000;

/** The joint map: each line with its giver, put there and taken back by the unit whose picture it is [S0]. */
@Injectable()
export class MapTogether {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  put(caller: StaffCaller, input: PutMapEntryInput): Promise<BoardReceipt> {
    const text = input.text?.trim() ?? null;
    if (text === '') throw new Failure('REQUIRED', 'text');
    if (text !== null && text.length > LONGEST_ENTRY) throw new Failure('TOO_LONG', 'text', { most: LONGEST_ENTRY });
    return this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, input, async (board, hub) => {
        requireWritable(tx, board);
        const standing = board.map.find(({ id }) => id === input.entryId);
        if (standing && standing.unit !== caller.unitId && text !== null) throw new Failure('NOT_YOUR_ENTRY');
        if (!standing && text === null) throw new Failure('REQUIRED', 'text');
        // A line keeps its kind: the item's secrecy was decided by it.
        const kind = standing?.kind ?? input.kind;
        const { item, version } = await this.write(tx, hub, { kind, text, marks: input }, standing);
        await giveToParties(tx, hub, [item], TO_THE_WHOLE);
        const { entryId: id, topic, stance } = input;
        const unit = standing?.unit ?? caller.unitId;
        return [
          { happening: { kind: 'MapEntryPut', entry: { id, kind, unit, item, version, topic, stance } }, itemId: item },
        ];
      }),
    );
  }

  /**
   * Takes a line off the map, and what was told of it from those who were told; the item, its history and the record of what
   * was given stay. An ended share never comes back: a line that is put there again is said anew.
   */
  withdraw(
    caller: StaffCaller,
    input: ActOnBoard & { readonly entryId: string },
    mayLead: boolean,
  ): Promise<BoardReceipt> {
    return this.asCaller.run(caller, async (tx) => {
      const taken: { readonly item: string; readonly hub: HubFacts }[] = [];
      const receipt = await writeOnBoard(tx, input, async (board, hub) => {
        requireWritable(tx, board);
        const standing = board.map.find(({ id }) => id === input.entryId);
        if (!standing) throw new Failure('NOT_FOUND', 'entryId');
        const leads = mayLead && caller.branchId === hub.branchId;
        if (standing.unit !== caller.unitId && !leads) throw new Failure('NOT_YOUR_ENTRY');
        taken.push({ item: standing.item, hub });
        return [{ happening: { kind: 'MapEntryRemoved', entry: standing.id }, itemId: standing.item }];
      });
      for (const { item, hub } of taken)
        await noteTakenAway(tx, { ...hub, place: { hubId: hub.id } }, [item], 'off-the-map');
      return receipt;
    });
  }

  private async write(
    tx: CallerTransaction,
    hub: HubFacts,
    { kind, text, marks }: { readonly kind: MapKind; readonly text: string | null; readonly marks: Marks },
    standing: { readonly item: string; readonly version: number } | undefined,
  ): Promise<{ item: string; version: number }> {
    if (standing && text === null) return { item: standing.item, version: standing.version };
    const content = { text: text ?? '' };
    if (!standing) {
      const subjectIds = await subjectsOf(tx, hub.personId, marks.about);
      const item = await sayItem(tx, this.seal, {
        caseId: hub.caseId,
        category: MAP_CATEGORIES[kind],
        ...spokenIn(hub),
        revealsPlace: marks.revealsPlace,
        subjectIds,
        content: withAbout(content, subjectIds),
      });
      return { item, version: 1 };
    }
    const words = { itemId: standing.item, expectedVersion: standing.version, content };
    const rewritten = await sayAnew(tx, this.seal, words, marks);
    if (!rewritten) throw new Failure('CONFLICT');
    return { item: standing.item, version: standing.version + 1 };
  }
}
