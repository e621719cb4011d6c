/** What a time that is being typed would mean, asked when the hand has come to rest. */
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { ProposeMoveDocument, type ProposeMoveQueryVariables } from '../graphql/generated/invitation/graphql.js';

const REST = 300;

export function useMoveProposal(wanted: ProposeMoveQueryVariables) {
  const [asked, setAsked] = useState(wanted);
  const { hubId, startsAt, minutes } = wanted;
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ hubId, startsAt, minutes }), REST);
    return () => clearTimeout(timer);
  }, [hubId, startsAt, minutes]);
  const [{ data, stale, fetching }, reread] = useQuery({
    query: ProposeMoveDocument,
    variables: asked,
    requestPolicy: 'network-only',
  });
  const current = asked.startsAt === startsAt && asked.minutes === minutes && !fetching && !stale;
  return { proposal: current ? data?.proposeMove : undefined, again: reread };
}
