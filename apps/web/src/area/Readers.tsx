/** Who reads what is written about a place: the houses of the group, and whoever leads it. */
import type { PartyKind } from '../elements/houses.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import type { ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';

export function Readers({ members }: Pick<ShownAreaWeekFragment, 'members'>) {
  const houses = new Map(members.map(({ branchName, houseKind }) => [branchName, houseKind as PartyKind]));
  return <WhoSeesThis readers={[...houses].map(([name, kind]) => ({ id: name, kind, name, sees: true }))} />;
}
