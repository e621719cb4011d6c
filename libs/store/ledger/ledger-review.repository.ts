import { REVIEW_PATTERNS } from '#domain/ledger/review-pattern.js';
import {
  LedgerReview,
  type FoundPattern,
  type NewOutcome,
  type ReaderTraces,
  type ReviewFilter,
  type ReviewPeriod,
  type ReviewPlace,
  type ReviewedEntry,
} from '#use-cases/ledger/ledger-review.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { given, givenValues, ownEntry, PATTERN_CONDITIONS } from './review-patterns.js';

/** The number of a case is looked up only for the rows that are shown. */
const SHOWN = `
  e.id::text as id, e.at, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exactly,
  e.actor_staff as "staffId", s.name as "staffName", e.actor_service as service, e.actor_role as role,
  b.name as house, u.name as "unitName", e.action, e.outcome, e.ground, e.purpose,
  caller.reviewed_case_number(e.case_id) as "caseNumber", e.item_id as "itemId", e.origin,
  coalesce(e.detail->>'deed', e.detail->>'capability', e.detail->>'view') as deed,
  e.actor_person is not null as "byFamily", t.name as "toHouse",
  o.outcome as "outcomeOfReview", r.name as "reviewedBy", o.reviewed_at as "reviewedAt"`;
const BESIDE = `
  left join staff_member s on s.id = e.actor_staff
  left join branch b on b.id = e.actor_branch
  left join unit u on u.id = e.actor_unit
  left join branch t on t.id::text = e.detail->>'toBranch'
  left join lateral (select x.outcome, x.reviewed_by, x.reviewed_at from ledger_outcome x
    where x.entry_id = e.id order by x.reviewed_at desc, x.id limit 1) o on true
  left join staff_member r on r.id = o.reviewed_by`;

export class LedgerReviewRepository extends LedgerReview {
  constructor(private readonly context: StoreContext) {
    super();
  }

  find(
    filter: ReviewFilter,
    traces: ReaderTraces,
    page: { readonly after: ReviewPlace | null; readonly most: number },
  ): Promise<ReviewedEntry[]> {
    const { manager, now } = this.context;
    const { from, until, staffId, action, outcome, caseNumber, pattern, unreviewed } = filter;
    const place = [page.after?.at ?? null, page.after?.id ?? null, page.most];
    return manager.query(
      `${given(10)}
       select ${SHOWN} from (
         select e.* from ledger_entry e
         where ${ownEntry('e')}
           and ($3::uuid is null or e.actor_staff = $3)
           and ($4::text is null or e.action = $4)
           and ($5::text is null or e.outcome = $5)
           and ($6::text is null or e.case_id = (select caller.reviewed_case($6)))
           and ($7::timestamptz is null or (e.at, e.id) < ($7, $8::bigint))
           and ${pattern === null ? 'true' : `(${PATTERN_CONDITIONS[pattern]})`}
           and ${unreviewed ? 'not exists (select 1 from ledger_outcome x where x.entry_id = e.id)' : 'true'}
         order by e.at desc, e.id desc limit $9) e ${BESIDE}
       order by e.at desc, e.id desc`,
      [from, until, staffId, action, outcome, caseNumber, ...place, ...givenValues(filter, traces, now)],
    );
  }

  countPatterns(period: ReviewPeriod, traces: ReaderTraces): Promise<FoundPattern[]> {
    const { manager, now } = this.context;
    const counts = REVIEW_PATTERNS.map(
      (pattern) =>
        `select '${pattern}' as pattern, count(*)::int as entries, count(distinct e.actor_staff)::int as staff,
           (count(*) filter (where not exists (select 1 from ledger_outcome x where x.entry_id = e.id)))::int as unreviewed
         from ledger_entry e where ${ownEntry('e')} and (${PATTERN_CONDITIONS[pattern]})`,
    );
    return manager.query(`${given(3)} ${counts.join(' union all ')}`, [
      period.from,
      period.until,
      ...givenValues(period, traces, now),
    ]);
  }

  drawSample(period: ReviewPeriod, most: number): Promise<ReviewedEntry[]> {
    return this.context.manager.query(
      `select ${SHOWN} from (
         select e.* from ledger_entry e
         where ${ownEntry('e')} and (e.actor_staff is not null or e.actor_person is not null)
           and e.action in ('read','search','export','disclose','refuse','change','override','assign','merge')
         order by random() limit $3) e ${BESIDE}
       order by e.at desc, e.id desc`,
      [period.from, period.until, most],
    );
  }

  listStaff(): Promise<{ id: string; name: string; phone: string | null }[]> {
    return this.context.manager.query(
      `select s.id, s.name, s.phone from staff_member s where s.municipality_id = (select caller.municipality())
         and exists (select 1 from membership m where m.staff_id = s.id)
       order by s.name, s.id`,
    );
  }

  async findActor(entryId: string): Promise<{ staffId: string | null } | undefined> {
    const rows: { staffId: string | null }[] = await this.context.manager.query(
      `select e.actor_staff as "staffId" from ledger_entry e where e.id = $1`,
      [entryId],
    );
    return rows[0];
  }

  async addOutcome({ id, entryId, outcome }: NewOutcome): Promise<void> {
    await this.context.manager.query(
      `insert into ledger_outcome (id, municipality_id, entry_id, outcome, reviewed_by)
       values ($1, caller.municipality(), $2, $3, caller.staff())`,
      [id, entryId, outcome],
    );
  }

  async findSeal(): Promise<{ size: number; signedAt: Date } | undefined> {
    const rows: { size: number; signedAt: Date }[] = await this.context.manager.query(
      `select size::float8 as size, signed_at as "signedAt" from ledger_seal order by number desc limit 1`,
    );
    return rows[0];
  }
}
