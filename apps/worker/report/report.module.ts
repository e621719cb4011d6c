import { Module } from '@nestjs/common';
import { CallShift } from '#use-cases/report/call-shift.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';

/** What cannot wait for office hours goes to whoever is on duty, shift after shift. */
@Module({ providers: [CallShift] })
export class ReportModule {
  constructor(dueWork: DueWork, shifts: CallShift) {
    dueWork.add(shifts);
  }
}
