import type { Role } from '#domain/organisation/role.js';
import type { ActingMembership } from '#use-cases/sign-in/session.port.js';
import { houseOf } from '../gate/subject-facts.js';

/** A membership as `actingMembershipsOf` builds it. */
export interface ActingMembershipJson {
  id: string;
  role: Role;
  unit_id: string;
  unit_name: string;
  branch_id: string;
  branch_name: string;
  branch_slug: string;
  authority_slug: string;
  authority_name: string;
  kind: string;
  municipality_id: string;
  municipality_name: string;
}

/** The memberships in force of the person whose id stands in the column, as one JSON array. */
export const actingMembershipsOf = (staffColumn: string): string => `
    coalesce((select json_agg(json_build_object('id', m.id, 'role', m.role, 'unit_id', u.id, 'unit_name', u.name, 'branch_id', b.id,
        'branch_name', b.name, 'branch_slug', b.slug, 'authority_slug', a.slug, 'authority_name', a.name, 'kind', a.kind,
        'municipality_id', t.id, 'municipality_name', t.name) order by m.starts_at, m.id)
      from membership m join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id
      join authority a on a.id = b.authority_id join municipality t on t.id = m.municipality_id
      where m.staff_id = ${staffColumn} and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())), '[]')`;

export function actingMembership(row: ActingMembershipJson): ActingMembership {
  return {
    id: row.id,
    role: row.role,
    unitId: row.unit_id,
    unitName: row.unit_name,
    branchId: row.branch_id,
    branchName: row.branch_name,
    authorityName: row.authority_name,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    house: houseOf({ kind: row.kind, authority: row.authority_slug, branch: row.branch_slug }),
  };
}
