import { DisposalStore, type DueDisposal } from '#use-cases/deadline/disposal.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class DisposalRepository extends DisposalStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findDue(most: number): Promise<DueDisposal[]> {
    return this.context.manager.query(
      `select decision_id as "decisionId", case_id as "caseId", municipality_id as "municipalityId" from caller.disposals_due($1)`,
      [most],
    );
  }

  async dispose(decisionId: string): Promise<number | 'newer-note' | null> {
    const rows: { gone: number | null }[] = await this.context.manager.query(`select caller.dispose($1) as gone`, [
      decisionId,
    ]);
    const gone = rows[0]?.gone ?? null;
    return gone === -1 ? 'newer-note' : gone;
  }
}
