/** The shape of a catalogue of reasons: no outcome and ground may be left without one in any language (FL 32 §). */
import type { ReferGround, RefuseGround, ReleaseGround } from '../grounds.js';

export interface Reason {
  /** Short enough for a label: `samtycke`, `SoL 20:6`. */
  readonly tag: string;
  readonly sentence: string;
}

export interface Reasons {
  readonly release: Readonly<Record<ReleaseGround, Reason>>;
  readonly refuse: Readonly<Record<RefuseGround, Reason>>;
  readonly refer: Readonly<Record<ReferGround, Reason>>;
}
