/** A report as it stands on the screen; field names are those of the api, so that its errors find their fields. */
import * as z from 'zod/mini';

const factor = z.object({ factor: z.string(), answer: z.string(), reasons: z.string() });

const child = z.object({
  /** Whom one has chosen among the registered; empty = nobody. */
  personId: z.string(),
  givenName: z.string().check(z.minLength(1, 'report:child.nameMissing')),
  familyName: z.string(),
  number: z.string(),
  noNumberReason: z.string(),
  bornYear: z.string(),
  content: z.string().check(z.minLength(1, 'report:child.contentMissing')),
  whereabouts: z.string(),
  factors: z.array(factor),
});

const common = {
  children: z.array(child),
  familyKnows: z.string().check(z.minLength(1, 'report:chooseOne')),
  familyKnowsWhat: z.string(),
  immediateDanger: z.string().check(z.minLength(1, 'report:chooseOne')),
};

export const submitSchema = z.object({
  ...common,
  wantsFeedback: z.string().check(z.minLength(1, 'report:chooseOne')),
});
export const registerSchema = z.object({
  ...common,
  channel: z.string().check(z.minLength(1, 'report:chooseOne')),
  reporterKind: z.string().check(z.minLength(1, 'report:chooseOne')),
  reporterName: z.string(),
  reporterOrganisation: z.string(),
  reporterContact: z.string(),
  feedbackWish: z.string().check(z.minLength(1, 'report:chooseOne')),
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
  givenName: '',
  familyName: '',
  number: '',
  noNumberReason: '',
  bornYear: '',
  content: '',
  whereabouts: '',
  factors,
});

/** Factors all left at "unknown" say nothing and are not sent; otherwise all are, so that errors keep their places. */
export const sentFactors = (factors: readonly FactorValues[]): FactorValues[] =>
  factors.some(({ answer }) => answer !== 'unknown') ? factors.map((one) => ({ ...one })) : [];

export function sentChildren(children: readonly ChildValues[]) {
  return children.map(({ personId: _, bornYear, noNumberReason, factors, ...rest }) => ({
    ...rest,
    noNumberReason: rest.number.trim() === '' ? noNumberReason : '',
    bornYear: /^\d{4}$/.test(bornYear.trim()) ? Number(bornYear) : bornYear.trim() === '' ? null : 0,
    factors: sentFactors(factors),
  }));
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
