import { Injectable } from '@nestjs/common';
import { BeginEIdOrder, type SigningAsked } from '#use-cases/family/begin-e-id-order.js';
import { ChangeFamilyConsent } from '#use-cases/family/change-family-consent.js';
import { FollowEIdOrder, type Followed } from '#use-cases/family/follow-e-id-order.js';
import { ForgetPhone } from '#use-cases/family/forget-phone.js';
import type { LiveFamily } from '#use-cases/family/resolve-family-session.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';

/** What a family member changes: begins to sign a consent, takes it back, narrows it; takes their number away. */
@Injectable()
export class FamilyChanges {
  constructor(
    readonly consent: ChangeFamilyConsent,
    readonly phone: ForgetPhone,
    private readonly begin: BeginEIdOrder,
    private readonly follow: FollowEIdOrder,
  ) {}

  async sign(live: LiveFamily & { readonly caller: FamilyCaller }, asked: SigningAsked): Promise<Followed> {
    return this.follow.begun(await this.begin.sign(live, asked));
  }
}
