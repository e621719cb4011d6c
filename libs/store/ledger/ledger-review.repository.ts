import {
  MANY_CASES,
  MANY_SEARCHES,
  NIGHT,
  REVIEW_PATTERNS,
  SEARCH_MINUTES,
  type ReviewPattern,
} from '#domain/ledger/review-pattern.js';
import {
  LedgerReview,
  type FoundPattern,
  type ReviewFilter,
  type ReviewPeriod,
  type ReviewPlace,
  type ReviewedEntry,
} from '#use-cases/ledger/ledger-review.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** The period is $1 and $2 in every statement here. */
const OWN = (row: string): string =>
  `${row}.municipality_id = (select caller.municipality()) and ${row}.at >= $1 and ($2::timestamptz is null or ${row}.at < $2)`;
const READ = `('read','search','export','disclose')`;
const LOCAL = `at at time zone 'Europe/Stockholm'`;

/** Over the rows of ledger_entry as e. */
const PATTERNS: Readonly<Record<ReviewPattern, string>> = {
  refused: `e.action = 'refuse'`,
  'without-assignment': `e.action = 'refuse' and e.ground = 'need-to-know'`,
  'unusual-hours': `e.actor_staff is not null and e.action in ${READ}
    and (extract(hour from e.${LOCAL}) >= ${NIGHT.from} or extract(hour from e.${LOCAL}) < ${NIGHT.until})`,
  'many-cases': `e.action in ('read','export') and e.case_id is not null and (e.actor_staff, (e.${LOCAL})::date) in (
    select x.actor_staff, (x.${LOCAL})::date from ledger_entry x
    where ${OWN('x')} and x.action in ('read','export')
    group by 1, 2 having count(distinct x.case_id) >= ${MANY_CASES})`,
  // A search writes one line that it was made, and one for each person it found.
  'many-searches': `e.action = 'search' and e.person_id is null and e.id in (
    select s.id from (
      select x.id, count(*) over (partition by x.actor_staff order by x.at
        range between interval '${SEARCH_MINUTES} minutes' preceding and current row) as made
      from ledger_entry x
      where ${OWN('x')} and x.action = 'search' and x.person_id is null) s
    where s.made >= ${MANY_SEARCHES})`,
  protected: `e.action in ${READ} and e.person_id in (select caller.reviewed_protected())`,
};

/** The number of a case is looked up only for the rows that are shown. */
const SHOWN = `
  e.id::text as id, e.at, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as exactly,
  e.actor_staff as "staffId", s.name as "staffName", e.actor_service as service, e.actor_role as role,
  b.name as house, u.name as "unitName", e.action, e.outcome, e.ground, e.purpose,
  caller.reviewed_case_number(e.case_id) as "caseNumber", e.item_id as "itemId", e.origin,
  coalesce(e.detail->>'deed', e.detail->>'capability', e.detail->>'view') as deed`;
const BESIDE = `
  left join staff_member s on s.id = e.actor_staff
  left join branch b on b.id = e.actor_branch
  left join unit u on u.id = e.actor_unit`;

export class LedgerReviewRepository extends LedgerReview {
  constructor(private readonly context: StoreContext) {
    super();
  }

  find(filter: ReviewFilter, after: ReviewPlace | null, most: number): Promise<ReviewedEntry[]> {
    const { from, until, staffId, action, outcome, caseNumber, pattern } = filter;
    return this.context.manager.query(
      `select ${SHOWN} from (
         select e.* from ledger_entry e
         where ${OWN('e')}
           and ($3::uuid is null or e.actor_staff = $3)
           and ($4::text is null or e.action = $4)
           and ($5::text is null or e.outcome = $5)
           and ($6::text is null or e.case_id = (select caller.reviewed_case($6)))
           and ($7::timestamptz is null or (e.at, e.id) < ($7, $8::bigint))
           and ${pattern === null ? 'true' : `(${PATTERNS[pattern]})`}
         order by e.at desc, e.id desc limit $9) e ${BESIDE}
       order by e.at desc, e.id desc`,
      [from, until, staffId, action, outcome, caseNumber, after?.at ?? null, after?.id ?? null, most],
    );
  }

  countPatterns(period: ReviewPeriod): Promise<FoundPattern[]> {
    const counts = REVIEW_PATTERNS.map(
      (pattern) =>
        `select '${pattern}' as pattern, count(*)::int as entries, count(distinct e.actor_staff)::int as staff
         from ledger_entry e where ${OWN('e')} and (${PATTERNS[pattern]})`,
    );
    return this.context.manager.query(counts.join(' union all '), [period.from, period.until]);
  }

  drawSample(period: ReviewPeriod, most: number): Promise<ReviewedEntry[]> {
    return this.context.manager.query(
      `select ${SHOWN} from (
         select e.* from ledger_entry e
         where ${OWN('e')} and e.actor_staff is not null
           and e.action in ('read','search','export','disclose','refuse','change','override','assign','merge')
         order by random() limit $3) e ${BESIDE}
       order by e.at desc, e.id desc`,
      [period.from, period.until, most],
    );
  }

  listStaff(): Promise<{ id: string; name: string }[]> {
    return this.context.manager.query(
      `select s.id, s.name from staff_member s where s.municipality_id = (select caller.municipality())
         and exists (select 1 from membership m where m.staff_id = s.id)
       order by s.name, s.id`,
    );
  }

  async findSeal(): Promise<{ size: number; signedAt: Date } | undefined> {
    const rows: { size: number; signedAt: Date }[] = await this.context.manager.query(
      `select size::float8 as size, signed_at as "signedAt" from ledger_seal order by number desc limit 1`,
    );
    return rows[0];
  }
}
