import {
  FamilySessionStore,
  type FamilySessionFacts,
  type NewFamilySession,
} from '#use-cases/family/family-access.port.js';
import type { StoreContext } from '../caller/store-context.js';

const FACTS = `select id, link_id as "linkId", person_id as "personId", municipality_id as "municipalityId", branch_id as "branchId",
  identified_at as "identifiedAt", own_step_at as "ownStepAt", holder, language, idle_until as "idleUntil", expires_at as "expiresAt",
  revoked_at as "revokedAt" from family_session`;

export class FamilySessionRepository extends FamilySessionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(session: NewFamilySession): Promise<void> {
    await this.context.manager.query(
      `insert into family_session (id, token_hash, link_id, person_id, municipality_id, branch_id, identified_at, own_step_at, holder,
         language, idle_until, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        session.id,
        session.tokenHash,
        session.linkId,
        session.personId,
        session.municipalityId,
        session.branchId,
        session.identifiedAt,
        session.ownStepAt,
        session.holder,
        session.language,
        session.idleUntil,
        session.expiresAt,
      ],
    );
  }

  find(id: string): Promise<FamilySessionFacts | undefined> {
    return this.one('id = $1', id);
  }

  findByTokenHash(tokenHash: Buffer): Promise<FamilySessionFacts | undefined> {
    return this.one('token_hash = $1', tokenHash);
  }

  async prolong(id: string, idleUntil: Date): Promise<void> {
    await this.context.manager.query(
      `update family_session set idle_until = $2, last_seen_at = clock.now() where id = $1`,
      [id, idleUntil],
    );
  }

  async takeOwnStep(id: string): Promise<void> {
    await this.context.manager.query(
      `update family_session set own_step_at = coalesce(own_step_at, clock.now()) where id = $1 and identified_at is not null`,
      [id],
    );
  }

  async chooseLanguage(id: string, language: string): Promise<void> {
    await this.context.manager.query(`update family_session set language = $2 where id = $1`, [id, language]);
  }

  async end(id: string, why: string): Promise<boolean> {
    return (await this.endWhere('id = $1', id, why)).length === 1;
  }

  endAllOfLink(linkId: string, why: string): Promise<string[]> {
    return this.endWhere('link_id = $1', linkId, why);
  }

  endAllOfPerson(personId: string, why: string): Promise<string[]> {
    return this.endWhere('person_id in (select caller.one_person($1))', personId, why);
  }

  private async endWhere(condition: string, value: string, why: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.context.manager.query(
      `update family_session set revoked_at = clock.now(), revoked_why = $2 where ${condition} and revoked_at is null returning id`,
      [value, why],
    );
    return rows.map(({ id }) => id);
  }

  private async one(condition: string, value: unknown): Promise<FamilySessionFacts | undefined> {
    const rows: FamilySessionFacts[] = await this.context.manager.query(`${FACTS} where ${condition}`, [value]);
    return rows[0];
  }
}
