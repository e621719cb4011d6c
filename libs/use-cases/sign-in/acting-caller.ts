import type { StaffCaller } from '../gate/caller.js';
import type { ActingMembership } from './session.port.js';

/** Where a request came from. */
export interface RequestOrigin {
  readonly origin: string;
  readonly requestId: string;
}

/** The identity of a person acting in one of their posts, for every policy and every decision. */
export function actingCaller(
  who: { readonly staffId: string; readonly sessionId: string },
  acting: ActingMembership,
  from: RequestOrigin,
): StaffCaller {
  return {
    kind: 'staff',
    staffId: who.staffId,
    membershipId: acting.id,
    role: acting.role,
    unitId: acting.unitId,
    branchId: acting.branchId,
    municipalityId: acting.municipalityId,
    house: acting.house,
    sessionId: who.sessionId,
    origin: from.origin,
    requestId: from.requestId,
  };
}
