/** The hand-over as it leaves the gate: everything in it that was said is Released, everything else is ids, times and posts. */
import type { Stay } from '#domain/meeting/attendance.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';
import type { MapKind, Stance } from '#domain/meeting/joint-map.js';
import type { Knowledge } from '#domain/hub/question.js';
import type { Grade } from '#domain/report/grading.js';
import { readAnswered, type LabelledAnswer } from '#domain/report/answered-instrument.js';
import type { Label } from '#domain/report/instrument.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import type { HubFacts } from '../hub/hub.port.js';
import type { HandOverFacts } from './hand-over.port.js';

export interface HandOverRecord {
  readonly caseId: string;
  readonly caseNumber: string;
  /** When the reader's own work on the case ends by itself. */
  readonly until: Date | null;
  readonly grade: Grade | null;
  /** Null when no hub has met on the case: then nothing below is a hub’s. */
  readonly hub: HubFacts | null;
  /** Null when the decision opened no investigation. */
  readonly handOver: HandOverFacts | null;
  readonly person: ReleasedIdentity | null;
  readonly reports: readonly {
    readonly receivedAt: Date;
    readonly channel: string;
    readonly reporterKind: string;
    readonly items: readonly ReleasedItem[];
  }[];
  readonly protections: readonly {
    readonly needsProtection: boolean;
    readonly assessedAt: Date;
    readonly assessedByName: string;
    readonly reasons: ReleasedItem | null;
  }[];
  readonly gradings: readonly {
    readonly grade: Grade;
    readonly instrument: string;
    /** In the municipality's words. */
    readonly instrumentLabel: Label;
    readonly gradedAt: Date;
    readonly gradedByName: string;
    readonly reasons: ReleasedItem | null;
  }[];
  readonly answers: readonly {
    readonly unitName: string;
    readonly knowledge: Knowledge | null;
    readonly answeredAt: Date | null;
    readonly answeredByName: string | null;
    readonly late: boolean;
    readonly given: boolean;
    readonly items: readonly ReleasedItem[];
  }[];
  readonly map: readonly {
    readonly kind: MapKind;
    readonly unitName: string;
    readonly item: ReleasedItem;
    readonly topic: string | null;
    /** The topic in the municipality's words. */
    readonly topicLabel: Label | null;
    readonly stance: Stance;
    readonly differs: boolean;
  }[];
  readonly differences: readonly {
    readonly topic: string;
    readonly topicLabel: Label;
    readonly present: readonly string[];
    readonly absent: readonly string[];
  }[];
  readonly assessment: ReleasedItem | null;
  readonly decision: {
    readonly byHub: boolean;
    readonly kind: DecisionKind;
    readonly decidedByName: string;
    readonly decidedByTitle: string;
    readonly decidedAt: Date;
    readonly reasons: ReleasedItem | null;
  } | null;
  readonly participants: readonly {
    readonly name: string;
    readonly unitName: string;
    readonly stays: readonly Stay[];
  }[];
  /** How many items stay closed to this reader. */
  readonly withheld: number;
  /** When it was read, by the database's clock. */
  readonly readAt: Date;
  readonly readerName: string;
  readonly readerTitle: string;
}

/** An instrument that was answered, with the reasons of each factor; null and none for whatever else was said. */
export function answersOf(item: ReleasedItem): {
  readonly instrument: string | null;
  readonly instrumentLabel: Label | null;
  readonly answers: readonly LabelledAnswer[];
} {
  const answered = readAnswered(item.content.data);
  return {
    instrument: answered?.instrument ?? null,
    instrumentLabel: answered?.label ?? null,
    answers: answered?.answers ?? [],
  };
}

/** What is done at once to protect the child; null where nothing of the kind was said. */
export function measuresOf(item: ReleasedItem): string | null {
  const measures = item.content.data?.['measures'];
  return typeof measures === 'string' && measures !== '' ? measures : null;
}
