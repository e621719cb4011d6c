/** Who is chosen for a group before it is formed: by party, with mandate, wish and stand-in, and what is wrong at which row. */
import type { FormGroupMutationVariables, GroupSeatsQuery } from '../graphql/generated/group/graphql.js';

export type Choice = GroupSeatsQuery['groupSeats'][number];
export type Forming = GroupSeatsQuery['group'];

/** One person who is to have a place. */
export interface Row {
  /** Of the person and the post: see `keyOf`. */
  readonly key: string;
  readonly mandate: string;
  readonly wished: boolean;
  /** Who stands in for them; empty when nobody does. */
  readonly deputy: string;
}

/** A line of the form's required parties, or those who may come besides. */
export interface PartyOfForm {
  readonly kinds: readonly string[];
  readonly must: boolean;
  readonly choices: readonly Choice[];
}

export const keyOf = ({ staffId, unitId }: Pick<Choice, 'staffId' | 'unitId'>): string => `${staffId} ${unitId}`;

/** Each required party with those who could come from it; whoever belongs to none of them stands in the last. */
export function partiesOf({ form }: Forming, seats: readonly Choice[]): readonly PartyOfForm[] {
  const possible = seats.filter(({ maySit }) => maySit);
  const partyOf = (seat: Choice): number => form.must.findIndex(({ kinds }) => kinds.includes(seat.houseKind));
  return [
    ...form.must.map(({ kinds }, at) => ({
      kinds,
      must: true,
      choices: possible.filter((seat) => partyOf(seat) === at),
    })),
    { kinds: form.may, must: false, choices: possible.filter((seat) => partyOf(seat) < 0) },
  ];
}

/** Required parties that nobody stands for, neither chosen here nor with a place already. */
export function lackingParties(
  group: Forming,
  seats: readonly Choice[],
  rows: readonly Row[],
): readonly { readonly kinds: readonly string[] }[] {
  const kinds = [
    ...seats.filter((seat) => rows.some(({ key }) => key === keyOf(seat))),
    ...group.members.filter(hasPlace),
  ].map(({ houseKind }) => houseKind);
  return group.form.must.filter((party) => !party.kinds.some((kind) => kinds.includes(kind)));
}

export const hasPlace = ({ endsAt, hasLeft }: Pick<Forming['members'][number], 'endsAt' | 'hasLeft'>): boolean =>
  endsAt === null && !hasLeft;

type Member = FormGroupMutationVariables['input']['members'][number];
const postOf = (key: string): Pick<Member, 'staffId' | 'unitId'> => {
  const [staffId = '', unitId = ''] = key.split(' ');
  return { staffId, unitId };
};

/** What is sent: each person, and after them whoever stands in, with the mandate that they stand in with. */
export function membersOf(rows: readonly Row[]): readonly Member[] {
  return rows.flatMap(({ key, mandate, wished, deputy }): Member[] => {
    const own = { ...postOf(key), mandate, wished, deputyForStaffId: null };
    if (deputy === '') return [own];
    return [own, { ...postOf(deputy), mandate, wished: false, deputyForStaffId: own.staffId }];
  });
}

export interface RowFaults {
  readonly who?: string | undefined;
  readonly mandate?: string | undefined;
  readonly deputy?: string | undefined;
}

/** What the server says of `members.3.mandate`, at the row that sent it; what is wrong with a stand-in stands at the stand-in. */
export function rowFaults(
  rows: readonly Row[],
  faults: readonly { readonly field: string; readonly sentence: string }[],
): ReadonlyMap<string, RowFaults> {
  const sent = rows.flatMap(({ key, deputy }) => [{ key, part: 'who' }, ...(deputy ? [{ key, part: 'deputy' }] : [])]);
  const found = new Map<string, RowFaults>();
  for (const { field, sentence } of faults) {
    const [, at = '', part] = /^members\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const row = sent[Number(at)];
    if (at === '' || !row) continue;
    const where = row.part === 'deputy' ? 'deputy' : part === 'mandate' ? 'mandate' : 'who';
    found.set(row.key, { ...found.get(row.key), [where]: sentence });
  }
  return found;
}
