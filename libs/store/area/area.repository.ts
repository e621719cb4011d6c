import type { MeasureState } from '#domain/area/measure-states.js';
import {
  AreaStore,
  type AreaSettings,
  type ClosedWeek,
  type CountRow,
  type MeasureRow,
  type NamePair,
  type NewMeasure,
  type NewSighting,
  type OwnAreaSettings,
  type SightingRow,
} from '#use-cases/area/area.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SELECT_MEASURE = `
  select m.id, m.group_id as "groupId", m.place, m.phenomenon, m.what, m.owner_branch as "ownerBranch", b.name as "ownerBranchName",
    a.kind as "ownerKind", s.name as "ownerName", m.due_on::text as "dueOn", m.since::text as since, m.state, m.result,
    m.ended_week::text as "endedWeek", m.version
  from area_measure m join branch b on b.id = m.owner_branch join authority a on a.id = b.authority_id
    join staff_member s on s.id = m.owner_staff`;

export class AreaRepository extends AreaStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async getSettings(municipalityId: string): Promise<AreaSettings> {
    const [row]: { area: Partial<AreaSettings> | null; own: OwnAreaSettings | null }[] = await this.query(
      `select settings -> 'area' as area, settings -> 'areaOwn' as own from municipality where id = $1`,
      [municipalityId],
    );
    const { terms = null, sketch = null } = row?.area ?? {};
    const own = row?.own;
    if (!own) return { terms, sketch, version: 0 };
    return {
      terms: { ...terms, phenomena: own.phenomena },
      sketch: sketch && own.places.length > 0 ? { ...sketch, places: own.places } : sketch,
      version: own.version,
    };
  }

  async putOwn(own: OwnAreaSettings, expectedVersion: number): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update municipality set settings = jsonb_set(settings, '{areaOwn}', $1)
       where id = caller.municipality() and coalesce((settings -> 'areaOwn' ->> 'version')::integer, 0) = $2 returning id`,
      [JSON.stringify(own), expectedVersion],
    );
    return rows.length === 1;
  }

  async addSighting(s: NewSighting): Promise<void> {
    await this.query(
      `insert into area_sighting (id, group_id, branch_id, staff_id, monday, place, band, phenomenon, times, words)
       values ($1, $2, caller.branch(), caller.staff(), $3, $4, $5, $6, $7, $8)`,
      [s.id, s.groupId, s.monday, s.place, s.band, s.phenomenon, s.times, s.words],
    );
  }

  findSightings(groupId: string, from: string, to: string): Promise<SightingRow[]> {
    return this.query(
      `select s.id, s.monday::text as monday, s.branch_id as "branchId", b.name as "branchName", a.kind as "houseKind", s.place, s.band,
         s.phenomenon, s.times, s.words, s.told_at as "toldAt", s.struck
       from caller.area_sightings($1, $2, $3) s join branch b on b.id = s.branch_id join authority a on a.id = b.authority_id
       order by s.told_at desc, s.id`,
      [groupId, from, to],
    );
  }

  findCounts(groupId: string, from: string, to: string): Promise<CountRow[]> {
    return this.query(
      `select c.monday::text as monday, c.place, c.phenomenon, c.own, c.others, c.few from caller.area_counts($1, $2, $3) c`,
      [groupId, from, to],
    );
  }

  async withdrawSighting(id: string): Promise<string | undefined> {
    const [rows]: [{ groupId: string }[], number] = await this.query(
      `update area_sighting set withdrawn_at = clock.now() where id = $1 and branch_id = caller.branch() and withdrawn_at is null
       returning group_id as "groupId"`,
      [id],
    );
    return rows[0]?.groupId;
  }

  async strikeWords(id: string): Promise<string | undefined> {
    const [row]: { groupId: string | null }[] = await this.query(`select caller.strike_words($1) as "groupId"`, [id]);
    return row?.groupId ?? undefined;
  }

  async addMeasure(m: NewMeasure): Promise<void> {
    await this.query(
      `insert into area_measure (id, group_id, place, phenomenon, what, owner_branch, owner_staff, due_on, since, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, caller.staff())`,
      [m.id, m.groupId, m.place, m.phenomenon, m.what, m.ownerBranch, m.ownerStaff, m.dueOn, m.since],
    );
  }

  findMeasures(groupId: string): Promise<MeasureRow[]> {
    return this.query(`${SELECT_MEASURE} where m.group_id = $1 order by m.state <> 'open', m.due_on, m.id`, [groupId]);
  }

  async findMeasure(id: string): Promise<MeasureRow | undefined> {
    const rows: MeasureRow[] = await this.query(`${SELECT_MEASURE} where m.id = $1`, [id]);
    return rows[0];
  }

  async endMeasure(
    id: string,
    version: number,
    to: { state: MeasureState; result: string; endedWeek: string },
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update area_measure set state = $3, result = $4, ended_week = $5, version = version + 1
       where id = $1 and version = $2 and state = 'open' returning id`,
      [id, version, to.state, to.result, to.endedWeek],
    );
    return rows.length === 1;
  }

  async closeWeek(id: string, groupId: string, monday: string): Promise<void> {
    await this.query(
      `insert into area_week (id, group_id, monday, closed_by) values ($1, $2, $3, caller.staff()) on conflict (group_id, monday) do nothing`,
      [id, groupId, monday],
    );
  }

  findClosed(groupId: string): Promise<ClosedWeek[]> {
    return this.query(
      `select w.monday::text as monday, s.name as "byName", w.closed_at as at from area_week w join staff_member s on s.id = w.closed_by
       where w.group_id = $1 order by w.monday desc`,
      [groupId],
    );
  }

  async findKnown(pairs: readonly NamePair[]): Promise<number[]> {
    if (pairs.length === 0) return [];
    const hex = pairs.map((pair) => pair.map((hashes) => hashes.map((hash) => hash.toString('hex'))));
    const rows: { at: number }[] = await this.query(`select at from caller.knows_people($1::jsonb) at`, [
      JSON.stringify(hex),
    ]);
    return rows.map(({ at }) => at);
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
