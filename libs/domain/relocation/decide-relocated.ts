/**
 * Whether whoever takes over may read what was offered: while the offer stands, in the house it was made to, by a share that
 * runs, on what was assessed for that house and holds now, and never a name that the registers hide (OSL 26:9, 21:3).
 * Nothing else of the case rides on it.
 */
import type { Assessment, HouseParty, Subject } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { Decision, TownLimits } from '../disclosure/decision.js';
import type { Category, Protection } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { hidesName } from '../person/protection.js';
import { PURPOSE_OF_RELOCATION } from './relocation.js';

/** What the giving house has said that it may tell this on. */
export interface RelocationGround {
  readonly from: HouseParty;
  readonly to: HouseParty;
  readonly subject: Subject;
  readonly assessments: readonly Assessment[];
  /** The giving municipality's. */
  readonly limits: TownLimits | undefined;
}

export interface RelocatedFacts {
  /** The reader coordinates or leads the house it is offered to, and it has been neither answered nor taken back. */
  readonly offeredNow: boolean;
  /** The share by which it goes has begun and not ended. */
  readonly shareRuns: boolean;
  /** It is said about the young person and nobody else. */
  readonly aboutThemAlone: boolean;
  readonly protection: Protection;
  readonly category: Category;
  readonly revealsPlace: boolean;
  /** Null to whoever may not take over. */
  readonly standsOn: RelocationGround | null;
}

export function decideRelocated(facts: RelocatedFacts, asOf: Instant): Decision {
  const { offeredNow, shareRuns, aboutThemAlone, protection, category, revealsPlace, standsOn } = facts;
  if (!offeredNow || !standsOn) return { outcome: 'refuse', ground: 'need-to-know' };
  if (hidesName(protection)) return { outcome: 'refuse', ground: 'OSL 21:3' };
  if (!shareRuns || !aboutThemAlone) return { outcome: 'refuse', ground: 'no-ground' };
  const { from, to, subject, assessments, limits } = standsOn;
  return decideDisclosure(
    {
      asOf,
      from,
      to,
      subjects: [subject],
      category,
      personData: true,
      form: 'none',
      phase: 'measures',
      purpose: PURPOSE_OF_RELOCATION,
      recipientAssigned: false,
      recipientNamed: false,
      revealsPlace,
      reportedBy: null,
      consents: [],
      assessments,
    },
    limits,
  );
}
