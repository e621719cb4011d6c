/** Whether this is a demonstration, and its people; asked once, since a server does not change its mind. */
import { useQuery } from 'urql';
import { DemonstrationDocument, type DemonstrationQuery } from '../graphql/generated/demonstration/graphql.js';

export type Demonstration = NonNullable<DemonstrationQuery['demonstration']>;

let known: Demonstration | null | undefined;

/** Undefined until the server has answered, null outside a demonstration. */
export function useDemonstration(): Demonstration | null | undefined {
  const [{ data }] = useQuery({ query: DemonstrationDocument, pause: known !== undefined });
  if (data) known = data.demonstration ?? null;
  return known;
}
