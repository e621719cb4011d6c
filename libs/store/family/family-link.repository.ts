import {
  FamilyLinkStore,
  type ClaimedLink,
  type FamilyLinkFacts,
  type FamilyLinkShown,
  type NewFamilyLink,
} from '#use-cases/family/family-access.port.js';
import type { StoreContext } from '../caller/store-context.js';

const FACTS = `select id, municipality_id as "municipalityId", branch_id as "branchId", consent_id as "consentId", person_id as "personId",
  channel, token_hash as "tokenHash", language, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt",
  revoked_at as "revokedAt", wrong_tries as "wrongTries", reach from family_link`;

/** A person and every record that was folded into theirs, or theirs was into: a link stays with the record it was sent for. */
const ONE_PERSON = 'person_id in (select caller.one_person($1))';

/** A link is worth nothing from here on, and its message says nothing any more. */
const REVOKE = `update family_link set revoked_at = clock.now(), secret = null, next_try_at = null,
  delivery = case when delivery = 'waiting' then 'failed' else delivery end`;

export class FamilyLinkRepository extends FamilyLinkStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(link: NewFamilyLink): Promise<void> {
    await this.context.manager.query(
      `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, reference, language, created_by,
         renews, expires_at, reach, secret, delivery, next_try_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, case when $15 = 'waiting' then to_timestamp(0) end)`,
      [
        link.id,
        link.municipalityId,
        link.branchId,
        link.consentId,
        link.personId,
        link.channel,
        link.tokenHash,
        link.reference,
        link.language,
        link.createdBy,
        link.renews,
        link.expiresAt,
        link.reach,
        link.secret,
        link.secret === null ? 'printed' : 'waiting',
      ],
    );
  }

  find(id: string): Promise<FamilyLinkFacts | undefined> {
    return this.one('where id = $1', [id]);
  }

  findForChange(id: string): Promise<FamilyLinkFacts | undefined> {
    return this.one('where id = $1 for update', [id]);
  }

  findByHash(tokenHash: Buffer): Promise<FamilyLinkFacts | undefined> {
    return this.one('where token_hash = $1 for update', [tokenHash]);
  }

  findByReference(reference: string): Promise<FamilyLinkFacts | undefined> {
    return this.one('where reference = $1 for update', [reference]);
  }

  findOfConsent(consentId: string): Promise<FamilyLinkShown[]> {
    return this.context.manager.query(
      `select id, person_id as "personId", channel, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt",
         revoked_at as "revokedAt", wrong_tries as "wrongTries", delivery, sent_at as "sentAt"
       from family_link where consent_id = $1 order by created_at desc, id`,
      [consentId],
    );
  }

  revokeOpenOf(personId: string, branchId: string): Promise<string[]> {
    return this.revoked(`${ONE_PERSON} and branch_id = $2 and used_at is null`, [personId, branchId]);
  }

  revokeAllOf(personId: string, consentIds: readonly string[] | null): Promise<string[]> {
    return this.revoked(`${ONE_PERSON} and ($2::uuid[] is null or consent_id = any($2))`, [personId, consentIds]);
  }

  revokeWaitingOf(personId: string, consentId: string): Promise<string[]> {
    return this.revoked(`${ONE_PERSON} and consent_id = $2 and delivery = 'waiting' and renews is null`, [
      personId,
      consentId,
    ]);
  }

  async findIdsOf(personId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(`select id from family_link where ${ONE_PERSON}`, [
      personId,
    ]);
    return rows.map(({ id }) => id);
  }

  async holdReach(personId: string): Promise<void> {
    await this.context.manager.query(`select caller.hold_reach($1)`, [personId]);
  }

  async isNewest({ id }: Pick<FamilyLinkFacts, 'id'>): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from family_link l join family_link newer on newer.person_id in (select caller.one_person(l.person_id)) and newer.branch_id = l.branch_id
         and newer.created_at > l.created_at and newer.delivery <> 'failed' where l.id = $1 limit 1`,
      [id],
    );
    return rows.length === 0;
  }

  revoke(id: string): Promise<boolean> {
    return this.changed(`${REVOKE} where id = $1 and revoked_at is null`, [id]);
  }

  use(id: string): Promise<boolean> {
    return this.changed(
      `update family_link set used_at = clock.now(), secret = null where id = $1 and used_at is null and revoked_at is null`,
      [id],
    );
  }

  async countWrong(id: string): Promise<void> {
    await this.context.manager.query(`update family_link set wrong_tries = wrong_tries + 1 where id = $1`, [id]);
  }

  async countRenewed(personId: string, since: Date): Promise<number> {
    const rows: { n: number }[] = await this.context.manager.query(
      `select count(*)::integer as n from family_link where ${ONE_PERSON} and renews is not null and created_at > $2`,
      [personId, since],
    );
    return rows[0]?.n ?? 0;
  }

  async claim(id: string, until: Date): Promise<ClaimedLink | undefined> {
    const [rows]: [ClaimedLink[], number] = await this.context.manager.query(
      `update family_link set next_try_at = $2 where id = $1 and delivery = 'waiting' and next_try_at <= clock.now()
       returning id, tries, reach, secret, language`,
      [id, until],
    );
    return rows[0];
  }

  async sent(id: string): Promise<void> {
    await this.context.manager.query(
      `update family_link set delivery = 'sent', sent_at = clock.now(), next_try_at = null, secret = null, tries = tries + 1 where id = $1`,
      [id],
    );
  }

  async failedTry(id: string, nextTryAt: Date | null): Promise<void> {
    await this.context.manager.query(
      `update family_link set tries = tries + 1, next_try_at = $2, delivery = case when $2::timestamptz is null then 'failed' else 'waiting' end,
         secret = case when $2::timestamptz is null then null else secret end
       where id = $1 and delivery = 'waiting'`,
      [id, nextTryAt],
    );
  }

  findWaiting(before: Date, most: number): Promise<{ id: string; at: Date }[]> {
    return this.context.manager.query(
      `select id, next_try_at as at from family_link where next_try_at <= $1 and delivery = 'waiting' order by next_try_at limit $2`,
      [before, most],
    );
  }

  private async one(where: string, values: unknown[]): Promise<FamilyLinkFacts | undefined> {
    const rows: FamilyLinkFacts[] = await this.context.manager.query(`${FACTS} ${where}`, values);
    return rows[0];
  }

  private async revoked(which: string, values: unknown[]): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.context.manager.query(
      `${REVOKE} where ${which} and revoked_at is null returning id`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  private async changed(statement: string, values: unknown[]): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(`${statement} returning id`, values);
    return rows.length === 1;
  }
}
