import { Injectable } from '@nestjs/common';
import { NO_REFUSALS, SITUATIONS } from '#domain/consent/consent.js';
import {
  missingColumns,
  readRegisterLine,
  REGISTER_COLUMNS,
  type HouseWords,
  type RegisterColumn,
  type RegisterFault,
  type RegisterLine,
  type RegisterRow,
} from '#domain/consent/paper-register.js';
import { Failure, InvalidInput } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { PAPER_NOTICE } from './consent-notice.js';
import { ConsentStore } from './consent.port.js';
import { consentTermFor } from './consent-terms.js';
import { DraftConsent } from './draft-consent.js';
import { RegisterTableReader, type RegisterTable } from './register-table.port.js';
import { signConsent } from './sign-consent.js';
import { SignerByNumber } from './signer-by-number.js';

/** Lines that one file may hold: more than a municipality has young people in groups, and little enough to answer at once. */
const MOST_LINES = 500;

/** A fault of a line: where, and what; `code` is a failure's code, to be shown as a sentence. */
export interface LineFault {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface RegisterImported {
  readonly lines: number;
  /** Lines that were taken over, or would be. */
  readonly good: number;
  readonly faults: readonly LineFault[];
}

/**
 * Takes over consents that stand in a register on paper. Each line goes through the very steps that an official takes by
 * hand, in a transaction of its own; a dry run does the same and takes it all back, so that what it promises is what comes
 * (OSL 12:2; JO: when and how a consent was obtained is noted).
 */
@Injectable()
export class ImportPaperRegister {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly drafts: DraftConsent,
    private readonly seal: Seal,
    private readonly table: RegisterTableReader,
    private readonly signers: SignerByNumber,
  ) {}

  async run(caller: StaffCaller, text: string, dryRun: boolean): Promise<RegisterImported> {
    const table = this.table.read(text);
    if (!table || table.lines.length === 0) throw new Failure('REGISTER_EMPTY', 'register');
    const missing = missingColumns(table.headings).map((column) => REGISTER_COLUMNS[column]);
    if (missing.length > 0) throw new Failure('REGISTER_HEADINGS', 'register', { headings: missing.join(', ') });
    if (table.lines.length > MOST_LINES) throw new Failure('REGISTER_TOO_LONG', 'register', { most: MOST_LINES });
    const faults: LineFault[] = [];
    for (const line of linesOf(table)) faults.push(...(await this.line(caller, line, dryRun)));
    const faulty = new Set(faults.map(({ line }) => line));
    return { lines: table.lines.length, good: table.lines.length - faulty.size, faults };
  }

  private async line(caller: StaffCaller, line: RegisterLine, dryRun: boolean): Promise<readonly LineFault[]> {
    try {
      return await this.asCaller.run(caller, async (tx) => {
        const { months } = await consentTermFor(tx, caller.municipalityId, 'none');
        const read = readRegisterLine(line, { asOf: tx.now.getTime(), houses: await houseWords(tx, caller), months });
        if ('faults' in read) return read.faults.map(shownFault);
        await this.takeOver(tx, caller, read.row);
        if (dryRun) throw new TakenBack();
        return [];
      });
    } catch (error) {
      if (error instanceof TakenBack) return [];
      if (error instanceof Failure)
        return [{ line: line.line, column: columnOf(error.field), code: error.code, values: error.values }];
      if (error instanceof InvalidInput)
        return error.faults.map(({ field, code, values }) => ({
          line: line.line,
          column: columnOf(field),
          code,
          values: values ?? {},
        }));
      throw error;
    }
  }

