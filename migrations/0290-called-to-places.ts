import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of groups without persons call people by invitations as other meetings do, so that calendars hear of each change. */
export class CalledToPlaces1764000000290 implements MigrationInterface {
  readonly name = 'CalledToPlaces1764000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitation alter column hub_id drop not null;
      alter table invitation add column area_meeting_id uuid references area_meeting;
      alter table invitation add constraint invitation_of_one_meeting check (num_nonnulls(hub_id, area_meeting_id) = 1);
      -- Whichever it is: what calendars know it by.
      alter table invitation add column meeting_id uuid not null generated always as (coalesce(hub_id, area_meeting_id)) stored;
      create unique index invitation_meeting on invitation (meeting_id, staff_id);
    `);
    await runner.query(
      policies({
        invitation: `
        or exists (select 1 from area_meeting m where m.id = area_meeting_id and m.branch_id = (select caller.branch()))`,
        meeting: `(select caller.service()) = 'deadlines' or `,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policies({ invitation: '', meeting: '' }));
    // What people were told by mail cannot be kept where it has no meeting; reminders of it go with it.
    const tables = ['invitation', 'invitation_mail', 'reminder', 'deadline', 'area_meeting'];
    await runner.query(tables.map((table) => `alter table ${table} no force row level security;`).join(' '));
    await runner.query(`
      update deadline set state = 'void', settled_at = now(), void_reason = null, next_wake_at = null, version = version + 1
        where kind = 'invitation-answer' and state = 'open' and about_id in (select id from area_meeting);
      delete from reminder r using invitation i where r.kind = 'invitation' and r.about_id = i.id and i.area_meeting_id is not null;
      delete from invitation_mail m using invitation i where i.id = m.invitation_id and i.area_meeting_id is not null;
      delete from invitation where area_meeting_id is not null;
      drop index invitation_meeting;
      alter table invitation drop column meeting_id;
      alter table invitation drop constraint invitation_of_one_meeting;
      alter table invitation drop column area_meeting_id;
      alter table invitation alter column hub_id set not null;
    `);
    await runner.query(tables.map((table) => `alter table ${table} force row level security;`).join(' '));
  }
}

const policies = (of: Readonly<Record<'invitation' | 'meeting', string>>): string => `
  alter policy invitation_0 on invitation using (
    (select caller.service()) = 'deadlines'
    or (staff_id = (select caller.staff()) and branch_id = (select caller.branch()))
    or exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch()))${of.invitation});
  alter policy area_meeting_0 on area_meeting using (${of.meeting}caller.sees_group(group_id));
`;
