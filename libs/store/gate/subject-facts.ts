import type { HouseParty, PersonParty, Subject } from '#domain/disclosure/case.js';
import type { CalendarDate } from '#domain/kernel/civil-day.js';
import type { HouseKind, Maturity, PersonKind, Protection } from '#domain/disclosure/vocabulary.js';

/** A subject as SUBJECT_JSON builds it. */
export interface SubjectJson {
  readonly id: string;
  readonly born: string;
  readonly protection: Protection;
  readonly guardians: readonly string[];
  readonly maturity: Maturity | null;
}

/** The facts of the person of this alias; guardians are those with custody on the day of the decision, Stockholm time. */
export const subjectJson = (
  p: string,
): string => `json_build_object('id', ${p}.id, 'born', ${p}.born, 'protection', ${p}.protection, 'maturity', ${p}.maturity,
  'guardians', coalesce((select json_agg(k.guardian_id order by k.guardian_id) from custody k
    where k.child_id = ${p}.id and k.starts_on <= (clock.now() at time zone 'Europe/Stockholm')::date
      and (k.ends_on is null or k.ends_on > (clock.now() at time zone 'Europe/Stockholm')::date)), '[]'))`;

/** The facts of the person aliased `p`. */
export const SUBJECT_JSON = subjectJson('p');

export function subjectOf(json: SubjectJson): Subject {
  return {
    id: json.id,
    born: calendarDay(json.born),
    protection: json.protection,
    guardians: json.guardians,
    maturity: json.maturity,
  };
}

export function calendarDay(iso: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

export function houseOf(row: { kind: string; authority: string; branch: string }): HouseParty {
  return { kind: row.kind as HouseKind, authority: row.authority, branch: row.branch };
}

export function personParty(kind: string, person: string): PersonParty {
  return { kind: kind as PersonKind, person };
}
