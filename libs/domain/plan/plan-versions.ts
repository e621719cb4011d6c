/**
 * A plan is put forward as a version, which stands as it was for ever, and is adopted when every party and the family has
 * said yes to that very version ([S1]: the plan is the young person's, and everyone's).
 */
export const VERSION_STATES = ['put-forward', 'adopted', 'houses-agreed', 'not-adopted', 'replaced'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const ANSWERS = ['yes', 'no'] as const;
export type PlanAnswer = (typeof ANSWERS)[number];

/** Whoever's yes it takes: a house by its name, or somebody of the family. */
export interface Asked {
  readonly id: string;
  readonly answer: PlanAnswer | null;
}

interface VersionRead {
  readonly isNewest: boolean;
  /** `asked` are all; otherwise the reader may not know who of a family was asked, nor what they said (OSL 26:1). */
  readonly isWhole: boolean;
}

/**
 * Of the newest version what has been answered; an older one that was not adopted is replaced by it. To whoever has the answers
 * of the houses alone it tells nothing of the others: it is never adopted, but the houses may have agreed.
 */
export function versionState(asked: readonly Asked[], { isNewest, isWhole }: VersionRead): VersionState {
  const agreed = asked.length > 0 && asked.every(({ answer }) => answer === 'yes');
  if (agreed && isWhole) return 'adopted';
  if (!isNewest) return 'replaced';
  if (agreed) return 'houses-agreed';
  return asked.some(({ answer }) => answer === 'no') ? 'not-adopted' : 'put-forward';
}

export type PutForwardDecision =
  | { readonly outcome: 'put-forward'; readonly number: number }
  | { readonly outcome: 'refused'; readonly code: 'future-missing' | 'nothing-new' };

/** What stands now, and whose yes it would take: houses and people by their ids. */
export interface Standing {
  readonly hasFuture: boolean;
  readonly lines: readonly VersionLine[];
  readonly parties: readonly string[];
}

export interface Newest {
  readonly number: number;
  readonly lines: readonly VersionLine[];
  readonly asked: readonly Asked[];
}

/**
 * Nobody is asked about a plan without the young person's own picture, nor about the same one twice; unless somebody has said no
 * to it, which may have been talked through since, or somebody has come who was not asked.
 */
export function decidePutForward({ hasFuture, lines, parties }: Standing, newest: Newest | null): PutForwardDecision {
  if (!hasFuture) return { outcome: 'refused', code: 'future-missing' };
  if (newest && compareVersions(newest.lines, lines).length === 0 && !isOpenAgain(newest.asked, parties))
    return { outcome: 'refused', code: 'nothing-new' };
  return { outcome: 'put-forward', number: (newest?.number ?? 0) + 1 };
}

const isOpenAgain = (asked: readonly Asked[], parties: readonly string[]): boolean =>
  asked.some(({ answer }) => answer === 'no') || parties.some((party) => !asked.some(({ id }) => id === party));

interface Seat {
  readonly staffId: string;
  readonly house: string;
  readonly mandate: 'decides' | 'speaks' | 'listens';
}

/** Whoever decides for their house; where it has sent nobody who does, whoever speaks for it. */
export function speaksFor(seats: readonly Seat[], { staffId, house }: Pick<Seat, 'staffId' | 'house'>): boolean {
  const own = seats.filter((seat) => seat.house === house && seat.mandate !== 'listens');
  const deciding = own.filter(({ mandate }) => mandate === 'decides');
  return (deciding.length > 0 ? deciding : own).some((seat) => seat.staffId === staffId);
}

export const TOLD_HOW = ['meeting', 'phone', 'writing'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];
/** As somebody of the family said it: to whoever writes it down, or on their own page. */
export type AnsweredHow = ToldHow | 'page';

export interface AnswerWritten {
  readonly answer: string;
  readonly words: string;
  /** How somebody of the family said it; null for a house. */
  readonly how: string | null;
}

export type AnswerDecision =
  | { readonly outcome: 'answered'; readonly answer: PlanAnswer; readonly how: ToldHow | null }
  | {
      readonly outcome: 'refused';
      readonly field: 'answer' | 'words' | 'how' | null;
      readonly code: 'choose-one' | 'required' | 'answered-already' | 'replaced';
    };

export function decideAnswer(
  asked: { readonly answer: PlanAnswer | null; readonly isFamily: boolean; readonly isNewest: boolean },
  written: AnswerWritten,
): AnswerDecision {
  if (!asked.isNewest) return { outcome: 'refused', field: null, code: 'replaced' };
  if (asked.answer !== null) return { outcome: 'refused', field: null, code: 'answered-already' };
  const answer = ANSWERS.find((one) => one === written.answer);
  if (answer === undefined) return { outcome: 'refused', field: 'answer', code: 'choose-one' };
  const how = TOLD_HOW.find((one) => one === written.how) ?? null;
  if (asked.isFamily && how === null) return { outcome: 'refused', field: 'how', code: 'choose-one' };
  // A no says what has to be otherwise, so that the next version can be.
  if (answer === 'no' && written.words.trim() === '') return { outcome: 'refused', field: 'words', code: 'required' };
  return { outcome: 'answered', answer, how: asked.isFamily ? how : null };
}

/** The same by somebody of the family on their own page, of the plan as they see it there. */
export function decideOwnAnswer(
  asked: { readonly answer: PlanAnswer | null; readonly isChanged: boolean },
  written: Pick<AnswerWritten, 'answer' | 'words'>,
): AnswerDecision {
  const { answer, isChanged } = asked;
  return decideAnswer({ answer, isFamily: false, isNewest: !isChanged }, { ...written, how: null });
}

export interface VersionLine {
  readonly entryId: string;
  readonly itemVersion: number;
  readonly state: string;
  readonly ownerStaffId: string | null;
  /** Who of the family has promised it. */
  readonly promisedBy: string | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
}

export const CHANGED = ['words', 'state', 'owner', 'startsOn', 'followUpOn'] as const;
export type Changed = (typeof CHANGED)[number];

export interface LineDifference<T extends VersionLine> {
  readonly entryId: string;
  readonly what: 'added' | 'taken-away' | 'changed';
  readonly before: T | null;
  readonly after: T | null;
  readonly changed: readonly Changed[];
}

/** What is otherwise in the later of two versions; what is alike in both is left out. */
export function compareVersions<T extends VersionLine>(
  before: readonly T[],
  after: readonly T[],
): readonly LineDifference<T>[] {
  const earlier = new Map(before.map((line) => [line.entryId, line]));
  const later = new Set(after.map(({ entryId }) => entryId));
  return [
    ...after.flatMap((line): LineDifference<T>[] => {
      const was = earlier.get(line.entryId);
      if (!was) return [{ entryId: line.entryId, what: 'added', before: null, after: line, changed: [] }];
      const changed = changesOf(was, line);
      return changed.length === 0
        ? []
        : [{ entryId: line.entryId, what: 'changed', before: was, after: line, changed }];
    }),
    ...before.flatMap((line): LineDifference<T>[] =>
      later.has(line.entryId)
        ? []
        : [{ entryId: line.entryId, what: 'taken-away', before: line, after: null, changed: [] }],
    ),
  ];
}

function changesOf(before: VersionLine, after: VersionLine): Changed[] {
  const differs: Readonly<Record<Changed, boolean>> = {
    words: before.itemVersion !== after.itemVersion,
    state: before.state !== after.state,
    owner: before.ownerStaffId !== after.ownerStaffId || before.promisedBy !== after.promisedBy,
    startsOn: before.startsOn !== after.startsOn,
    followUpOn: before.followUpOn !== after.followUpOn,
  };
  return CHANGED.filter((one) => differs[one]);
}
