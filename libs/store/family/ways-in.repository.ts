import { WaysInStore, type RemovedWaysIn, type WaysInLimits } from '#use-cases/family/ways-in.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Over, and nobody follows an order of it any more. */
const OLD_SESSION = `least(s.idle_until, s.expires_at, coalesce(s.revoked_at, 'infinity')) < $1
  and not exists (select 1 from e_id_order o where o.session_id = s.id and o.state = 'pending')`;

/** Nobody came by it, or those who did are gone; no later one points at it, and nobody has use for it as their newest. */
const OLD_LINK = `greatest(least(l.expires_at, coalesce(l.revoked_at, 'infinity')), coalesce(l.used_at, '-infinity')) < $1
  and l.delivery <> 'waiting'
  and not exists (select 1 from family_session s where s.link_id = l.id)
  and not exists (select 1 from family_link n where n.renews = l.id)
  and (l.revoked_at is not null
    or exists (select 1 from family_link n where n.person_id in (select caller.one_person(l.person_id)) and n.branch_id = l.branch_id and n.delivery <> 'failed'
      and n.created_at > l.created_at)
    or not caller.has_errand(l.person_id, $2))`;

export class WaysInRepository extends WaysInStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async removeEnded({ before, endedBefore }: WaysInLimits, most: number): Promise<RemovedWaysIn[]> {
    const removed = new Map<string, RemovedWaysIn>();
    const count = (municipalityIds: readonly string[], what: 'orders' | 'sessions' | 'links'): void => {
      for (const municipalityId of municipalityIds) {
        const known = removed.get(municipalityId) ?? { municipalityId, orders: 0, sessions: 0, links: 0 };
        removed.set(municipalityId, { ...known, [what]: known[what] + 1 });
      }
    };
    const sessions = await this.ids(`select s.id from family_session s where ${OLD_SESSION} limit $2`, [before, most]);
    count(
      await this.removed(
        `delete from e_id_order o using family_session s where s.id = o.session_id and s.id = any($1::uuid[]) returning s.municipality_id`,
        [sessions],
      ),
      'orders',
    );
    count(
      await this.removed(`delete from family_session where id = any($1::uuid[]) returning municipality_id`, [sessions]),
      'sessions',
    );
    const links = await this.ids(`select l.id from family_link l where ${OLD_LINK} limit $3`, [
      before,
      endedBefore,
      most,
    ]);
    count(
      await this.removed(`delete from family_link where id = any($1::uuid[]) returning municipality_id`, [links]),
      'links',
    );
    return [...removed.values()];
  }

  async hasEnded({ before, endedBefore }: WaysInLimits): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 where exists (select 1 from family_session s where ${OLD_SESSION}) or exists (select 1 from family_link l where ${OLD_LINK})`,
      [before, endedBefore],
    );
    return rows.length > 0;
  }

  private async ids(statement: string, values: unknown[]): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(statement, values);
    return rows.map(({ id }) => id);
  }

  private async removed(statement: string, values: unknown[]): Promise<string[]> {
    const [rows]: [{ municipality_id: string }[], number] = await this.context.manager.query(statement, values);
    return rows.map(({ municipality_id }) => municipality_id);
  }
}
