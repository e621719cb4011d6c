/** My invitations, read again whenever one of them has changed. */
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { MyInvitationsDocument } from '../graphql/generated/invitation/graphql.js';
import { useLive } from '../live/connection.js';

export function useInvitations() {
  const [{ data, error, fetching }, reread] = useQuery({ query: MyInvitationsDocument });
  const again = useCallback(() => reread({ requestPolicy: 'network-only' }), [reread]);
  const staffId = data?.me?.staffId;
  useLive(staffId ? `notices:${staffId}` : null, again);
  return { invitations: data?.myInvitations, error, fetching, again };
}
