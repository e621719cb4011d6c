import type { Sight } from '#use-cases/gate/sight.js';
import { SightStore } from '#use-cases/gate/sight.port.js';
import type { StoreContext } from '../caller/store-context.js';

/**
 * The count of a case or person, in a statement that reads its facts too. Where it was raised after this transaction began, the
 * facts are read with the clock of before, by which the right still holds: the count is then the one before, which is not believed.
 */
export const epochOf = (about: string): string =>
  `coalesce((select case when s.raised_at > clock.now() then s.epoch - 1 else s.epoch end
    from sight_epoch s where s.about = ${about}), 0)::integer`;

export class SightRepository extends SightStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  find(abouts: readonly string[]): Promise<Sight[]> {
    return this.context.manager.query(`select a as about, ${epochOf('a')} as epoch from unnest($1::uuid[]) a`, [
      abouts,
    ]);
  }

  async hasMoved(sights: readonly Sight[]): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from unnest($1::uuid[], $2::bigint[]) as seen (about, epoch) join sight_epoch s on s.about = seen.about
       where s.epoch <> seen.epoch limit 1`,
      [sights.map(({ about }) => about), sights.map(({ epoch }) => epoch)],
    );
    return rows.length > 0;
  }
}
