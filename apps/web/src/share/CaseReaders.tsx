/**
 * Stands under every field in which one writes on a case: the own house gets it, and no other house does until somebody
 * shares it. Asked of the api, live as houses come to have to do with the case. (OSL 8:1, 26:1)
 */
import { useQuery } from 'urql';
import type { PartyKind } from '../elements/houses.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import { HouseReadingsDocument } from '../graphql/generated/share/graphql.js';

export function CaseReaders({ caseId }: { readonly caseId: string }) {
  const [{ data }] = useQuery({ query: HouseReadingsDocument, variables: { caseId } });
  if (!data) return null;
  return (
    <WhoSeesThis
      readers={data.houseReadings.map(({ branchId, kind, name, sees }) => ({
        id: branchId,
        kind: kind as PartyKind,
        name,
        sees,
      }))}
    />
  );
}
