import { Injectable } from '@nestjs/common';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { PlanStore } from '../plan/plan.port.js';
import { mayWriteIn, requireCaseGroup } from '../plan/require-plan.js';
import { requireOnCase } from '../share/tellables.js';
import { GroupStore } from './group.port.js';

export interface CloseTo {
  /** person for whom it is itself about; guardian, or how they are close. */
  readonly kind: string;
  readonly person: ReleasedIdentity;
}

interface Where {
  readonly caseId: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly at: { readonly hubId: string } | { readonly groupId: string } | Record<string, never>;
}

/**
 * Whom a meeting, a group or a case is about and those close to them, so that a sentence can say whom else it is about and that it
 * shows where one of them is: each only as the writer may know them, with their protection or not at all. Asked for when
 * somebody writes and not with the page, since nobody's name is opened without need (OSL 21:3, 26:1; GDPR 5.1 c).
 */
@Injectable()
export class ReadCircle {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  ofMeeting(caller: StaffCaller, hubId: string): Promise<readonly CloseTo[]> {
    return this.of(caller, async (tx) => {
      const hub = await tx.of(HubStore).findHub(hubId);
      if (!hub) throw notFound();
      return { ...hub, at: { hubId } };
    });
  }

  ofGroup(caller: StaffCaller, groupId: string): Promise<readonly CloseTo[]> {
    return this.of(caller, async (tx) => {
      const group = await requireCaseGroup(tx, groupId);
      if (!mayWriteIn(caller, group, await tx.of(GroupStore).findMembers([group.id])))
        throw new Failure('NO_WORD_IN_PLAN');
      const plan = await tx.of(PlanStore).find(group.id);
      return { ...group, purpose: plan?.purpose ?? 'support', at: { groupId } };
    });
  }

  ofCase(caller: StaffCaller, caseId: string): Promise<readonly CloseTo[]> {
    return this.of(caller, async (tx) => ({
      ...{ caseId, personId: await requireOnCase(tx, caseId), purpose: 'support', at: {} },
    }));
  }

  private async of(caller: StaffCaller, where: (tx: CallerTransaction) => Promise<Where>): Promise<readonly CloseTo[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const { caseId, personId, purpose, at } = await where(tx);
      const circle = (await tx.of(HubStore).findCircle(personId)).filter(
        (one, place, all) => all.findIndex((other) => other.personId === one.personId) === place,
      );
      await tx.of(LedgerStore).record([
        {
          ...{ action: 'read', outcome: 'done', personId, caseId, purpose },
          detail: { deed: 'close-to-person', ...at },
        },
      ]);
      const identities = await tx.of(IdentityStore).findSealed(circle.map((one) => one.personId));
      return { purpose, circle, identities, asOf: tx.now };
    });
    const opening = { caller, asOf: found.asOf, purpose: found.purpose };
    const { released } = await this.gate.openIdentities(opening, found.identities);
    const known = new Map(released.map((person) => [person.personId, person]));
    return found.circle.flatMap(({ personId, kind }) => {
      const person = known.get(personId);
      return person ? [{ kind, person }] : [];
    });
  }
}