  private async takeOver(tx: CallerTransaction, caller: StaffCaller, row: RegisterRow): Promise<void> {
    const store = tx.of(ConsentStore);
    const caseId = await store.findCaseByNumber(row.caseNumber);
    if (caseId === undefined) throw new Failure('REGISTER_CASE', 'case', { number: row.caseNumber });
    const signers = new Set<string>();
    for (const written of row.signers) signers.add(await this.signers.find(tx, caller, written));
    const { from, to, categories, purposes } = row;
    const id = await this.drafts.draftIn(
      tx,
      { caller, caseId, notice: PAPER_NOTICE },
      {
        scope: { from, to, categories, purposes },
        situations: SITUATIONS,
        form: 'none',
        validFrom: new Date(row.validFrom),
        validUntil: new Date(row.validUntil),
        apart: false,
        why: '',
      },
    );
    const { asked } = await this.drafts.offerIn(tx, { id, expectedVersion: 1 });
    const lacking = asked.filter((personId) => !signers.has(personId));
    if (lacking.length > 0) throw new Failure('REGISTER_NAMES', 'signers', { count: lacking.length });
    if (signers.size > asked.length) throw new Failure('NAME_NOT_NEEDED', 'signers');
    for (const personId of asked) {
      await signConsent(tx, {
        consentId: id,
        personId,
        method: 'paper',
        language: 'sv',
        noticeVersion: null,
        refusals: NO_REFUSALS,
        receivedBy: caller.staffId,
      });
      await this.note(tx, { id, personId, row });
    }
  }

  /** What the name stands on: the paper itself stays where it is kept. */
  private async note(tx: CallerTransaction, of: { id: string; personId: string; row: RegisterRow }): Promise<void> {
    const consent = await tx.of(ConsentStore).find(of.id);
    if (!consent) throw new Error('the consent that was just drafted is not there');
    const evidenceId = tx.newId();
    const said = JSON.stringify({ signedOn: of.row.signedOn, kept: of.row.kept, line: of.row.line });
    const keyPersonId = consent.record.person;
    const sealed = await this.seal.evidence(tx, { personId: keyPersonId, row: evidenceId }, Buffer.from(said, 'utf8'));
    await tx.of(ConsentStore).addEvidence({
      id: evidenceId,
      consentId: of.id,
      signerId: of.personId,
      kind: 'paper',
      mediaType: 'application/json',
      keyPersonId,
      ...sealed,
    });
  }
}

/** Thrown at the end of a dry run: the transaction is taken back with everything in it. */
class TakenBack extends Error {}

const linesOf = (table: RegisterTable): RegisterLine[] =>
  table.lines.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      Object.entries(REGISTER_COLUMNS).map(([column, heading]) => [column, cells[heading] ?? '']),
    ) as RegisterLine['cells'],
  }));

async function houseWords(tx: CallerTransaction, caller: StaffCaller): Promise<HouseWords> {
  const houses = (await tx.of(ConsentStore).findHouses(caller.municipalityId)).filter(({ ended }) => !ended);
  return new Map(houses.flatMap(({ house, name }) => [[house, house] as const, [name.toLowerCase(), house] as const]));
}

const FAULT_CODES: Readonly<Record<RegisterFault['code'], string>> = {
  missing: 'REQUIRED',
  unknown: 'REGISTER_WORD',
  'not-a-date': 'REGISTER_DATE',
  'in-future': 'SIGNED_IN_FUTURE',
  'too-long': 'CONSENT_TOO_LONG',
  'over-already': 'CONSENT_OVER_ALREADY',
};

const shownFault = ({ line, column, code, word }: RegisterFault): LineFault => ({
  line,
  column: REGISTER_COLUMNS[column],
  code: FAULT_CODES[code],
  values: word === undefined ? {} : { word },
});

/** A draft's own field names mean columns here. */
const FIELD_COLUMNS: Readonly<Record<string, RegisterColumn>> = { validUntil: 'until' };

function columnOf(field: string | null): string | null {
  if (field === null) return null;
  const column = FIELD_COLUMNS[field] ?? field;
  return column in REGISTER_COLUMNS ? REGISTER_COLUMNS[column as RegisterColumn] : null;
}
