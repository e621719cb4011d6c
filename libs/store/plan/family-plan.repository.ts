import type { PlanAnswer } from '#domain/plan/plan-versions.js';
import {
  FamilyPlanStore,
  type FamilyEntryRow,
  type FamilyLineRow,
  type FamilyPlanRow,
  type FamilySeriesRow,
  type FamilyValueRow,
  type FamilyWordsRow,
  type NewVoice,
  type OwnAnswerRow,
  type OwnVoiceRow,
} from '#use-cases/plan/family-plan.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** What is asked as somebody of a family: the functions decide for the person themselves, and no table opens to them. */
export class FamilyPlanRepository extends FamilyPlanStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findPlans(): Promise<FamilyPlanRow[]> {
    return this.query(
      `select group_id as "groupId", case_id as "caseId", person_id as "personId", branch_id as "branchId",
         municipality_id as "municipalityId", plan_id as "planId" from caller.family_plans() order by group_id`,
      [],
    );
  }

  findEntries(): Promise<FamilyEntryRow[]> {
    return this.query(
      `select id, group_id as "groupId", kind, item_id as "itemId", goal_id as "goalId", promised_by as "promisedBy",
         owner_house as "ownerHouse", owner_name as "ownerName", starts_on as "startsOn", follow_up_on as "followUpOn", state,
         proposed as "isProposed" from caller.family_plan_entries()`,
      [],
    );
  }

  findSeries(): Promise<FamilySeriesRow[]> {
    return this.query(`select id, unit, better, cadence from caller.family_plan_series()`, []);
  }

  findValues(): Promise<FamilyValueRow[]> {
    return this.query(
      `select id, series_id as "seriesId", period, item_id as "itemId" from caller.family_plan_values()`,
      [],
    );
  }

  findLines(): Promise<FamilyLineRow[]> {
    return this.query(
      `select group_id as "groupId", number, put_at as "putAt", entry_id as "entryId", kind, item_id as "itemId",
         item_version as "itemVersion", promised_by as "promisedBy", starts_on as "startsOn", follow_up_on as "followUpOn", state
       from caller.family_plan_lines()`,
      [],
    );
  }

  findEarlierWords(): Promise<FamilyWordsRow[]> {
    return this.query(
      `select item_id as "itemId", version, category, key_version as "keyVersion", ciphertext from caller.family_item_words()`,
      [],
    );
  }

  findVoices(): Promise<OwnVoiceRow[]> {
    return this.query(
      `select id, group_id as "groupId", entry_id as "entryId", kind, item_id as "itemId", said_at as "saidAt", answer,
         answer_item_id as "answerItemId" from plan_voice
       where person_id = caller.person() and undone_at is null order by said_at, id`,
      [],
    );
  }

  findAnswers(): Promise<OwnAnswerRow[]> {
    return this.query(
      `select group_id as "groupId", number, put_at as "putAt", answer_id as "answerId", answer, item_id as "itemId",
         answered_at as "answeredAt", is_changed as "isChanged" from caller.family_plan_versions()`,
      [],
    );
  }

  async getMark(): Promise<string> {
    const rows: { mark: string | null }[] = await this.query(`select caller.family_plan_mark() as mark`, []);
    return rows[0]?.mark ?? '';
  }

  async hasSaid(key: string): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `select 1 from plan_voice where person_id = caller.person() and key = $1`,
      [key],
    );
    return rows.length > 0;
  }

  async say({ id, plan, entryId, kind, itemId, key }: NewVoice): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `insert into plan_voice (id, group_id, case_id, branch_id, entry_id, person_id, kind, item_id, key)
       values ($1, $2, $3, $4, $5, caller.person(), $6, $7, $8) on conflict (person_id, key) do nothing returning id`,
      [id, plan.groupId, plan.caseId, plan.branchId, entryId, kind, itemId, key],
    );
    return rows.length === 1;
  }

  async undo(entryId: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.query(
      `update plan_voice set undone_at = clock.now()
       where entry_id = $1 and kind = 'done' and person_id = caller.person() and undone_at is null returning id`,
      [entryId],
    );
    return rows.map(({ id }) => id);
  }

  async answer(id: string, said: { readonly answer: PlanAnswer; readonly itemId: string | null }): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update plan_answer set answer = $2, how = 'page', item_id = $3, answered_at = clock.now()
       where id = $1 and answer is null and person_id = caller.person()`,
      [id, said.answer, said.itemId],
    );
    return answer[1] === 1;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
