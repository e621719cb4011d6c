/** How a transaction is told whose it is: settings that die with it, so that no borrower of the connection inherits them. */
import { escapeLiteral } from 'pg';
import type { Caller } from '#use-cases/gate/caller.js';

export const SET_IDENTITY = `
  select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
    set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', $6, true),
    set_config('samnav.person', $7, true), clock.now() as now`;

/** The same where nothing may be written. */
export const SET_READER = SET_IDENTITY.replace('select', `select set_config('transaction_read_only', 'on', true),`);

/** A family is known by the person alone: a branch or a municipality would open to it what they open to staff. */
export const identityOf = (caller: Caller): string[] => {
  switch (caller.kind) {
    case 'staff':
      return [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role, '', ''];
    case 'family':
      return ['', '', '', '', '', '', caller.personId];
    case 'service':
      return ['', '', '', '', '', caller.name, ''];
  }
};

/** Becoming this caller, as a statement that can stand among others in one message. */
export function identityStatement(caller: Caller): string {
  const values = identityOf(caller).map(escapeLiteral);
  return SET_IDENTITY.replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? "''");
}
