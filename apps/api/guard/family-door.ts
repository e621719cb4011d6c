import { Failure } from '#use-cases/failure.js';
import type { SignedRequest } from '../session/signed-request.js';
import type { RequestBudget } from './request-budget.js';

/** `family-door`: a link was opened in this browser; `family`: the person it was made for is known in it. */
export type FamilyRequirement = 'family-door' | 'family';

export const isFamilyRequirement = (wanted: unknown): wanted is FamilyRequirement =>
  wanted === 'family-door' || wanted === 'family';

/** A member of staff's session opens nothing of a family's, and the other way round: each has a cookie of its own. */
export async function passFamily(
  request: SignedRequest,
  wanted: FamilyRequirement,
  budget: RequestBudget,
): Promise<true> {
  const { family } = request;
  if (!family) throw new Failure(request.live ? 'NOT_ALLOWED' : 'FAMILY_SIGN_IN_REQUIRED');
  const { seconds } = await budget.spend(`family ${family.session.id}`);
  if (seconds > 0) throw new Failure('REQUESTS_TOO_MANY', undefined, { seconds });
  if (wanted === 'family' && !family.caller) throw new Failure('FAMILY_SIGN_IN_REQUIRED');
  return true;
}
