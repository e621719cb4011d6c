/**
 * Meetings that call people, as their invitations need them: about somebody's case, and of a group about nobody. The second kind
 * is led by whoever coordinates its group.
 */
export const MEETING = `(
  select h.id, h.kind, h.municipality_id, h.branch_id, h.case_id, h.group_id, h.state, h.starts_at, h.minutes, h.version, h.video_url,
    h.leader_staff_id, h.convened_by, h.convened_at, g.coordinator_id
    from hub h left join collaboration_group g on g.id = h.group_id
  union all
  select m.id, 'area'::text, m.municipality_id, m.branch_id, null::uuid, m.group_id, case m.state when 'held' then 'closed' else m.state end,
    m.starts_at, m.minutes, m.version, m.video_url, g.coordinator_id, m.convened_by, m.convened_at, g.coordinator_id
    from area_meeting m join collaboration_group g on g.id = m.group_id)`;

const HOLDS_POST = `exists (select 1 from membership m join unit u on u.id = m.unit_id join staff_member s on s.id = m.staff_id
      where m.staff_id = w.staff_id and u.branch_id = w.branch_id and s.disabled_at is null
        and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))`;

/**
 * Who a meeting `h` about somebody needs now, in which post, and for which part of it: who leads and called, each unit's representative,
 * a deputy who has been asked, the members of the group at whose table it is, and whoever was put on the case for it. Only who holds the post and works on the
 * case still, and from another house only whom the ground of its place at the table still reaches.
 */
const CALLED_ABOUT_SOMEBODY = `
  select distinct on (w.staff_id) w.staff_id, w.branch_id, w.from_minute, w.part_minutes from (
    select h.leader_staff_id as staff_id, h.branch_id, null::smallint as from_minute, null::smallint as part_minutes, 0 as rank
    union all select h.convened_by, h.branch_id, null, null, 0
    union all select a.staff_id, a.branch_id, null, null, 0 from assignment a
      where h.kind = 'internal' and a.case_id = h.case_id and a.branch_id = h.branch_id and a.reason = 'hub' and a.starts_at >= h.convened_at
    union all select p.staff_id, p.branch_id, p.from_minute, p.part_minutes, 1 from hub_party p where p.hub_id = h.id and p.ended_at is null
    union all select m.staff_id, m.branch_id, p.from_minute, p.part_minutes, 2
      from group_member m join hub_party p on p.hub_id = h.id and p.unit_id = m.unit_id and p.ended_at is null
      where m.group_id = h.group_id and m.ends_at is null
    union all select s.staff_id, u.branch_id, p.from_minute, p.part_minutes, 2
      from hub_question q join unit u on u.id = q.unit_id left join hub_party p on p.hub_id = q.hub_id and p.unit_id = q.unit_id
      cross join lateral (values (q.representative_id), (case when q.deputy_asked_at is not null then q.deputy_id end)) s (staff_id)
      where q.hub_id = h.id and p.ended_at is null
  ) w
  where h.kind <> 'area' and w.staff_id is not null
    and (w.branch_id = h.branch_id or caller.is_called_by_ground(h.id, w.branch_id))
    and ${HOLDS_POST}
    and exists (select 1 from assignment a
      where a.case_id = h.case_id and a.branch_id = w.branch_id and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
        and (a.staff_id = w.staff_id or a.unit_id in (select m.unit_id from membership m
          where m.staff_id = w.staff_id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))))
  order by w.staff_id, w.rank`;

/** About nobody: who leads the group and called, and its members, each while they hold the post that they sit there in. */
const CALLED_ABOUT_NOBODY = `
  select distinct on (w.staff_id) w.staff_id, w.branch_id, null::smallint, null::smallint from (
    select h.leader_staff_id as staff_id, h.branch_id, 0 as rank
    union all select h.convened_by, h.branch_id, 0
    union all select m.staff_id, m.branch_id, 1 from group_member m join membership p on p.id = m.membership_id
      where m.group_id = h.group_id and m.ends_at is null and (p.ends_at is null or p.ends_at > clock.now())
  ) w
  where h.kind = 'area' and ${HOLDS_POST}
  order by w.staff_id, w.rank`;

/** Of a meeting `h` among {@link MEETING}. */
export const CALLED_TO = `(${CALLED_ABOUT_SOMEBODY}) union all (${CALLED_ABOUT_NOBODY})`;

/** Whether somebody in the post `p` works on the case that the meeting `h` is about, as `caller.works_on` has it. */
const WORKS_ON_CASE = `(p.role not in ('auditor','administrator') and exists (select 1 from assignment a
      where a.case_id in (h.case_id, (select c.joined_into from case_file c where c.id = h.case_id)) and a.branch_id = h.branch_id
        and (a.staff_id = p.staff_id or a.unit_id = p.unit_id) and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())))`;

/**
 * Who waits for the answers to a meeting `h`: whoever leads it, else who has taken over its group, else who called it; where none
 * of them holds a post in the house any more, whoever answers for it there, of the leader's own unit before others: of a meeting
 * about somebody a manager, else who works on the case. `opens`: they may open what it is about. At most one row.
 */
export const WAITER = `
  select x.staff_id, x.unit_id, x.opens from (
    select p.staff_id, p.unit_id, p.starts_at, p.id, p.role <> 'manager' as other_role, h.case_id is null or p.role = 'manager' or ${WORKS_ON_CASE} as opens,
      case p.staff_id when h.leader_staff_id then 0 when h.coordinator_id then 1 when h.convened_by then 2 else 3 end as rank,
      not exists (select 1 from membership o where o.staff_id = coalesce(h.leader_staff_id, h.convened_by) and o.unit_id = p.unit_id) as other_unit
    from membership p join unit u on u.id = p.unit_id join staff_member s on s.id = p.staff_id
    where u.branch_id = h.branch_id and s.disabled_at is null and p.starts_at <= clock.now() and (p.ends_at is null or p.ends_at > clock.now())
      and (p.staff_id in (h.leader_staff_id, h.coordinator_id, h.convened_by) or p.role = 'manager'
        or (case when h.case_id is null then p.role = 'coordinator' else ${WORKS_ON_CASE} end))
  ) x
  order by x.rank, not x.opens, x.rank = 3 and x.other_role, x.rank = 3 and x.other_unit, x.starts_at, x.id limit 1`;
