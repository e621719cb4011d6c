/**
 * What one writes for the joint map. A line is sent and the next one begun at once; one that comes back refused takes the field
 * only if nothing stands there, and otherwise stands beside with its reason: neither is lost.
 */
import type { MapKind, Stance } from '#domain/meeting/joint-map.js';
import { NO_MARKS } from '../elements/marks.js';
import type { Refusal } from '../graphql/refusal.js';
import { keptPens, Pen } from './pen.js';

export interface Line {
  readonly kind: MapKind;
  readonly text: string;
  readonly topic: string;
  readonly stance: Stance;
  readonly about: readonly string[];
  readonly revealsPlace: boolean;
}

/** A line that did not reach the map. */
export interface Returned {
  readonly id: string;
  readonly line: Line;
  /** Why; empty where nobody said, or where it was only put aside. */
  readonly reason: string;
}

export interface Penned {
  readonly line: Line;
  /** What is wrong with the line in the field. */
  readonly error?: string;
  /** It was sent, and came back to the field. */
  readonly cameBack?: boolean;
  readonly returned: readonly Returned[];
}

export type PutLine = (id: string, line: Line) => Promise<{ readonly refusal?: Refusal | undefined }>;

const EMPTY: Line = { kind: 'fact', text: '', topic: '', stance: 'present', ...NO_MARKS };
const isBlank = ({ text }: Line): boolean => text.trim() === '';

export class MapPen extends Pen<Penned> {
  /** Sent, and not answered. */
  private underWay: readonly Line[] = [];

  constructor(
    name: string,
    private readonly newId: () => string = () => crypto.randomUUID(),
  ) {
    super(name, { line: EMPTY, returned: [] });
  }

  get isIdle(): boolean {
    return this.unsent.length === 0;
  }

  /** One's own words that are not known to be on the map. */
  get unsent(): readonly string[] {
    const { line, returned } = this.state;
    return [line, ...this.underWay, ...returned.map((one) => one.line)]
      .filter((one) => !isBlank(one))
      .map(({ text }) => text);
  }

  /** The board has left its reader, so nothing that is under way is answered any more: it stands beside, to be taken back. */
  giveUp(): void {
    const back = this.underWay.map((line) => ({ id: this.newId(), line, reason: '' }));
    this.underWay = [];
    this.become({ returned: [...this.state.returned, ...back] });
  }

  write(part: Partial<Line>): void {
    this.become({ line: { ...this.state.line, ...part } });
  }

  /** Sends what stands in the field, and gives the field back for the next line; `missing` says that nothing stands there. */
  async put(send: PutLine, missing: string): Promise<void> {
    const { line } = this.state;
    if (isBlank(line)) {
      this.become({ error: missing });
      return;
    }
    this.underWay = [...this.underWay, line];
    this.become({ line: { ...EMPTY, kind: line.kind }, error: undefined, cameBack: false });
    const { refusal } = await send(this.newId(), line);
    const wasGivenUp = !this.underWay.includes(line);
    this.underWay = this.underWay.filter((one) => one !== line);
    if (this.isDropped || wasGivenUp) return;
    if (!refusal) return this.become({});
    if (isBlank(this.state.line)) this.become({ line, error: refusal.sentence, cameBack: true });
    else this.become({ returned: [...this.state.returned, { id: this.newId(), line, reason: refusal.sentence }] });
  }

  /** Takes a line that came back into the field; what stands there takes its place beside. */
  takeBack(id: string): void {
    const taken = this.state.returned.find((one) => one.id === id);
    if (!taken) return;
    const { line, error = '' } = this.state;
    const aside = isBlank(line) ? [] : [{ id: this.newId(), line, reason: error }];
    const others = this.state.returned.filter((one) => one !== taken);
    this.become({
      line: taken.line,
      error: taken.reason === '' ? undefined : taken.reason,
      returned: [...others, ...aside],
    });
  }

  /** The field is closed; what stands in it stays. */
  close(): void {
    this.become({ error: undefined, cameBack: false });
  }

  throwAway(id: string): void {
    this.become({ returned: this.state.returned.filter((one) => one.id !== id) });
  }

  override drop(): void {
    this.state = { line: EMPTY, returned: [] };
    this.underWay = [];
    super.drop();
  }
}

const pens = keptPens<MapPen>();

/** The same for every visit to a hub's board, until sign-out. */
export function mapPenOf(hubId: string): MapPen {
  const pen = pens.get(hubId) ?? new MapPen(`map ${hubId}`);
  pens.set(hubId, pen);
  return pen;
}
