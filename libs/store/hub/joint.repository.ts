import type { HouseKind, Phase } from '#domain/disclosure/vocabulary.js';
import type { HubFacts } from '#use-cases/hub/hub.port.js';
import { JointStore, type GivenToHouse, type HubParty } from '#use-cases/hub/joint.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';
import { SELECT_HUB } from './hub.repository.js';

export class JointRepository extends JointStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async addParty(party: {
    hubId: string;
    unitId: string;
    branchId: string;
    staffId: string | null;
    terms: HubParty['terms'];
  }): Promise<void> {
    await this.query(
      `insert into hub_party (hub_id, unit_id, branch_id, staff_id, terms, invited_by) values ($1, $2, $3, $4, $5, caller.staff())`,
      [party.hubId, party.unitId, party.branchId, party.staffId, party.terms],
    );
  }

  async admit(
    hubId: string,
    unitId: string,
    part: { pointIds: readonly string[]; from: number; minutes: number } | null,
  ): Promise<void> {
    await this.query(
      `update hub_party set point_ids = $3, from_minute = $4, part_minutes = $5 where hub_id = $1 and unit_id = $2 and ended_at is null`,
      [hubId, unitId, part?.pointIds ?? null, part?.from ?? null, part?.minutes ?? null],
    );
  }

  async findParties(hubId: string): Promise<HubParty[]> {
    const rows: (Omit<HubParty, 'house'> & { kind: HouseKind; authority: string; branch: string })[] = await this.query(
      `select p.unit_id as "unitId", u.name as "unitName", p.branch_id as "branchId", b.name as "branchName", a.kind,
         a.slug as authority, b.slug as branch, p.staff_id as "staffId", p.terms, p.point_ids as "pointIds",
         p.from_minute as "fromMinute", p.part_minutes as "partMinutes", p.ended_at as "endedAt"
       from hub_party p join unit u on u.id = p.unit_id join branch b on b.id = p.branch_id join authority a on a.id = b.authority_id
       where p.hub_id = $1 order by p.terms, b.name, u.name`,
      [hubId],
    );
    return rows.map(({ kind, authority, branch, ...party }) => ({
      ...party,
      house: houseOf({ kind, authority, branch }),
    }));
  }

  findOpen(caseId: string): Promise<HubFacts[]> {
    return this.query(
      `${SELECT_HUB} where h.case_id = $1 and h.kind = 'joint' and h.state not in ('closed','called-off') order by h.id`,
      [caseId],
    );
  }

  findOpenAbout(personId: string): Promise<HubFacts[]> {
    return this.query(
      `${SELECT_HUB} where c.person_id = $1 and h.kind = 'joint' and h.state not in ('closed','called-off') order by h.id`,
      [personId],
    );
  }

  findGivenToHouse(caseId: string): Promise<GivenToHouse[]> {
    return this.query(
      `select g.item_id as "itemId", g.category, b.name as "fromName", a.kind as "fromKind", g.given_at as "givenAt",
         g.in_force as "isInForce", g.ended_at as "endedAt"
       from caller.given_to_house($1) g join branch b on b.id = g.from_branch join authority a on a.id = b.authority_id
       order by g.given_at desc, g.item_id`,
      [caseId],
    );
  }

  async endInvitation({ id, caseId }: { id: string; caseId: string }, branchId: string): Promise<string[]> {
    await this.query(
      `update hub_party set ended_at = clock.now() where hub_id = $1 and branch_id = $2 and ended_at is null`,
      [id, branchId],
    );
    const [rows]: [{ staffId: string }[], number] = await this.query(
      `update assignment a set ends_at = clock.now() where a.case_id = $1 and a.branch_id = $2 and a.reason = 'joint'
         and (a.ends_at is null or a.ends_at > clock.now()) returning a.staff_id as "staffId"`,
      [caseId, branchId],
    );
    return [...new Set(rows.flatMap(({ staffId }) => staffId ?? []))];
  }

  findUnreached(personId: string): Promise<{ hubId: string; branchId: string; terms: HubParty['terms'] }[]> {
    return this.query(`select hub_id as "hubId", branch_id as "branchId", terms from caller.unreached_parties($1)`, [
      personId,
    ]);
  }

  async addPhaseDecision(d: { id: string; caseId: string; from: Phase; itemId: string }): Promise<void> {
    await this.query(
      `insert into phase_decision (id, case_id, from_phase, to_phase, item_id, decided_by) values ($1, $2, $3, 'measures', $4, caller.staff())`,
      [d.id, d.caseId, d.from, d.itemId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
