import { Injectable } from '@nestjs/common';
import { TEXT_CATEGORIES, type ItemVersion, type BoardText } from '#domain/meeting/meeting-event.js';
import { mergeText, type TextPart } from '#domain/meeting/merge-text.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { ItemStore } from '../gate/items.port.js';
import type { ReleasedItem } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { Failure, notAllowed, notFound } from '../failure.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { subjectsOf } from '../share/tellables.js';
import { sayAnew, sayItem, saysMore, withAbout, type Marks } from '../share/what-it-says.js';
import { BoardStore } from './board.port.js';
import { giveToParties, TO_THE_WHOLE } from './give-to-parties.js';
import {
  type ActOnBoard,
  getBoard,
  requireOwnHouse,
  requireWritable,
  spokenIn,
  writeOnBoard,
} from './write-on-board.js';

export interface SaveTextInput extends ActOnBoard, Marks {
  readonly text: BoardText;
  /** The version that the writer had before them; null when there was none. */
  readonly baseVersion: number | null;
  readonly value: string;
}

export type SavedText =
  | { readonly outcome: 'saved'; readonly seq: number; readonly version: number; readonly value: string }
  | {
      readonly outcome: 'conflict';
      readonly parts: readonly TextPart[];
      readonly mine: string;
      readonly theirs: string;
      readonly theirsVersion: number;
      readonly theirsBy: string | null;
      readonly theirsAt: Date | null;
    };

interface Standing {
  readonly hub: HubFacts;
  /** What this very act became when it came the first time, woven together with others' words. */
  readonly repeated: { readonly seq: number; readonly version: number; readonly value: string } | null;
  readonly current: ItemVersion | null;
  readonly seq: number;
  readonly currentItem: ReleasedItem | null;
  /** The writer marks it with what it does not say yet. */
  readonly saysMore: boolean;
  readonly baseText: string;
  readonly written: { readonly by: string; readonly at: number } | null;
}

export const LONGEST_TEXT = 20_000;
const MOST_TRIES = 8;

/** Someone else wrote between reading and writing: read again and weave anew. */
class WrittenMeanwhile extends Error {}

/**
 * Several people write one text and nobody loses a word: what was changed apart is woven together, what was changed in
 * the same place comes back as both texts, and every version is kept [S0, the joint assessment].
 */
