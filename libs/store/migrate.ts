import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { fixedClock, movableClock } from './clock-functions.js';
import { DEFINERS } from './definers.js';
import { ownerDataSource } from './database.js';
import { requireNoRealTown } from './demonstration-database.js';
import { LEDGER_COLUMNS } from './ledger/ledger-row.js';
import { soughtObjects } from './ledger/sought-objects-functions.js';
import { REMOVABLE } from './removable-tables.js';
import { runPending } from './run-pending.js';

export interface MigrateOptions {
  /** A clock that can be moved forward: in the demonstration and in tests, never elsewhere. */
  readonly movableClock: boolean;
  /** Only say what is pending. */
  readonly check?: boolean;
}

/** Migrates the schema, the queue's schema and the grants. Returns the names of the migrations run (or pending). */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    if (options.check) {
      const pending = await source.showMigrations();
      return pending ? ['pending'] : [];
    }
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      if (options.movableClock) await requireNoRealTown(client);
      await requireReplaceable(client);
      const done = await runPending(source);
      await runMigrations(client, 'bullmq');
      await client.query(grants);
      await client.query(DEFINERS);
      await client.query(options.movableClock ? movableClock : fixedClock);
      return done;
    } finally {
      await client.end();
    }
  } finally {
    await source.destroy();
  }
}

/** Roles made by an earlier version could hand a function on and not replace it afterwards. */
async function requireReplaceable(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ may: boolean | null }>(
    `select pg_has_role(current_user, (select oid from pg_roles where rolname = 'samnav_definer'), 'usage') as may`,
  );
  if (rows[0]?.may === false)
    throw new Error('The database roles are of an earlier version. Run `npm run roles` once, then migrate again.');
}

/**
 * The only columns that change after a row of content is written. A policy sees one row at a time and cannot say that it
 * must stay in its house and case, be the same person's and keep its author; a privilege can.
 */
