import { Injectable } from '@nestjs/common';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { findReportFaults, type ReportFaultCode } from '#domain/report/report-faults.js';
import { isReporterKind, type FeedbackWish } from '#domain/report/reporter.js';
import { InvalidInput, notAllowed, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { PersonRegister } from '../person/person-register.port.js';
import { PersonNumberReader } from '../person/person-number-reader.port.js';
import { ReceiveReport, type Receipt } from './receive-report.js';
import { isAdult } from './read-reported-child.js';
import { isClientKey, readReport, type ReportWritten } from './report-form.js';
import { RequireSearch } from './require-search.js';
import { reporterInstrument } from './town-instruments.js';
import { ReportStore, type Channel } from './report.port.js';

export interface RegisteredReport extends ReportWritten {
  readonly channel: string;
  readonly reporterKind: string;
  readonly reporterName: string;
  /** Where a bound reporter works, as they say it. */
  readonly reporterOrganisation: string;
  readonly reporterContact: string;
  readonly feedbackWish: string;
  /** For each child in order, whom the caller chose among the registered; null = nobody. */
  readonly personIds?: readonly (string | null)[];
}

const CHANNELS = ['phone', 'letter', 'visit'] as const satisfies readonly Channel[];
const WISHES = ['wanted', 'declined', 'not-asked'] as const satisfies readonly FeedbackWish[];

/** Intake writes down what someone tells by phone, letter or visit; who wants no name given stays without one (SoL 19:2). */
@Injectable()
export class RegisterReport {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly reader: PersonNumberReader,
    private readonly receive: ReceiveReport,
    private readonly search: RequireSearch,
  ) {}

  run(caller: StaffCaller, written: RegisteredReport): Promise<Receipt> {
    if (caller.house.kind !== 'social-services') throw notAllowed();
    return this.asCaller.run(caller, async (tx) => {
      const channel = CHANNELS.find((known) => known === written.channel);
      const feedbackWish = WISHES.find((known) => known === written.feedbackWish);
      const more: FieldFault[] = [];
      if (!channel) more.push({ field: 'channel', code: 'CHOOSE_ONE' });
      if (!feedbackWish) more.push({ field: 'feedbackWish', code: 'CHOOSE_ONE' });
      more.push(...reporterFaults(written, feedbackWish ?? 'declined', tx.now));
      const { personIds = [] } = written;
      more.push(...(await choiceFaults(tx, caller, personIds)));
      const children = written.children.map((child, at) => ({ ...child, personId: personIds[at] ?? null }));
      const instrument = await reporterInstrument(tx, caller.municipalityId);
      const form = readReport(
        { ...written, children },
        { reader: this.reader, now: tx.now, by: writtenHouse(caller.house), instrument },
        more,
      );
      const kind = written.reporterKind;
      if (!channel || !feedbackWish || !isReporterKind(kind)) throw new InvalidInput(more);
      // Last, of a form that could be sent: a form made to fail would else ask about names without end. The same form sent
      // again meets the child that it registered itself the first time.
      if (!(await isSentAlready(tx, caller, written.clientKey))) {
        const unsearched = await this.search.faults(tx, caller, children);
        if (unsearched.length > 0) throw new InvalidInput(unsearched);
      }
      const name = written.reporterName.trim();
      return this.receive.run(tx, caller, form, {
        channel,
        reporterKind: kind,
        feedbackWish,
        own: false,
        reporter:
          name === '' && written.reporterContact.trim() === ''
            ? null
            : {
                text: name,
                data: {
                  organisation: written.reporterOrganisation.trim(),
                  contact: written.reporterContact.trim(),
                },
              },
      });
    });
  }
}

async function isSentAlready(tx: CallerTransaction, caller: StaffCaller, clientKey: string): Promise<boolean> {
  if (!isClientKey(clientKey)) return false;
  const sent = await tx.asService('reception', (s) => s.of(ReportStore).findByClientKey(caller.staffId, clientKey));
  return sent !== undefined;
}

/** Only somebody of the own house, whom the caller sees, and whose record has not been folded into another. */
async function choiceFaults(
  tx: CallerTransaction,
  caller: StaffCaller,
  personIds: readonly (string | null)[],
): Promise<FieldFault[]> {
  const chosen = personIds.filter((id) => id !== null);
  const found = new Map((await tx.of(PersonRegister).findFacts(chosen)).map((facts) => [facts.id, facts]));
  return personIds.flatMap((id, at): FieldFault[] => {
    if (id === null) return [];
    const facts = found.get(id);
    const field = `children.${at}.givenName`;
    if (!facts || facts.branchId !== caller.branchId) return [{ field, code: 'NOT_FOUND' }];
    if (facts.mergedInto !== null) return [{ field, code: 'PERSON_WAS_MERGED' }];
    return isAdult(facts.born, tx.now) ? [{ field, code: 'REPORTED_ADULT' }] : [];
  });
}

/** The rules of who must be named and how they can be answered are the domain's; children and content are read elsewhere. */
function reporterFaults(written: RegisteredReport, feedbackWish: FeedbackWish, now: Date): FieldFault[] {
  return findReportFaults(
    {
      reporterKind: written.reporterKind,
      reporterName: written.reporterName,
      reporterContact: written.reporterContact,
      reporterHouse: written.reporterOrganisation.trim() === '' ? null : written.reporterOrganisation,
      feedbackWish,
      children: [],
      content: '',
      receivedAt: now.getTime(),
      channel: 'phone',
    },
    now.getTime(),
  )
    .filter(({ field }) => field in FIELDS)
    .map(({ field, code }) => ({ field: FIELDS[field]!, code: CODES[code], values: { most: 200 } }));
}

const FIELDS: Readonly<Record<string, string>> = {
  reporterKind: 'reporterKind',
  reporterName: 'reporterName',
  reporterContact: 'reporterContact',
  reporterHouse: 'reporterOrganisation',
  feedbackWish: 'feedbackWish',
};

const CODES: Readonly<Record<ReportFaultCode, string>> = {
  'unknown-word': 'CHOOSE_ONE',
  missing: 'REQUIRED',
  'too-long': 'TOO_LONG',
  'same-child-twice': 'SAME_CHILD_TWICE',
  'in-future': 'BAD_REQUEST',
  'must-not-name': 'ANONYMOUS_NOT_NAMED',
  'no-way-to-answer': 'ANONYMOUS_NO_FEEDBACK',
};
