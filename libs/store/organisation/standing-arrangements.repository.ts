import { haveSameParties } from '#domain/organisation/signed-agreement.js';
import {
  StandingArrangements,
  type AgreementFacts,
  type HubSlotFacts,
} from '#use-cases/organisation/standing-arrangements.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class StandingArrangementsRepository extends StandingArrangements {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findSlots(municipalityId: string): Promise<HubSlotFacts[]> {
    return this.context.manager.query(
      `select id, branch_id as "branchId", weekday, starts_local as "startsLocal", minutes, video_url as "videoUrl", version
       from hub_slot where municipality_id = $1 order by branch_id, weekday, starts_local`,
      [municipalityId],
    );
  }

  async changeSlot(id: string, version: number, to: { minutes: number; videoUrl: string | null }): Promise<boolean> {
    const [, count]: [unknown, number] = await this.context.manager.query(
      `update hub_slot set minutes = $3, video_url = $4, version = version + 1 where id = $1 and version = $2`,
      [id, version, to.minutes, to.videoUrl],
    );
    return count === 1;
  }

  async removeSlot(id: string): Promise<void> {
    await this.context.manager.query(`delete from hub_slot where id = $1`, [id]);
  }

  findAgreements(municipalityId: string): Promise<AgreementFacts[]> {
    return this.context.manager.query(
      `select g.id, g.form, g.starts_on::text as "startsOn", g.ends_on::text as "endsOn", g.signed_by as "signedBy", g.version,
         coalesce((select json_agg(json_build_object('branchId', b.id, 'branchName', b.name, 'authorityName', a.name,
             'resources', p.resources) order by a.name, b.name)
           from agreement_party p join branch b on b.id = p.branch_id join authority a on a.id = b.authority_id
           where p.agreement_id = g.id), '[]') as parties
       from agreement g where g.municipality_id = $1 order by g.ends_on desc, g.form, g.id`,
      [municipalityId],
    );
  }

  async changeAgreement(
    id: string,
    version: number,
    to: {
      startsOn: string;
      endsOn: string;
      signedBy: string;
      parties: readonly { branchId: string; resources: string }[];
    },
  ): Promise<boolean> {
    const [, count]: [unknown, number] = await this.context.manager.query(
      `update agreement set starts_on = $3, ends_on = $4, signed_by = $5, version = version + 1 where id = $1 and version = $2`,
      [id, version, to.startsOn, to.endsOn, to.signedBy],
    );
    if (count !== 1) return false;
    const known: { branchId: string; resources: string }[] = await this.context.manager.query(
      `select branch_id as "branchId", resources from agreement_party where agreement_id = $1`,
      [id],
    );
    if (haveSameParties({ parties: known }, to)) return true;
    await this.context.manager.query(`delete from agreement_party where agreement_id = $1`, [id]);
    for (const party of to.parties) {
      await this.context.manager.query(
        `insert into agreement_party (agreement_id, branch_id, resources) values ($1, $2, $3)`,
        [id, party.branchId, party.resources],
      );
    }
    return true;
  }

  findDeadlineRules(municipalityId: string): Promise<{ kind: string; rule: unknown }[]> {
    return this.context.manager.query(
      `select kind, rule from deadline_setting where municipality_id = $1 order by kind`,
      [municipalityId],
    );
  }
}