const changeable: Readonly<Record<string, readonly string[]>> = {
  agreement_signature: [],
  area_attendance: [],
  area_measure: ['state', 'result', 'ended_week', 'version'],
  area_meeting: ['starts_at', 'room', 'video_url', 'state', 'changed_at', 'version'],
  area_sighting: ['withdrawn_at'],
  area_week: [],
  assessment: ['until', 'lifted_at', 'lifted_by', 'lift_item_id'],
  assignment: ['ends_at'],
  board_event: [],
  busy_source: ['busy', 'covers_until', 'read_at', 'next_read_at', 'tries', 'fault'],
  case_decision: [],
  case_file: ['state', 'phase', 'form', 'grade', 'joined_into', 'closed_at', 'version'],
  case_join: ['separated_by', 'separated_at', 'separated_from', 'separation_item_id', 'separation_lead_item_id'],
  case_proposal: [],
  collaboration_group: [
    'standing',
    'coordinator_id',
    'contact_id',
    'agreement_id',
    'consent_id',
    'nomination_item_id',
    'formed_at',
    'last_met_at',
    'closed_at',
    'version',
  ],
  consent: [
    'state',
    'from_houses',
    'to_houses',
    'categories',
    'purposes',
    'situations',
    'valid_from',
    'valid_until',
    'apart',
    'form',
    'item_id',
    'recheck_at',
    'offered_at',
    'ended_at',
    'withdrawn_at',
    'notice_id',
    'notice_version',
    'notice_hash',
    'longer_reason',
    'version',
  ],
  consent_event: [],
  consent_evidence: [],
  consent_signer: [
    'signed_at',
    'method',
    'language',
    'notice_version',
    'received_by',
    'refused_houses',
    'refused_categories',
    'declined_at',
    'withdrawn_at',
    'renewal_asked_at',
  ],
  custody: ['ends_on', 'version'],
  deadline: [
    'case_id',
    'owner_unit_id',
    'owner_staff_id',
    'state',
    'met_late',
    'settled_at',
    'settled_by',
    'void_reason',
    'next_wake_at',
    'version',
  ],
  deadline_effect: [],
  disposal: [],
  e_id_order: [
    'state',
    'hint',
    'message',
    'next',
    'failure',
    'returned_at',
    'asked_at',
    'ended_at',
    'evidence_id',
    'sealed',
    'document',
    'answer',
  ],
  family_link: ['used_at', 'revoked_at', 'wrong_tries', 'secret', 'delivery', 'tries', 'next_try_at', 'sent_at'],
  family_message: ['answered_at', 'answered_by'],
  family_preference: ['language', 'updated_at'],
  family_session: ['idle_until', 'last_seen_at', 'own_step_at', 'language', 'revoked_at', 'revoked_why'],
  grading: [],
  group_act: [],
  group_act_term: [],
  group_assessment: ['group_id', 'done_by', 'done_at', 'item_id', 'withdrawn_at'],
  group_guest: ['ended_at'],
  group_guest_closeness: [],
  group_lead: ['standing_reason', 'look_rule', 'last_look_at'],
  group_member: ['ends_at', 'end_reason'],
  group_outside_ages: ['outside_ages'],
  hand_over: ['received_by', 'received_at'],
  hub: [
    'state',
    'starts_at',
    'minutes',
    'extra',
    'video_url',
    'room',
    'leader_staff_id',
    'started_at',
    'closed_at',
    'fixed_at',
    'group_id',
    'form',
    'version',
  ],
  hub_answer_item: [],
  hub_decision: ['kind', 'item_id', 'decided_by', 'decided_at'],
  hub_party: ['from_minute', 'part_minutes', 'point_ids', 'ended_at'],
  hub_step_reason: [],
  hub_question: [
    'deadline_id',
    'deputy_id',
    'deputy_asked_at',
    'answer',
    'answered_by',
    'answered_at',
    'given_at',
    'version',
  ],
  inquiry: ['deputy_asked_at', 'answer', 'answered_by', 'answered_at', 'ended_at', 'ended_how', 'version'],
  inquiry_item: [],
  interpreter_booking: ['silence_at', 'silence_by', 'admitted_at', 'cancelled_at'],
  invitation: [
    'branch_id',
    'starts_at',
    'minutes',
    'sequence',
    'answer',
    'answered_at',
    'answered_by',
    'answer_stamp',
    'changed_at',
    'cancelled_at',
    'reply_hash',
    'reply_sealed',
  ],
  invitation_mail: ['state', 'tries', 'next_try_at', 'sent_at'],
  item: ['version', 'category', 'ciphertext', 'key_version', 'reveals_place'],
  item_subject: [],
  item_version: [],
  kept_apart: ['ended_at', 'ended_by'],
  key_fingerprint: [],
  ledger_outcome: [],
  meeting_attendance: ['state', 'deputy_member_id', 'by_staff', 'at'],
  meeting_decision: ['state', 'settled_at', 'settled_by', 'version'],
  meeting_point: ['place', 'minutes', 'removed_at'],
  meeting_record: ['diary_number', 'registered_on', 'keep_years', 'kept_by', 'kept_at', 'version'],
  minute_line: ['item_version', 'until_version'],
  minutes: ['fixes_at'],
  minutes_version: [],
  named_staff: [],
  nomination: ['read_at', 'withdrawn_at', 'version'],
  nomination_answer: [],
  notice: ['read_at'],
  outbox_swept: ['up_to', 'next', 'next_at'],
  notice_text: [],
  person: ['born', 'born_exact', 'protection', 'maturity', 'merged_into', 'version'],
  person_decision: ['state', 'settled_by', 'settled_at'],
  person_identity: ['ciphertext', 'key_version', 'version'],
  person_key: [],
  person_merge: ['undone_by', 'undone_at'],
  person_number: ['number_kind', 'no_number_reason'],
  preparatory_decision: [],
  presence: ['held_until'],
  preparatory_part: [],
  phase_decision: [],
  plan: ['purpose'],
  plan_act: [],
  plan_answer: ['answer', 'how', 'item_id', 'answered_by', 'answered_at'],
  plan_entry: [
    'need_area',
    'state',
    'owner_branch_id',
    'owner_unit_id',
    'owner_staff_id',
    'starts_on',
    'follow_up_on',
    'for_family',
    'promised_by',
    'version',
  ],
  plan_entry_category: [],
  plan_news: ['taken_out_at', 'taken_out_by', 'reason_item_id'],
  plan_value: ['period'],
  plan_version: [],
  plan_version_line: [],
  plan_voice: ['undone_at', 'answer', 'answer_item_id', 'answered_by', 'answered_at'],
  protection_assessment: [],
  relation: ['ended_at'],
  relocated_item: [],
  relocation: ['answer', 'reason', 'answered_by', 'answered_at', 'new_case_id', 'withdrawn_at', 'version'],
  reminder: [],
  report: ['wants_feedback', 'feedback_asked_at', 'version'],
  report_child: ['case_id', 'feedback_given_at', 'feedback_outcome'],
  report_item: [],
  retention_decision: [],
  session: ['membership_id', 'idle_until', 'last_seen_at', 'revoked_at', 'revoked_why'],
  sight_epoch: [],
  share: ['given', 'ended_at', 'ended_by', 'ended_how'],
  webhook: [
    'address',
    'events',
    'secret',
    'secret_at',
    'old_secret',
    'old_secret_until',
    'rests_until',
    'disabled_at',
    'set_by',
    'version',
  ],
  webhook_call: ['state', 'begun', 'tries', 'fault', 'next_try_at', 'settled_at'],
};

function rewritable(): string {
  return Object.entries(changeable)
    .map(([table, columns]) => {
      const again = columns.length > 0 ? ` grant update (${columns.join(', ')}) on ${table} to samnav_app;` : '';
      return `revoke update on ${table} from samnav_app;${again}`;
    })
    .join('\n  ');
}

/** What reads or changes who somebody is: for the app alone, by the caller that it has named. */
const APP_ALONE = [
  'own_identities',
  'keep_own_identity',
  'keeps_own_phone',
  'forget_own_phone',
  'points_at_nobody',
  'unattached_people',
  'remove_person',
  'hold_person',
].map((name) => `caller.${name}`);

