/**
 * One's own pen in a text that several write at once. What others write is woven in; where two changed the same words both
 * stand until a person has chosen. When its page is left what had not been saved is saved, and what cannot be saved is there to
 * come back to.
 */
import { mergeText } from '#domain/meeting/merge-text.js';
import { NO_MARKS, type Marks } from '../elements/marks.js';
import { addedTo } from '../elements/own-words.js';
import type { SaveBoardTextMutation } from '../graphql/generated/meeting/graphql.js';
import { keptPens, Pen } from './pen.js';
import type { Answer } from './waiting-acts.js';

export type Clash = NonNullable<SaveBoardTextMutation['saveBoardText']['conflict']>;

/** The version before one's eyes when one began to write. */
export interface Base {
  readonly version: number | null;
  readonly text: string;
}

export interface Penned {
  readonly value: string;
  /** What one has said of the words oneself, beside what stands there: it goes wherever they go. */
  readonly marks: Marks;
  readonly clash?: Clash;
  /** Why it could not be saved; empty where nobody said. */
  readonly error?: string;
  readonly saving: boolean;
}

export type SaveText = (written: {
  readonly baseVersion: number | null;
  readonly value: string;
  readonly marks: Marks;
}) => Promise<Answer<SaveBoardTextMutation>>;

const PAUSE = 700;

export class TextPen extends Pen<Penned> {
  private base: Base = { version: null, text: '' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again = false;
  private isMarked = false;
  private saveBy: SaveText | undefined;
  /** Told before others' words change the text under the pen. */
  onWoven: (before: string, next: string) => void = () => undefined;

  constructor(name: string) {
    super(name, { value: '', marks: NO_MARKS, saving: false });
  }

  get isIdle(): boolean {
    return !this.hasUnsaved && !this.state.saving && this.state.clash === undefined;
  }

  /** What one has added oneself and nobody has got, without a word of what others wrote. */
  get ownWords(): string {
    return addedTo(this.base.text, this.state.value);
  }

  /** How it is saved from now on. What was begun at an earlier visit goes on. */
  begin(save: SaveText): void {
    this.saveBy = save;
    if (!this.isIdle) this.later();
  }

  write(value: string): void {
    this.become({ value });
    this.later();
  }

  /** It says more than its words: what stands there is saved again, although nothing is written otherwise. */
  mark(marks: Marks): void {
    this.isMarked = true;
    this.become({ marks });
    void this.save();
  }

  /** The pen is put down, or the page is left. */
  rest(): void {
    clearTimeout(this.timer);
    void this.save();
  }

  /** News of what stands on the server, unless it is older than what is known, or a choice is waited for. */
  hear(theirs: Base): void {
    if (this.state.saving || this.state.clash) return;
    // The answer to one's own save may be here before the news of it.
    if ((this.base.version ?? 0) >= (theirs.version ?? 0)) return;
    // What cannot be woven in is left to the save, which shows both.
    this.takeIn(theirs);
  }

  /** A person has chosen. */
  settle(chosen: string): void {
    const { clash } = this.state;
    if (!clash) return;
    this.base = { version: clash.theirsVersion, text: clash.theirs };
    this.become({ clash: undefined });
    this.show(chosen);
    void this.save();
  }

  override drop(): void {
    clearTimeout(this.timer);
    super.drop();
  }

  /** Marks of no words are nothing to save. */
  private get hasUnsaved(): boolean {
    return this.state.value !== this.base.text || (this.isMarked && this.state.value !== '');
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), PAUSE);
  }

  private async save(): Promise<void> {
    if (this.isDropped) return;
    if (this.state.saving) {
      this.again = true;
      return;
    }
    // Until somebody has chosen, the same words would only clash again.
    if (!this.saveBy || this.state.clash || !this.hasUnsaved) return;
    const wasMarked = this.isMarked;
    this.isMarked = false;
    this.become({ saving: true });
    const { value: sent, marks } = this.state;
    const { data, refusal } = await this.saveBy({ baseVersion: this.base.version, value: sent, marks });
    if (this.isDropped) return;
    const typedOn = this.again;
    this.again = false;
    // What was not taken is still to be said, also where it is all there is to save.
    if (!data?.saveBoardText || data.saveBoardText.conflict) this.isMarked ||= wasMarked;
    this.become({ saving: false, error: refusal?.sentence });
    if (refusal) {
      if (typedOn) void this.save();
      return;
    }
    const { conflict, version, value: saved } = data.saveBoardText;
    if (conflict) {
      // What was typed meanwhile may have made the two fit, and is asked with before anyone has to choose.
      if (this.takeIn({ version: conflict.theirsVersion, text: conflict.theirs }) || typedOn) return this.save();
      this.become({ clash: conflict });
      return;
    }
    // What was typed while it was on its way goes on from what it became.
    this.base = { version: null, text: sent };
    this.takeIn({ version: version ?? null, text: saved ?? sent });
    if (typedOn || this.state.value !== this.base.text) void this.save();
  }

  /** Takes in what stands on the server; false when it cannot be woven into what is being written. */
  private takeIn(theirs: Base): boolean {
    const merge = mergeText(this.base.text, this.state.value, theirs.text);
    if (merge.outcome === 'conflict') return false;
    this.base = theirs;
    this.show(merge.text);
    return true;
  }

  private show(next: string): void {
    if (next !== this.state.value) this.onWoven(this.state.value, next);
    this.become({ value: next });
  }
}

const pens = keptPens<TextPen>();

const nameOf = (hubId: string, text: string): string => `text ${hubId} ${text}`;

/** The pen that one left in this text, or a new one. */
export const findPen = (hubId: string, text: string): TextPen =>
  pens.get(nameOf(hubId, text)) ?? new TextPen(nameOf(hubId, text));

/** From now on the pen is kept; what is returned puts it down: what is not saved is saved, and a pen that rests is put away. */
export function holdPen(pen: TextPen, save: SaveText): () => void {
  pens.set(pen.name, pen);
  pen.begin(save);
  return () => {
    pen.rest();
    if (pen.isIdle) pens.delete(pen.name);
  };
}

/** What is one's own in the texts of a board and nobody has got. */
export const ownWordsIn = (hubId: string): string =>
  pensOf(hubId)
    .map((pen) => (pen.isIdle ? '' : pen.ownWords))
    .filter((words) => words.trim() !== '')
    .join('\n\n');

/** The board has left its reader: nothing is sent to it any more, and nothing of it is kept. */
export function dropPens(hubId: string): void {
  for (const pen of pensOf(hubId)) {
    pen.drop();
    pens.delete(pen.name);
  }
}

const pensOf = (hubId: string): TextPen[] =>
  [...pens].filter(([name]) => name.startsWith(nameOf(hubId, ''))).map(([, pen]) => pen);
