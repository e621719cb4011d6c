/** What the rules answer: told, not told, or for a named person to decide (OSL 10:1 ff., 12:1–3, 21:3, 26:1). */
import type { OpeningGround, ReferGround, RefuseGround, ReleaseGround } from './grounds.js';
import type { Category, PartyKind, Purpose } from './vocabulary.js';

export interface Release {
  readonly outcome: 'release';
  readonly ground: ReleaseGround;
}

export interface Refuse {
  readonly outcome: 'refuse';
  readonly ground: RefuseGround;
}

export interface Refer {
  readonly outcome: 'refer';
  readonly ground: ReferGround;
  /** The grounds that a person may assess, the first of them being `ground`; absent where only `ground` is asked. */
  readonly candidates?: readonly ReferGround[];
}

export type Decision = Release | Refuse | Refer;

/** The only cases for which a narrowed ground still opens; an absent list does not limit. */
export interface NarrowedTo {
  readonly categories?: readonly Category[];
  readonly purposes?: readonly Purpose[];
  readonly receivers?: readonly PartyKind[];
}

/** What a municipality's lawyer has switched off or narrowed. It can only take away: no setting here opens a door. */
export interface TownLimits {
  readonly switchedOff?: readonly OpeningGround[];
  readonly narrowed?: Readonly<Partial<Record<OpeningGround, NarrowedTo>>>;
}
