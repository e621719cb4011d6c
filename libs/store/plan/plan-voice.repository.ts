import { PlanVoiceStore, type PlanVoiceRow } from '#use-cases/plan/plan-voice.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SELECT = `
  select v.id, v.group_id as "groupId", v.entry_id as "entryId", v.person_id as "personId", v.kind, v.item_id as "itemId",
    v.said_at as "saidAt", v.answer, s.name as "answeredByName", v.answered_at as "answeredAt"
  from plan_voice v left join staff_member s on s.id = v.answered_by`;

export class PlanVoiceRepository extends PlanVoiceStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfGroup(groupId: string): Promise<PlanVoiceRow[]> {
    return this.context.manager.query(
      `${SELECT} where v.group_id = $1 and v.undone_at is null order by v.said_at, v.id`,
      [groupId],
    );
  }

  async find(id: string): Promise<PlanVoiceRow | undefined> {
    const rows: PlanVoiceRow[] = await this.context.manager.query(`${SELECT} where v.id = $1`, [id]);
    return rows[0];
  }

  async answer(
    id: string,
    said: { readonly answer: 'taken-up' | 'declined'; readonly itemId: string | null },
  ): Promise<boolean> {
    const answer: [unknown[], number] = await this.context.manager.query(
      `update plan_voice set answer = $2, answer_item_id = $3, answered_by = caller.staff(), answered_at = clock.now()
       where id = $1 and kind = 'proposal' and answer is null`,
      [id, said.answer, said.itemId],
    );
    return answer[1] === 1;
  }
}
