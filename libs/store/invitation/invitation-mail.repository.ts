import { InvitationMailStore, type ClaimedInvitationMail } from '#use-cases/invitation/invitation.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class InvitationMailRepository extends InvitationMailStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findMeetingOf(id: string): Promise<string | undefined> {
    const [row]: { hubId: string }[] = await this.context.manager.query(
      `select i.meeting_id as "hubId" from invitation_mail m join invitation i on i.id = m.invitation_id where m.id = $1 and m.state = 'waiting'`,
      [id],
    );
    return row?.hubId;
  }

  async claim(id: string, until: Date): Promise<ClaimedInvitationMail | undefined> {
    const [rows]: [ClaimedInvitationMail[], number] = await this.context.manager.query(
      `update invitation_mail m set next_try_at = $2 from invitation i join staff_member s on s.id = i.staff_id
       where m.id = $1 and i.id = m.invitation_id and m.state = 'waiting' and m.next_try_at <= clock.now()
       returning m.id, i.id as "invitationId", i.meeting_id as "hubId", m.method, m.sequence, m.starts_at as "startsAt", m.minutes,
         m.made_at as "madeAt", m.tries, case when s.disabled_at is null then nullif(s.email, '') end as address,
         i.answer = 'accepted' as "isAccepted", i.reply_sealed as "replySealed",
         exists (select 1 from invitation_mail o where o.invitation_id = i.id and o.sequence < m.sequence and o.state = 'sent') as "isChange"`,
      [id, until],
    );
    return rows[0];
  }

  async keepSecret(invitationId: string, { hash, sealed }: { hash: Buffer; sealed: Buffer }): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update invitation set reply_hash = $2, reply_sealed = $3 where id = $1 and reply_hash is null returning id`,
      [invitationId, hash, sealed],
    );
    return rows.length === 1;
  }

  async sent(id: string): Promise<void> {
    await this.context.manager.query(
      `update invitation_mail set state = 'sent', sent_at = clock.now(), next_try_at = null, tries = tries + 1 where id = $1`,
      [id],
    );
  }

  async failedTry(id: string, nextTryAt: Date | null): Promise<void> {
    // What was stopped while it was being tried stays so: a newer word has taken its place.
    await this.context.manager.query(
      `update invitation_mail set tries = tries + 1, next_try_at = $2, state = case when $2::timestamptz is null then 'failed' else 'waiting' end
       where id = $1 and state = 'waiting'`,
      [id, nextTryAt],
    );
  }

  findWaiting(before: Date, most: number): Promise<{ id: string; at: Date }[]> {
    return this.context.manager.query(
      `select id, next_try_at as at from invitation_mail where next_try_at <= $1 and state = 'waiting' order by next_try_at limit $2`,
      [before, most],
    );
  }
}
