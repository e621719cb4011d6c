import {
  PartyStore,
  type AuthorityFacts,
  type BranchFacts,
  type Parties,
  type PartyChange,
  type PartyLevel,
  type UnitFacts,
} from '#use-cases/organisation/parties.port.js';
import type { StoreContext } from '../caller/store-context.js';

const PARTY = `id, slug, name, ended_at as "endedAt", version`;

export class PartyRepository extends PartyStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findAll(municipalityId: string): Promise<Parties | undefined> {
    const ask = <T>(sql: string): Promise<T[]> => this.context.manager.query(sql, [municipalityId]);
    const [municipality] = await ask<Parties['municipality']>(
      `select id, slug, name, settings from municipality where id = $1`,
    );
    if (!municipality) return undefined;
    return {
      municipality,
      authorities: await ask<AuthorityFacts>(
        `select ${PARTY}, kind from authority where municipality_id = $1 order by name, id`,
      ),
      branches: await ask<BranchFacts>(
        `select ${PARTY}, authority_id as "authorityId" from branch where municipality_id = $1 order by name, id`,
      ),
      units: await ask<UnitFacts>(
        `select ${PARTY}, branch_id as "branchId", kind, answers_hub as "answersHub",
           (select count(distinct m.staff_id) from membership m join staff_member s on s.id = m.staff_id
            where m.unit_id = u.id and s.disabled_at is null and m.starts_at <= clock.now()
              and (m.ends_at is null or m.ends_at > clock.now()))::int as people
         from unit u where municipality_id = $1 order by name, id`,
      ),
    };
  }

  async lockMunicipality(id: string): Promise<void> {
    await this.context.manager.query(`select 1 from municipality where id = $1 for no key update`, [id]);
  }

  async change(level: PartyLevel, id: string, version: number, to: PartyChange): Promise<boolean> {
    const set = { name: to.name, ...(level === 'unit' ? { kind: to.kind, answers_hub: to.answersHub } : {}) };
    const given = Object.entries(set).filter(([, value]) => value !== undefined);
    return this.update(level, `${given.map(([column], index) => `${column} = $${index + 3}`).join(', ')}`, [
      id,
      version,
      ...given.map(([, value]) => value),
    ]);
  }

  setEnded(level: PartyLevel, id: string, version: number, at: Date | null): Promise<boolean> {
    return this.update(level, 'ended_at = $3', [id, version, at]);
  }

  async changeMunicipality(
    id: string,
    to: { name: string; settings: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    await this.context.manager.query(`update municipality set name = $2, settings = $3 where id = $1`, [
      id,
      to.name,
      JSON.stringify(to.settings),
    ]);
  }

  async settleExtract(municipalityId: string, namesStaff: boolean): Promise<void> {
    await this.context.manager.query(
      `update municipality set settings = jsonb_set(settings, '{extractNamesStaff}', to_jsonb($2::boolean)) where id = $1`,
      [municipalityId, namesStaff],
    );
  }

  private async update(level: PartyLevel, set: string, values: unknown[]): Promise<boolean> {
    const [, count]: [unknown, number] = await this.context.manager.query(
      `update ${level} set ${set}, version = version + 1 where id = $1 and version = $2`,
      values,
    );
    return count === 1;
  }
}