/**
 * Least privilege: the app may not truncate; the ledger may only be added to, at a time and in a transaction that the
 * database says itself; the sealer may read it and add seals.
 */
const grants = `
  revoke all on schema public from public;
  grant usage on schema public, clock, caller to samnav_app, samnav_ledger, samnav_sealer, samnav_definer;
  grant usage on schema lock to samnav_definer;
  grant usage on schema bullmq to samnav_app;
  revoke all on all tables in schema public from samnav_app, samnav_definer;
  grant select, insert, update on all tables in schema public to samnav_app;
  grant delete on ${REMOVABLE.join(', ')} to samnav_app;
  ${rewritable()}
  grant usage, select on all sequences in schema public to samnav_app;
  revoke all on ledger_entry from samnav_app;
  grant select, insert (${LEDGER_COLUMNS.join(', ')}) on ledger_entry to samnav_app;
  revoke all on ledger_leaf, ledger_seal from samnav_app;
  grant select on ledger_seal to samnav_app;
  revoke all on migrations from samnav_app;
  revoke all on ledger_entry from samnav_ledger;
  grant insert (${LEDGER_COLUMNS.join(', ')}) on ledger_entry to samnav_ledger;
  grant select on ledger_entry to samnav_sealer;
  grant select, insert on ledger_leaf, ledger_seal to samnav_sealer;
  grant execute on all functions in schema clock, caller, public to samnav_app, samnav_ledger, samnav_sealer, samnav_definer;
  revoke execute on function ${APP_ALONE.join(', ')} from public, samnav_ledger, samnav_sealer;
  grant select on assignment, case_file, case_join, custody, relation, item_subject, item, share, person, named_staff, report, report_child to samnav_definer;
  grant select on assessment, person_decision, consent, consent_signer, consent_event, consent_evidence, branch, authority, municipality, staff_member to samnav_definer;
  grant select on person_identity, person_key, person_merge, family_link, family_session, family_message, family_preference, e_id_order to samnav_definer;
  grant delete on item_version, person, person_identity, person_key, person_name_index, person_number_index, person_phone_index, person_address_index, named_staff to samnav_definer;
  grant update (ciphertext, key_version, version) on person_identity to samnav_definer;
  grant update (reach, secret, next_try_at, delivery) on family_link to samnav_definer;
  grant select on ledger_entry, staff_trace, person_name_index, person_phone_index, person_number_index, person_address_index to samnav_definer;
  ${soughtObjects}
  grant select on hub, hub_party, hub_question, board_event to samnav_definer;
  grant select on nomination, nomination_answer to samnav_definer;
  grant select on busy_source, kept_apart to samnav_definer;
  grant select on collaboration_group, group_member, membership, unit to samnav_definer;
  grant update (coordinator_id, contact_id, version) on collaboration_group to samnav_definer;
  grant insert, update (ends_at, end_reason) on group_member to samnav_definer;
  grant update (leader_staff_id, version) on hub to samnav_definer;
  grant select, insert on group_act to samnav_definer;
  grant select (staff_id, effect_key) on notice to samnav_definer;
  grant select, update on area_sighting, area_measure to samnav_definer;
  grant select on area_meeting, interpreter_booking to samnav_definer;
  grant select on duty_shift, retention_decision, disposal, item_version to samnav_definer;
  grant select on inquiry, inquiry_item to samnav_definer;
  grant update (ended_at, ended_how, untold, version) on inquiry to samnav_definer;
  grant select on deadline to samnav_definer;
  grant update (state, settled_at, void_reason, next_wake_at, version) on deadline to samnav_definer;
  grant select on relocation, relocated_item to samnav_definer;
  grant update (withdrawn_at, untold, version) on relocation to samnav_definer;
  grant select on meeting_point, minute_line, minutes, minutes_version to samnav_definer;
  grant select on plan, plan_entry, plan_act, plan_answer, plan_version, plan_version_line, plan_voice, plan_news, plan_value, meeting_decision, phase_decision to samnav_definer;
  grant select on item_version to samnav_definer;
  grant insert on plan_version_line to samnav_definer;
  revoke insert on plan_version_line, disposal from samnav_app;
  grant update (ends_at) on assignment to samnav_definer;
  grant update (ciphertext) on relocated_item to samnav_definer;
  grant select, insert, update on sight_epoch to samnav_definer;
  grant insert on outbox, disposal to samnav_definer;
  grant select on webhook to samnav_definer;
  grant select, insert, update (row_ids) on webhook_call to samnav_definer;
  revoke insert on sight_epoch from samnav_app;
  grant select on sight_epoch to samnav_ledger;
  grant update on case_file, custody, relation, named_staff, item, item_subject, share, report_child, assessment, person_decision, person, consent, consent_signer, consent_evidence, kept_apart, plan_answer, plan_entry, plan_version_line, plan_voice to samnav_definer;
  grant select, insert, update, delete on all tables in schema bullmq to samnav_app;
  grant usage, select on all sequences in schema bullmq to samnav_app;
  grant execute on all functions in schema bullmq to samnav_app;
`;
