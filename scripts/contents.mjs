/** What a database holds already: asked before keys are made beside it, and before its town is told. */
import { withClient } from './roles.mjs';

/**
 * `hasData`: something in it was, or may have been, sealed with keys; `isHalfTold`: its demonstration was broken off while it
 * was being filled. Asked as the owner, whom row-level security binds, also of a database that has never been migrated.
 */
export const contentsOf = (ownerUrl) =>
  withClient(ownerUrl, async (client) => {
    const holds = async (table, condition = 'true') => {
      const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
      if (!rows[0].there) return false;
      return (await client.query(`SELECT 1 FROM ${table} WHERE ${condition} LIMIT 1`)).rowCount > 0;
    };
    await client.query('BEGIN READ ONLY');
    await client.query(`SELECT set_config('samnav.service', 'administration', true)`);
    return {
      hasData: (await holds('public.key_fingerprint')) || (await holds('public.municipality')),
      isHalfTold: await holds('demonstration.story', 'told_at IS NULL'),
    };
  });
