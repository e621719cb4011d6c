import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NOTICE_2026_11_2, SEEN_2026_11, type NoticeOf2026 } from './texts/notices-of-2026.js';

/**
 * What a name stands on: its evidence, in the same transaction, and the very text that was read, which is kept whole (OSL
 * 12:2; ISO/IEC TS 27560: notice).
 */
export class WhatANameStandsOn1764000000035 implements MigrationInterface {
  readonly name = 'WhatANameStandsOn1764000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEXTS);
    for (const { version, language, text } of texts())
      await runner.query(
        `insert into notice_text (version, language, text, hash) values ($1, $2, $3, sha256(convert_to($3, 'UTF8')))`,
        [version, language, text],
      );
    await runner.query(READ);
    await runner.query(LOCKED);
    await runner.query(frozen(true));
    await runner.query(signerFrozen(true));
    await runner.query(EVIDENCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger consent_signer_stands on consent_signer;
      drop function lock.name_stands;
    `);
    await runner.query(signerFrozen(false));
    await runner.query(frozen(false));
    await runner.query(`
      alter table e_id_order drop column notice_version;
      alter table consent_signer drop column notice_version;
      drop table notice_text;
    `);
  }
}

const TEXTS = `
  -- Every text that was ever put before a family, as its hash was reckoned. Nothing here is about anybody.
  create table notice_text (
    version text not null,
    language text not null,
    text text not null,
    hash bytea not null,
    kept_at timestamptz not null default clock.now(),
    primary key (version, language),
    check (hash = sha256(convert_to(text, 'UTF8')))
  );
`;

const LOCKED = `
  alter table notice_text enable row level security;
  alter table notice_text force row level security;
  create policy notice_text_0 on notice_text for select using (true);
  create policy notice_text_1 on notice_text for insert with check ((select caller.service()) = 'consents');
`;

function texts(): { version: string; language: string; text: string }[] {
  const written = (version: string, language: string, notice: NoticeOf2026) => ({
    version,
    language,
    text: JSON.stringify(notice),
  });
  return Object.entries(NOTICE_2026_11_2).flatMap(([language, notice]) => [
    written('2026-11', language, { ...notice, seen: SEEN_2026_11[language] ?? '' }),
    written('2026-11-2', language, notice),
  ]);
}

const READ = `
  -- Which text this signer read; null where it was a paper's own. Of names from before, what was said of the whole consent.
  alter table consent_signer add column notice_version text;
  alter table consent no force row level security; alter table consent_signer no force row level security;
  update consent_signer s set notice_version = t.version from consent c, notice_text t
    where c.id = s.consent_id and s.signed_at is not null and t.version = c.notice_version and t.language = s.language;
  alter table consent force row level security; alter table consent_signer force row level security;
  alter table consent_signer add constraint consent_signer_read foreign key (notice_version, language) references notice_text (version, language);
  -- The text of an order stands still from when it is begun, also while the program is brought up to date.
  alter table e_id_order add column notice_version text;
`;

/**
 * As in 0019. With `read` the text stands still too; and whom it is about follows when two records of one person are folded,
 * which no column privilege of the app's and only `caller.move_references` allows.
 */
const frozen = (read: boolean): string => {
  const columns = [
    ...(read ? ['notice_id', 'notice_version'] : ['person_id']),
    ...['case_id', 'branch_id', 'from_houses', 'to_houses', 'categories', 'purposes', 'situations'],
    ...['valid_from', 'valid_until', 'notice_hash', 'apart', 'renews', 'offered_at'],
  ];
  return `
  create or replace function lock.consent_frozen() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if (old.state <> 'draft' or old.offered_at is not null)
      and (${of('new', columns)})
        is distinct from (${of('old', columns)}) then
      raise exception 'a consent that was offered keeps its reach' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state <> old.state and not exists (select 1 from lock.consent_ways() w where w.was = old.state and w.becomes = new.state) then
      raise exception 'a consent that is % does not become %', old.state, new.state using errcode = 'integrity_constraint_violation';
    end if;
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
      or old.ended_at is not null and new.ended_at is distinct from old.ended_at then
      raise exception 'a withdrawal is never taken back' using errcode = 'integrity_constraint_violation';
    end if;
    -- What has no way on has ended, whoever forgot to say so.
    if not exists (select 1 from lock.consent_ways() w where w.was = new.state) then
      new.ended_at := coalesce(new.ended_at, clock.now());
    end if;
    return new;
  end $$;
`;
};

const of = (row: 'new' | 'old', columns: readonly string[]): string =>
  columns.map((column) => `${row}.${column}`).join(', ');

const signerFrozen = (read: boolean): string => {
  const fixed = ['consent_id', ...(read ? [] : ['person_id']), 'stands_as'];
  const given = ['signed_at', 'method', 'language', ...(read ? ['notice_version'] : [])];
  const says = `
      if new.method <> 'paper' and (new.notice_version is null or new.language is null) then
        raise exception 'a name says which text was read' using errcode = 'integrity_constraint_violation';
      end if;`;
  return `
  create or replace function lock.signer_frozen() returns trigger language plpgsql as $$
  begin
    if (${of('new', fixed)}) is distinct from (${of('old', fixed)})
      or old.signed_at is not null and (${of('new', given)}) is distinct from (${of('old', given)})
      or not new.refused_houses @> old.refused_houses or not new.refused_categories @> old.refused_categories then
      raise exception 'a name stands, and what was taken away stays away' using errcode = 'integrity_constraint_violation';
    end if;
    if old.signed_at is null and new.signed_at is not null then
      if new.method is null then raise exception 'a name says how it was given' using errcode = 'integrity_constraint_violation'; end if;${read ? says : ''}
      new.signed_at := clock.now();
    end if;
    return new;
  end $$;
`;
};

const EVIDENCE = `
  -- At the end of the transaction the name has its evidence, of its own kind and made with it, or there is no name.
  create function lock.name_stands() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from public.consent_evidence e
        where e.consent_id = new.consent_id and e.signer_id = new.person_id and e.kind = new.method and e.created_at = new.signed_at) then
      raise exception 'a name stands on its evidence' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
  create constraint trigger consent_signer_stands after update on consent_signer deferrable initially deferred for each row
    when (old.signed_at is null and new.signed_at is not null) execute function lock.name_stands();
`;
