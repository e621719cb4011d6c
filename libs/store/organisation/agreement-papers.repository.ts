import {
  AgreementPapers,
  type AgreementPaper,
  type AgreementSignature,
  type GroupsOfHouse,
  type GroupUnderAgreement,
} from '#use-cases/organisation/agreement-papers.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class AgreementPapersRepository extends AgreementPapers {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findAll(municipalityId: string): Promise<AgreementPaper[]> {
    return this.context.manager.query(
      `select g.id as "agreementId", g.text, g.awaits_signatures as "awaitsSignatures",
         (select r.id from agreement r where r.renews = g.id order by r.starts_on desc limit 1) as "renewedBy",
         coalesce((select json_agg(json_build_object('branchId', s.branch_id, 'name', s.name, 'title', s.title,
             'signedOn', s.signed_on::text) order by s.signed_on, s.id)
           from agreement_signature s where s.agreement_id = g.id), '[]') as signatures
       from agreement g where g.municipality_id = $1`,
      [municipalityId],
    );
  }

  async write(id: string, version: number, text: string): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.context.manager.query(
      `update agreement set text = $3, version = version + 1 where id = $1 and version = $2`,
      [id, version, text],
    );
    return count === 1;
  }

  async sign(signature: AgreementSignature & { id: string; agreementId: string }): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `insert into agreement_signature (id, municipality_id, agreement_id, branch_id, name, title, signed_on, recorded_by)
       values ($1, caller.municipality(), $2, $3, $4, $5, $6, caller.staff())
       on conflict (agreement_id, branch_id) do nothing returning id`,
      [signature.id, signature.agreementId, signature.branchId, signature.name, signature.title, signature.signedOn],
    );
    return rows.length === 1;
  }

  async hasNames(id: string): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from agreement_signature where agreement_id = $1 limit 1`,
      [id],
    );
    return rows.length === 1;
  }

  async markRenewal(id: string, renews: string): Promise<void> {
    await this.context.manager.query(
      `update agreement set renews = $2, awaits_signatures = true, text = (select o.text from agreement o where o.id = $2)
       where id = $1`,
      [id, renews],
    );
  }

  async findGroups(form: string): Promise<GroupUnderAgreement[]> {
    const rows: (Omit<GroupUnderAgreement, 'meetings'> & { meetings: Date[] })[] = await this.context.manager.query(
      `select group_id as "groupId", kind, standing, house, coordinator,
         coalesce(array_agg(meets_at order by meets_at) filter (where meets_at is not null), '{}') as meetings
       from caller.stops_with_form($1) group by 1, 2, 3, 4, 5 order by 4, 5, 1`,
      [form],
    );
    return rows.map((row) => ({ ...row, meetings: row.meetings.map((at) => at.getTime()) }));
  }

  countGroups(form: string): Promise<GroupsOfHouse[]> {
    return this.context.manager.query(`select kind, house, groups from caller.stop_counts($1)`, [form]);
  }

  async findHeading(): Promise<{ municipality: string; printedBy: string }> {
    const [row]: { municipality: string; printedBy: string }[] = await this.context.manager.query(
      `select m.name as municipality, s.name as "printedBy" from municipality m, staff_member s
       where m.id = caller.municipality() and s.id = caller.staff()`,
      [],
    );
    return row ?? { municipality: '', printedBy: '' };
  }
}
