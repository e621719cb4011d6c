import {
  AgreementPapers,
  type AgreementPaper,
  type AgreementSignature,
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

  async markRenewal(id: string, renews: string): Promise<void> {
    await this.context.manager.query(
      `update agreement set renews = $2, awaits_signatures = true, text = (select o.text from agreement o where o.id = $2)
       where id = $1`,
      [id, renews],
    );
  }

  async countGroups(form: string): Promise<number> {
    const [row]: { count: number }[] = await this.context.manager.query(`select caller.groups_of_form($1) as count`, [
      form,
    ]);
    return row?.count ?? 0;
  }
}
