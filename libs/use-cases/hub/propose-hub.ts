import { Injectable } from '@nestjs/common';
import { decideMayCall, type MayCallDecision } from '#domain/hub/may-call.js';
import type { AgendaPoint } from '#domain/meeting/agenda.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { IdentityStore } from '../gate/items.port.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { notFound } from '../failure.js';
import { agendaFor } from '../meeting/set-agenda.js';
import { HubStore, type HubCase, type PartyUnit } from './hub.port.js';
import { type HubPlan, planHub } from './plan-hub.js';

export interface HubProposal {
  readonly file: HubCase;
  /** Null when the caller may not see who the case is about. */
  readonly person: ReleasedIdentity | null;
  readonly plan: HubPlan;
  readonly agenda: readonly AgendaPoint[];
  /** Units of other houses: offered, so that the reason why they cannot come is seen and not guessed. */
  readonly others: readonly { readonly unit: PartyUnit; readonly decision: MayCallDecision }[];
}

/** Everything that convening asks for, filled in: three taps are enough when minutes matter [S0]. */
@Injectable()
export class ProposeHub {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<HubProposal> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const file = await store.findCase(caseId);
      if (!file) throw notFound();
      const others = (await store.findPartyUnits(file.municipalityId)).filter(
        ({ branchId }) => branchId !== file.branchId,
      );
      const identities = await tx.of(IdentityStore).findSealed([file.personId]);
      return { file, others, identities, plan: await planHub(tx, caller, file), asOf: tx.now };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need' },
      found.identities,
    );
    return {
      file: found.file,
      person: released[0] ?? null,
      plan: found.plan,
      agenda: agendaFor({ kind: 'internal', minutes: found.plan.minutes }),
      others: found.others.map((unit) => ({
        unit,
        decision: decideMayCall(unit.house, found.file.phase, caller.house),
      })),
    };
  }
}
