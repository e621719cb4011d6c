/** A report as it stands on the screen; field names are those of the api, so that its errors find their fields. */
import * as z from 'zod/mini';

const factor = z.object({ factor: z.string(), answer: z.string(), reasons: z.string() });

const identity = z.object({ givenName: z.string(), familyName: z.string(), number: z.string() });

const child = z.object({
  /** Whom one has chosen among the registered; empty = nobody. */
  personId: z.string(),
  /** One has searched and says that nobody among the registered is this child; empty = not said. */
  noneFits: z.string(),
  /** What was typed before one chose among the registered: it comes back when the choice is taken back. */
  typed: z.optional(identity),
  givenName: z.string().check(z.minLength(1, 'report:child.nameMissing')),
  familyName: z.string(),
  number: z.string(),
  noNumberReason: z.string(),
  bornYear: z.string(),
  content: z.string().check(z.minLength(1, 'report:child.contentMissing')),
  whereabouts: z.string(),
  factors: z.array(factor),
});

/** Intake searches first: a child is chosen, or nobody fits, and only then is a name asked for. */
const registeredChild = z.extend(child, { givenName: z.string() }).check((ctx) => {
  const { personId, noneFits, givenName } = ctx.value;
  if (personId !== '') return;
  const missing =
    noneFits === ''
      ? ({ at: 'personId', message: 'report:chosen.missing' } as const)
      : givenName === ''
        ? ({ at: 'givenName', message: 'report:child.nameMissing' } as const)
        : null;
  if (missing) ctx.issues.push({ code: 'custom', path: [missing.at], message: missing.message, input: ctx.value });
});

const common = {
  children: z.array(child),
  familyKnows: z.string().check(z.minLength(1, 'report:unanswered.familyKnows')),
  familyKnowsWhat: z.string(),
  immediateDanger: z.string().check(z.minLength(1, 'report:unanswered.danger')),
};

export const submitSchema = z.object({
  ...common,
  wantsFeedback: z.string().check(z.minLength(1, 'report:unanswered.ownFeedback')),
});
export const registerSchema = z.object({
  ...common,
  children: z.array(registeredChild),
  channel: z.string().check(z.minLength(1, 'report:unanswered.channel')),
  reporterKind: z.string().check(z.minLength(1, 'report:unanswered.reporter')),
  reporterName: z.string(),
  reporterOrganisation: z.string(),
  reporterContact: z.string(),
  feedbackWish: z.string().check(z.minLength(1, 'report:unanswered.feedback')),
});

export type ChildValues = z.infer<typeof child>;
export type FactorValues = z.infer<typeof factor>;
export type SubmitValues = z.infer<typeof submitSchema>;
export type RegisterValues = z.infer<typeof registerSchema>;

/** A row for each factor of the instrument; what was answered before to one that is still asked stays. */
export const factorRows = (
  factors: readonly { readonly id: string }[],
  before: readonly FactorValues[] = [],
): FactorValues[] =>
  factors.map(({ id }) => before.find(({ factor }) => factor === id) ?? { factor: id, answer: 'unknown', reasons: '' });

/** Without rows of factors until they are opened, or given here. */
export const emptyChild = (factors: FactorValues[] = []): ChildValues => ({
  personId: '',
  noneFits: '',
  givenName: '',
  familyName: '',
  number: '',
  noNumberReason: '',
  bornYear: '',
  content: '',
  whereabouts: '',
  factors,
});

/** The registered child takes the place of what was typed, which is kept beside. */
export const withChosen = (
  typed: ChildValues,
  person: {
    readonly id: string;
    readonly name: string;
    readonly givenName?: string | null;
    readonly familyName?: string | null;
  },
): ChildValues => ({
  ...typed,
  personId: person.id,
  noneFits: '',
  givenName: person.givenName ?? person.name,
  familyName: person.familyName ?? '',
  number: '',
  typed: typed.personId === '' ? identityOf(typed) : typed.typed,
});

/** The choice is taken back, and what was typed stands there again. */
export const withoutChosen = ({ typed, ...chosen }: ChildValues): ChildValues => ({
  ...chosen,
  personId: '',
  ...(typed ?? { givenName: '', familyName: '', number: '' }),
});

const identityOf = ({ givenName, familyName, number }: ChildValues): z.infer<typeof identity> => ({
  givenName,
  familyName,
  number,
});

/** What says who a child is; where one is chosen none of its fields is there to say a fault. */
const WHO = ['givenName', 'familyName', 'number', 'noNumberReason', 'bornYear'];

/**
 * Where a fault of a child stands: at the search, where nobody has searched, and at the choice, where what is wrong is who was
 * chosen.
 */
export function placeOfFault(field: string, children: readonly ChildValues[]): string {
  const [, at = '', part] = /^children\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (at === '') return field;
  const isChosen = (children[Number(at)]?.personId ?? '') !== '';
  return part === undefined || (isChosen && WHO.includes(part)) ? `children.${at}.personId` : field;
}

/** Factors all left at "unknown" say nothing and are not sent; otherwise all are, so that errors keep their places. */
export const sentFactors = (factors: readonly FactorValues[]): FactorValues[] =>
  factors.some(({ answer }) => answer !== 'unknown') ? factors.map((one) => ({ ...one })) : [];

export function sentChildren(children: readonly ChildValues[]) {
  return children.map(
    ({ personId: _, noneFits: _said, typed: _typed, bornYear, noNumberReason, factors, ...rest }) => ({
      ...rest,
      noNumberReason: rest.number.trim() === '' ? noNumberReason : '',
      bornYear: /^\d{4}$/.test(bornYear.trim()) ? Number(bornYear) : bornYear.trim() === '' ? null : 0,
      factors: sentFactors(factors),
    }),
  );
}

/** Beside the children and in their order; the form of reporters knows no such choice. */
export const chosenPeople = (children: readonly ChildValues[]): string[] => children.map(({ personId }) => personId);

export const emptyReport = (factors: FactorValues[] = []): SubmitValues => ({
  children: [emptyChild(factors)],
  familyKnows: '',
  familyKnowsWhat: '',
  immediateDanger: '',
  wantsFeedback: 'yes',
});

/** A report begun with words that were written elsewhere; what somebody has begun already stays, and the words come after. */
export const withContent = (begun: SubmitValues | undefined, words: string): SubmitValues => {
  const report = begun ?? emptyReport();
  const [first = emptyChild(), ...others] = report.children;
  const content = [first.content.trim(), words.trim()].filter((part) => part !== '').join('\n\n');
  return { ...report, children: [{ ...first, content }, ...others] };
};
