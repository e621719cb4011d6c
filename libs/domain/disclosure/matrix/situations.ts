/** The situations that the decision matrix sets beside the ordinary one, so that a lawyer sees what each fact changes. */
import type { Consent, DisclosureCase, Subject } from '../case.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, EXAMPLE_DAY, exampleParty } from '../example-case.js';
import { isHouse, writtenHouse } from '../parties.js';
import { CATEGORIES, PURPOSES } from '../vocabulary.js';
import { EVERY_CELL } from './merged-rows.js';
import type { Cell } from './merged-rows.js';

/** What a section's cases have in common, made from one cell of the matrix. */
export type Situation = (cell: Cell) => DisclosureCase;

export const ordinary: Situation = ({ from, to, purpose, category }) => {
  const receiver = exampleParty(to, 'receiver');
  return {
    ...EXAMPLE_CASE,
    from: exampleParty(from, 'giver'),
    to: receiver,
    purpose,
    category,
    reportedBy: writtenHouse(receiver),
  };
};

const about =
  (change: Partial<Subject>): Situation =>
  (cell) => ({ ...ordinary(cell), subjects: [{ ...EXAMPLE_CHILD, ...change }] });

const bornYearsAgo = (years: number): Partial<Subject> => ({
  born: { year: EXAMPLE_DAY.year - years, month: 1, day: 15 },
});

const consented: Situation = (cell) => {
  const facts = ordinary(cell);
  const { asOf } = facts;
  const consent: Consent = {
    id: 'c1',
    person: EXAMPLE_CHILD.id,
    from: [writtenHouse(facts.from)],
    to: [writtenHouse(facts.to)],
    categories: CATEGORIES,
    purposes: PURPOSES,
    validFrom: asOf,
    validUntil: asOf + 1,
    withdrawnAt: null,
    signatures: [EXAMPLE_CHILD.id, ...EXAMPLE_CHILD.guardians].map((signer) => ({ signer, at: asOf })),
  };
  return { ...facts, consents: [consent] };
};

/** Only two of one kind can be of one house. */
const ONE_HOUSE = EVERY_CELL.filter(({ from, to }) => from === to && isHouse(exampleParty(to, 'receiver')));

const withinOneHouse: Situation = (cell) => ({ ...ordinary(cell), from: exampleParty(cell.to, 'receiver') });

export interface Variation {
  readonly title: string;
  readonly situation: Situation;
  /** The cells that such a case can have; all when absent. */
  readonly cells?: readonly Cell[];
}

export const VARIATIONS: readonly Variation[] = [
  {
    title: 'En utredning av barnets behov är öppen',
    situation: (cell) => ({ ...ordinary(cell), phase: 'investigation' }),
  },
  { title: 'Barnet är moget att ensamt bestämma', situation: about({ maturity: 'child' }) },
  { title: 'Personen är 19 år', situation: about(bornYearsAgo(19)) },
  { title: 'Personen är 30 år', situation: about(bornYearsAgo(30)) },
  { title: 'Alla som måste har skrivit under ett samtycke som täcker allt', situation: consented },
  { title: 'Personen har sekretessmarkering', situation: about({ protection: 'marking' }) },
  { title: 'Personen har skyddad folkbokföring', situation: about({ protection: 'protected-registration' }) },
  { title: 'Personen har fingerade personuppgifter', situation: about({ protection: 'assumed-identity' }) },
  {
    title: 'Samma verksamhet, och mottagaren arbetar med ärendet',
    situation: (cell) => ({ ...withinOneHouse(cell), recipientAssigned: true }),
    cells: ONE_HOUSE,
  },
  {
    title: 'Samma verksamhet, men mottagaren arbetar inte med ärendet',
    situation: withinOneHouse,
    cells: ONE_HOUSE,
  },
  {
    title: 'Samtalet förs på gruppnivå (SSPF grupp, EST)',
    situation: (cell) => ({ ...ordinary(cell), form: 'sspf-group' }),
  },
];
