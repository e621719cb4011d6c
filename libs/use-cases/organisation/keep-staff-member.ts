import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { SessionStore } from '../sign-in/session.port.js';
import { tellEnded } from '../sign-in/end-session.js';
import { FormFaults } from './form-faults.js';
import { OrganisationStore } from './organisation.port.js';
import { recordChange } from './record-change.js';
import { StaffRegister, type StaffChange } from './staff-register.port.js';

/** Adds people, corrects what is known of them and closes their accounts; their rights are their posts, and apart. */
@Injectable()
export class KeepStaffMember {
  constructor(private readonly asCaller: AsCaller) {}

  add(caller: StaffCaller, input: StaffChange): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const person = await checked(tx, input, null);
      const id = tx.newId();
      await tx.of(OrganisationStore).addStaffMember({ id, municipalityId: caller.municipalityId, ...person });
      await recordChange(tx, { staffId: id, staff: 'added' });
      return { id };
    });
  }

  change(caller: StaffCaller, id: string, version: number, input: StaffChange): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const known = await found(tx, id);
      const person = await checked(tx, input, id);
      // Whose proof opens the account is a right like any other: nobody points their own at someone else's.
      const identity = person.issuer !== known.issuer || person.subject !== known.subject;
      if (identity && id === caller.staffId) throw new Failure('NOT_YOURSELF');
      if (!(await tx.of(StaffRegister).change(id, version, person))) throw new Failure('CHANGED_MEANWHILE');
      if (identity) await endAll(tx, id, 'ended-by-administrator');
      await recordChange(tx, { staffId: id, staff: 'changed', identity });
    });
  }

  /** Holds at once: every session ends, and the next sign-in is refused. */
  disable(caller: StaffCaller, id: string, version: number): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      if (id === caller.staffId) throw new Failure('NOT_YOURSELF');
      await found(tx, id);
      if (!(await tx.of(StaffRegister).setDisabled(id, version, tx.now))) throw new Failure('CHANGED_MEANWHILE');
      await endAll(tx, id, 'staff-disabled');
      await recordChange(tx, { staffId: id, staff: 'disabled' });
    });
  }

  enable(caller: StaffCaller, id: string, version: number): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      if (id === caller.staffId) throw new Failure('NOT_YOURSELF');
      await found(tx, id);
      if (!(await tx.of(StaffRegister).setDisabled(id, version, null))) throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { staffId: id, staff: 'enabled' });
    });
  }
}

async function found(tx: CallerTransaction, id: string) {
  const staff = await tx.of(StaffRegister).find(id);
  if (!staff) throw notFound();
  return staff;
}

async function endAll(
  tx: CallerTransaction,
  staffId: string,
  why: 'ended-by-administrator' | 'staff-disabled',
): Promise<void> {
  await tellEnded(tx, await tx.of(SessionStore).endAllOf(staffId, why), why);
}

export async function checked(tx: CallerTransaction, input: StaffChange, id: string | null): Promise<StaffChange> {
  const faults = new FormFaults();
  const person: StaffChange = {
    name: faults.words('name', input.name, 120),
    title: faults.words('title', input.title, 120),
    email: faults.words('email', input.email, 254),
    phone: faults.optionalWords('phone', input.phone, 30),
    issuer: faults.words('issuer', input.issuer, 300),
    subject: faults.words('subject', input.subject, 255),
  };
  if (person.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email)) faults.add('email', 'EMAIL_FORM');
  if (person.phone !== null && !/^\+?[\d ()-]{5,}$/.test(person.phone)) faults.add('phone', 'PHONE_FORM');
  if (person.issuer !== '' && !isProviderAddress(person.issuer)) faults.add('issuer', 'PROVIDER_FORM');
  if (/^(\d{2})?\d{6}[-+]?\d{4}$/.test(person.subject)) faults.add('subject', 'SUBJECT_IS_PERSONAL_NUMBER');
  // As the platform: the same login may be registered in another municipality, which this administrator cannot see.
  const taken = await tx.asService('administration', (service) =>
    service.of(StaffRegister).findIdByIdentity(person.issuer, person.subject),
  );
  if (taken !== undefined && taken !== id) faults.add('subject', 'SUBJECT_TAKEN');
  faults.tell();
  return person;
}

/** `https`, or a provider on the own machine as in a demonstration. */
function isProviderAddress(text: string): boolean {
  const match = /^(https?):\/\/([^/\s:]+)(:\d+)?(\/\S*)?$/.exec(text);
  return match !== null && (match[1] === 'https' || match[2] === 'localhost' || match[2] === '127.0.0.1');
}
