import type { HouseParty } from '#domain/disclosure/case.js';
import { readAnswered, type LabelledAnswer } from '#domain/report/answered-instrument.js';
import type { Label } from '#domain/report/instrument.js';
import type { HouseSeeing } from '../gate/items.port.js';
import type { ReleasedItem } from '../gate/released.js';

/** A released part of a report or an assessment, as a reader meets it. */
export interface PartShown {
  readonly id: string;
  readonly kind: string;
  readonly category: string;
  readonly text: string;
  readonly giver: HouseParty;
  readonly ground: string;
  /** Other houses that it is open to. */
  readonly alsoSeenBy: readonly HouseSeeing[];
  readonly until: Date | null;
  readonly createdAt: Date;
  readonly childName: string | null;
  readonly familyKnows: string | null;
  readonly familyKnowsWhat: string | null;
  readonly measures: string | null;
  readonly contact: string | null;
  readonly organisation: string | null;
  readonly feedback: string | null;
  /** How and on which day the reporter was told it, where it was not shared with their house. */
  readonly toldHow: string | null;
  readonly toldOn: string | null;
  readonly instrument: string | null;
  /** Of the instrument as it was answered. */
  readonly instrumentVersion: number | null;
  readonly instrumentLabel: Label | null;
  readonly answers: readonly LabelledAnswer[];
}

/** Only what the gate has released can be shown, and each kind of content names the facts that it carries. */
export function shownPart(item: ReleasedItem, kind: string, seeing: readonly HouseSeeing[]): PartShown {
  const data = item.content.data ?? {};
  const said = (name: string): string | null => (typeof data[name] === 'string' ? (data[name] as string) : null);
  const answered = readAnswered(data);
  return {
    id: item.itemId,
    kind,
    category: item.category,
    text: item.content.text,
    giver: item.giverHouse,
    ground: item.ground.id,
    alsoSeenBy: seeing.filter(({ itemId }) => itemId === item.itemId),
    until: item.ground.until,
    createdAt: item.createdAt,
    childName: said('childName'),
    familyKnows: said('familyKnows'),
    familyKnowsWhat: said('familyKnowsWhat'),
    measures: said('measures'),
    contact: said('contact'),
    organisation: said('organisation'),
    feedback: said('feedback'),
    toldHow: said('toldHow'),
    toldOn: said('toldOn'),
    instrument: answered?.instrument ?? null,
    instrumentVersion: answered?.version ?? null,
    instrumentLabel: answered?.label ?? null,
    answers: answered?.answers ?? [],
  };
}
