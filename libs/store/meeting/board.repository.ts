import type { Category } from '#domain/disclosure/vocabulary.js';
import { notForYou, type MeetingEvent, MeetingHappening } from '#domain/meeting/meeting-event.js';
import { BoardStore } from '#use-cases/meeting/board.port.js';
import type { SealedItem } from '#use-cases/gate/sealed.js';
import type { StoreContext } from '../caller/store-context.js';
import { ItemRepository } from '../gate/item.repository.js';

export interface EventRow {
  seq: number;
  kind: string;
  payload: Record<string, unknown>;
  by_staff: string;
  at: Date;
}

const SELECT = `select seq, kind, payload, by_staff, at from board_event`;

/**
 * The events of `$1` after `$2` that the caller may see; at another house's table its pictures as far as they are told.
 * `more` follows the conditions.
 */
export const boardEvents = (more: string): string => `
  ${SELECT} where hub_id = $1 and seq > $2 ${more}
  union all select seq, kind, payload, by_staff, at from caller.pictures_at_table($1) where seq > $2 ${more}`;

export class BoardRepository extends BoardStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async lock(hubId: string): Promise<void> {
    await this.context.manager.query(`select pg_advisory_xact_lock(hashtextextended('board:' || $1, 0))`, [hubId]);
  }

  async findByKey(hubId: string, clientKey: string): Promise<MeetingEvent | undefined> {
    const rows: EventRow[] = await this.context.manager.query(`${SELECT} where hub_id = $1 and client_key = $2`, [
      hubId,
      clientKey,
    ]);
    return rows.map(eventOf)[0];
  }

  async findEvents(hubId: string, afterSeq: number, most?: number): Promise<MeetingEvent[]> {
    const rows: (Partial<EventRow> & { last: number })[] = await this.context.manager.query(
      `select h.last, e.* from (select caller.last_board_seq($1) as last) h
       left join (select * from (${boardEvents('')}) seen order by seq limit $3) e on true order by e.seq`,
      [hubId, afterSeq, most ?? null],
    );
    return withoutGaps(eventsOf(rows), afterSeq, Math.min(rows[0]?.last ?? 0, afterSeq + (most ?? Infinity)));
  }

  async append(
    hubId: string,
    event: MeetingEvent,
    bound: { readonly itemId: string | null; readonly clientKey: string },
  ): Promise<void> {
    const { seq, at, by, kind, ...payload } = event;
    await this.context.manager.query(
      `insert into board_event (hub_id, seq, kind, payload, item_id, by_staff, at, client_key) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [hubId, seq, kind, JSON.stringify(payload), bound.itemId, by, new Date(at), bound.clientKey],
    );
  }

  async putDecision(d: { id: string; hubId: string; kind: string; itemId: string; decidedBy: string }): Promise<void> {
    await this.context.manager.query(
      `insert into hub_decision (id, hub_id, kind, item_id, decided_by) values ($1, $2, $3, $4, $5)
       on conflict (hub_id) do update set kind = excluded.kind, item_id = excluded.item_id,
         decided_by = excluded.decided_by, decided_at = clock.now()`,
      [d.id, d.hubId, d.kind, d.itemId, d.decidedBy],
    );
  }

  async findSealedVersion(itemId: string, version: number): Promise<SealedItem | undefined> {
    const [current] = await new ItemRepository(this.context).findSealed([itemId]);
    if (!current || current.version === version) return current;
    const rows: { ciphertext: Buffer; key_version: number; category: Category }[] = await this.context.manager.query(
      `select ciphertext, key_version, category from item_version where item_id = $1 and version = $2`,
      [itemId, version],
    );
    const row = rows[0];
    return row
      ? {
          ...current,
          version,
          // Of the kind of information that it was then: what is wider now says nothing of the words before.
          category: row.category,
          content: { ...current.content, ciphertext: row.ciphertext, keyVersion: row.key_version },
        }
      : undefined;
  }
}

/** Rows of a left join: where there is no event there is no number. */
export const eventsOf = (rows: readonly Partial<EventRow>[]): MeetingEvent[] =>
  rows.flatMap((row) => (typeof row.seq === 'number' ? [eventOf(row as EventRow)] : []));

/** What the policies keep from this reader has a number all the same: a board moves by its sequence alone. */
export function withoutGaps(events: readonly MeetingEvent[], after: number, last: number): MeetingEvent[] {
  if (last <= after || events.length === last - after) return [...events];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  let at = events[0]?.at ?? 0;
  return Array.from({ length: last - after }, (_, place): MeetingEvent => {
    const seq = after + place + 1;
    const event = bySeq.get(seq) ?? notForYou(seq, at);
    at = event.at;
    return event;
  });
}

/** A row written here is an event by construction; its payload is what `append` left of one. */
export function eventOf(row: EventRow): MeetingEvent {
  const happening = { ...row.payload, kind: row.kind } as MeetingHappening;
  return { ...happening, seq: row.seq, at: row.at.getTime(), by: row.by_staff };
}
