import type { MigrationInterface, QueryRunner } from 'typeorm';
import { HIDDEN_BEFORE } from './0077-names-hidden-later.js';

/**
 * Two earlier changes of what was there already reached no row, because row-level security binds whoever migrates too: which text
 * a signer had read (0035), and that a nomination about somebody protected tells of them (0077). Done again; a fresh
 * installation has none.
 */
export class ReachedAtLast1764000000429 implements MigrationInterface {
  readonly name = 'ReachedAtLast1764000000429';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HIDDEN_BEFORE);
    await runner.query(`
      alter table consent no force row level security; alter table consent_signer no force row level security;
      -- A name stays as it was given; this adds only what was known of it.
      alter table consent_signer disable trigger user;
      update consent_signer s set notice_version = t.version from consent c, notice_text t
        where c.id = s.consent_id and s.signed_at is not null and s.notice_version is null and s.method = 'e-id'
          and t.version = c.notice_version and t.language = s.language;
      alter table consent_signer enable trigger user;
      alter table consent force row level security; alter table consent_signer force row level security;
    `);
  }

  /** What was reached stays. */
  async down(): Promise<void> {}
}
