import { Injectable } from '@nestjs/common';
import { decideMayCall, type MayCallDecision } from '#domain/hub/may-call.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { HubStore, type HubCase, type PartyUnit } from './hub.port.js';

export interface CallAnswer {
  readonly unit: PartyUnit;
  readonly decision: MayCallDecision;
}

/**
 * Whether a unit may be called to the hub of a case. A refusal is written in the ledger: someone wanted to let another
 * house in before the law allows it (OSL 26:1; MASH step 1 [S0]).
 */
@Injectable()
export class MayCallUnit {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, asked: { readonly caseId: string; readonly unitId: string }): Promise<CallAnswer> {
    const { file, units } = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const file = await store.findCase(asked.caseId);
      if (!file) throw notFound();
      return { file, units: await store.findPartyUnits(file.municipalityId) };
    });
    const unit = units.find(({ id }) => id === asked.unitId);
    if (!unit) throw notFound();
    const decision = decideMayCall(unit.house, file.phase, caller.house);
    if (decision.outcome === 'refused') await this.recordRefusals(caller, file, [{ unit, decision }]);
    return { unit, decision };
  }

  /** Throws with the sentence for the first unit that may not take part fully; whoever was refused is logged. */
  async requireInternal(caller: StaffCaller, file: HubCase, answers: readonly CallAnswer[]): Promise<void> {
    const refused = answers.filter(({ decision }) => decision.outcome === 'refused' || decision.terms !== 'internal');
    const first = refused[0];
    if (!first) return;
    await this.recordRefusals(caller, file, refused);
    const source = first.decision.outcome === 'refused' ? first.decision.source : 'OSL 26:1';
    throw new Failure('UNIT_MAY_NOT_BE_CALLED', 'unitIds', {
      unit: `${first.unit.name}, ${first.unit.branchName}`,
      source,
    });
  }

  private async recordRefusals(caller: StaffCaller, file: HubCase, answers: readonly CallAnswer[]): Promise<void> {
    await this.appender.append(
      caller,
      answers.map(({ unit, decision }) => ({
        action: 'refuse' as const,
        outcome: 'refuse' as const,
        caseId: file.id,
        personId: file.personId,
        ground: decision.outcome === 'refused' ? decision.source : 'OSL 26:1',
        detail: {
          unitId: unit.id,
          branchId: unit.branchId,
          hub: decision.outcome === 'refused' ? decision.code : decision.terms,
        },
      })),
    );
  }
}
