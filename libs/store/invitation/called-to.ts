/**
 * Who a meeting `h` needs now, in which post, and for which part of it: who leads and called, each unit's representative,
 * a deputy who has been asked, the members of the group at whose table it is, and whoever was put on the case for it. Only who holds the post and works on the
 * case still, and from another house only whom the ground of its place at the table still reaches.
 */
export const CALLED_TO = `
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
  where w.staff_id is not null
    and (w.branch_id = h.branch_id or caller.is_called_by_ground(h.id, w.branch_id))
    and exists (select 1 from membership m join unit u on u.id = m.unit_id join staff_member s on s.id = m.staff_id
      where m.staff_id = w.staff_id and u.branch_id = w.branch_id and s.disabled_at is null
        and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))
    and exists (select 1 from assignment a
      where a.case_id = h.case_id and a.branch_id = w.branch_id and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
        and (a.staff_id = w.staff_id or a.unit_id in (select m.unit_id from membership m
          where m.staff_id = w.staff_id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))))
  order by w.staff_id, w.rank`;