@Injectable()
export class SaveText {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly seal: Seal,
  ) {}

  async run(caller: StaffCaller, input: SaveTextInput): Promise<SavedText> {
    if (input.value.length > LONGEST_TEXT) throw new Failure('TOO_LONG', 'value', { most: LONGEST_TEXT });
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const standing = await this.read(caller, input);
      if (standing.repeated) return { outcome: 'saved', ...standing.repeated };
      const theirs = standing.currentItem?.content.text ?? '';
      const merge = standing.current
        ? mergeText(standing.baseText, input.value, theirs)
        : ({ outcome: 'merged', text: input.value } as const);
      if (merge.outcome === 'conflict') {
        const { parts, mine } = merge;
        const theirsVersion = standing.current?.version ?? 0;
        const { by: theirsBy = null, at } = standing.written ?? {};
        const theirsAt = at === undefined ? null : new Date(at);
        return { outcome: 'conflict', parts, mine, theirs, theirsVersion, theirsBy, theirsAt };
      }
      if (standing.current && merge.text === theirs && !standing.saysMore)
        return { outcome: 'saved', seq: standing.seq, version: standing.current.version, value: theirs };
      try {
        const saved = await this.write(caller, input, standing, merge.text);
        if (!standing.saysMore) return saved;
        // To mark it takes it from readers, which moves the count that the answer would stand on.
        this.gate.beginAnew(caller);
        const { repeated } = await this.read(caller, input);
        return repeated ? { outcome: 'saved', ...repeated } : saved;
      } catch (error) {
        if (!(error instanceof WrittenMeanwhile)) throw error;
      }
    }
    throw new Failure('CONFLICT');
  }

  private async read(caller: StaffCaller, input: SaveTextInput): Promise<Standing> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const hub = await tx.of(HubStore).findHub(input.hubId);
      if (!hub) throw notFound();
      requireOwnHouse(tx, hub);
      const before = await tx.of(BoardStore).findByKey(hub.id, `${caller.staffId}/${input.clientKey}`);
      const board = await getBoard(tx, hub.id);
      if (!before) requireWritable(tx, board);
      const current = board.texts[input.text] ?? null;
      const sealed = current ? await tx.of(ItemStore).findSealed([current.item]) : [];
      const wanted = before?.kind === 'TextSaved' ? before.version : input.baseVersion;
      const old =
        current && wanted !== null && wanted !== current.version
          ? await tx.of(BoardStore).findSealedVersion(current.item, wanted)
          : undefined;
      const events = await tx.of(BoardStore).findEvents(hub.id, 0);
      const written = events.findLast((event) => event.kind === 'TextSaved' && event.text === input.text) ?? null;
      return { hub, before, current, seq: board.seq, sealed, old, written, asOf: tx.now };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const [currentItem] = (await this.gate.openItems(opening, found.sealed)).released;
    if (found.current && !currentItem) throw notAllowed();
    const [oldItem] = found.old ? (await this.gate.openItems(opening, [found.old])).released : [];
    const { hub, current, seq, before, written } = found;
    const repeated = before?.kind === 'TextSaved' ? before : null;
    const wanted = repeated?.version ?? input.baseVersion;
    const wantedText =
      current && wanted === current.version ? (currentItem?.content.text ?? '') : (oldItem?.content.text ?? '');
    return {
      hub,
      repeated: repeated ? { seq: repeated.seq, version: repeated.version, value: wantedText } : null,
      current,
      seq,
      currentItem: currentItem ?? null,
      saysMore: found.sealed.some((item) => saysMore(item, input)),
      baseText: wantedText,
      written,
    };
  }

  private async write(
    caller: StaffCaller,
    input: SaveTextInput,
    read: Standing,
    value: string,
  ): Promise<Extract<SavedText, { outcome: 'saved' }>> {
    const receipt = await this.asCaller.run(caller, (tx) =>
      writeOnBoard(tx, input, async (board, hub) => {
        requireWritable(tx, board);
        if (board.texts[input.text]?.version !== read.current?.version) throw new WrittenMeanwhile();
        const { item, version } = await this.put(tx, { hub, kind: input.text, marks: input }, read.current, value);
        await giveToParties(tx, hub, [item], TO_THE_WHOLE);
        return [{ happening: { kind: 'TextSaved', text: input.text, item, version }, itemId: item }];
      }),
    );
    const version = receipt.event?.kind === 'TextSaved' ? receipt.event.version : 1;
    return { outcome: 'saved', seq: receipt.seq, version, value };
  }

  private async put(
    tx: CallerTransaction,
    { hub, kind, marks }: { readonly hub: HubFacts; readonly kind: BoardText; readonly marks: Marks },
    current: ItemVersion | null,
    text: string,
  ): Promise<{ item: string; version: number }> {
    const category = TEXT_CATEGORIES[kind];
    if (current === null) {
      const subjectIds = await subjectsOf(tx, hub.personId, marks.about);
      const content = withAbout({ text }, subjectIds);
      const { revealsPlace } = marks;
      const said = { caseId: hub.caseId, category, ...spokenIn(hub), revealsPlace, subjectIds, content };
      return { item: await sayItem(tx, this.seal, said), version: 1 };
    }
    const { item, version } = current;
    const words = { itemId: item, expectedVersion: version, content: { text } };
    const written = await sayAnew(tx, this.seal, words, marks);
    if (!written) throw new WrittenMeanwhile();
    return { item, version: version + 1 };
  }
}
