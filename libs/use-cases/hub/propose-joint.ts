import { Injectable } from '@nestjs/common';
import type { JointFacts } from '#domain/hub/joint-meeting.js';
import { DAY } from '#domain/kernel/instant.js';
import type { AgendaPoint } from '#domain/meeting/agenda.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { agendaFor } from '../meeting/set-agenda.js';
import { HubStore, type HubCase } from './hub.port.js';
import { findInvitations, type Invitation } from './joint-facts.js';
import { planHub, type HubPlan } from './plan-hub.js';

export interface JointProposal {
  readonly file: HubCase;
  readonly person: ReleasedIdentity | null;
  readonly plan: HubPlan;
  readonly facts: JointFacts;
  readonly invitations: readonly Invitation[];
  readonly agenda: readonly AgendaPoint[];
}

/** At most four weeks between meetings; the next standing time is proposed [S1 Växjö]. */
export const JOINT_WITHIN = 28 * DAY;

/** A joint meeting before it is convened: when, whom the consent lets one call, how far it reaches each, and who not and why. */
@Injectable()
export class ProposeJoint {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<JointProposal> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const file = await tx.of(HubStore).findCase(caseId);
      if (!file || file.branchId !== caller.branchId) throw notFound();
      return {
        file,
        ...(await findInvitations(tx, caller, file)),
        identities: await tx.of(IdentityStore).findSealed([file.personId]),
        plan: await planHub(tx, caller, { ...file, dueAt: new Date(tx.now.getTime() + JOINT_WITHIN) }),
        asOf: tx.now,
      };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need' },
      found.identities,
    );
    const { file, plan, facts, invitations } = found;
    return {
      file,
      plan,
      facts,
      invitations,
      person: released[0] ?? null,
      agenda: agendaFor({ kind: 'joint', minutes: plan.minutes }),
    };
  }
}

/** Only in the phase of measures, and one meeting at a time. */
export function requireJointPossible(file: HubCase): void {
  if (file.openHubId !== null) throw new Failure('HUB_ALREADY_CONVENED');
  if (file.phase !== 'measures' && file.phase !== 'follow-up') throw new Failure('MEASURES_FIRST');
}
