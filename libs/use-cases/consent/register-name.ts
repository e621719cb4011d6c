import { Injectable } from '@nestjs/common';
import type { Refusals } from '#domain/consent/consent.js';
import { LONGEST_NAME, LONGEST_SAID, oralFaults, type OralFault } from '#domain/consent/oral-record.js';
import { decideScan, LARGEST_SCAN, type ScanDecision } from '#domain/consent/scan.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { ConsentStore } from './consent.port.js';
import { noticesOf } from './consent-notice.js';
import { requireConsent } from './consent-step.js';
import { signConsent, type NameGiven } from './sign-consent.js';
import { narrowConsent, withdrawConsent, type Withdrawn } from './withdraw-consent.js';

export interface NameReceived {
  readonly consentId: string;
  readonly personId: string;
  readonly refusals: Refusals;
  /** BCP 47 of the text that was read. */
  readonly language: string;
  /** Version of that text; null where there is only one that it can have been. */
  readonly noticeVersion: string | null;
}

export interface OralWritten {
  readonly at: Date;
  readonly how: string;
  readonly witness: string;
  readonly interpreter: string;
  readonly said: string;
}

export interface ToldChange {
  readonly consentId: string;
  readonly personId: string;
  /** Null takes everything back; otherwise what is taken away. */
  readonly refusals: Refusals | null;
  /** How it came and what was said. */
  readonly said: string;
}

/**
 * Names that came on paper or were spoken, and what somebody takes back by telephone: written by the official who received
 * it, with what it stands on sealed beside it. A withdrawal never waits for a form (OSL 12:2; JO).
 */
@Injectable()
export class RegisterName {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  onPaper(caller: StaffCaller, name: NameReceived, scan: Buffer): Promise<NameGiven> {
    const decision = decideScan(scan);
    if (decision.outcome === 'refused') throw new Failure(SCAN_CODES[decision.code], 'scan', { most: MEGABYTES });
    return this.asCaller.run(caller, async (tx) => {
      const noticeVersion = await noticeOf(tx, name);
      const given = await signConsent(tx, { ...name, noticeVersion, method: 'paper', receivedBy: caller.staffId });
      await this.keep(tx, name, { kind: 'paper', mediaType: decision.mediaType, bytes: scan });
      return given;
    });
  }

  spoken(caller: StaffCaller, name: NameReceived, oral: OralWritten): Promise<NameGiven> {
    return this.asCaller.run(caller, async (tx) => {
      const record = { ...oral, at: oral.at.getTime() };
      const faults = oralFaults(record, tx.now.getTime()).map(oralFault);
      if (faults.length > 0) throw new InvalidInput(faults);
      const noticeVersion = await noticeOf(tx, name);
      const given = await signConsent(tx, { ...name, noticeVersion, method: 'oral', receivedBy: caller.staffId });
      await this.keep(tx, name, protocol({ ...oral, at: oral.at.toISOString() }));
      return given;
    });
  }

  /** The same answer however often it is said. */
  told(caller: StaffCaller, change: ToldChange): Promise<Withdrawn> {
    const { consentId, personId, refusals, said } = change;
    if (said.length > LONGEST_SAID)
      throw new InvalidInput([{ field: 'said', code: 'TOO_LONG', values: { most: LONGEST_SAID } }]);
    return this.asCaller.run(caller, async (tx) => {
      const done = refusals
        ? { state: await narrowConsent(tx, { consentId, personId, refusals }), at: tx.now, already: false }
        : await withdrawConsent(tx, { consentId, personId });
      if (!done.already && said.trim() !== '')
        await this.keep(tx, { consentId, personId }, protocol({ said: said.trim(), at: tx.now.toISOString() }));
      return done;
    });
  }

  /** What a name stands on, unaltered, sealed with the key of the person whom the consent is about. */
  private async keep(
    tx: CallerTransaction,
    of: Pick<NameReceived, 'consentId' | 'personId'>,
    what: { readonly kind: 'paper' | 'oral'; readonly mediaType: string; readonly bytes: Buffer },
  ): Promise<void> {
    const { record } = await requireConsent(tx, of.consentId);
    const id = tx.newId();
    const sealed = await this.seal.evidence(tx, { personId: record.person, row: id }, what.bytes);
    await tx.of(ConsentStore).addEvidence({
      id,
      consentId: of.consentId,
      signerId: of.personId,
      kind: what.kind,
      mediaType: what.mediaType,
      keyPersonId: record.person,
      ...sealed,
    });
  }
}

/** Where the text has changed since it was put before the family, whoever received the name says which one was read. */
async function noticeOf(tx: CallerTransaction, { consentId, noticeVersion }: NameReceived): Promise<string> {
  const { notice } = await requireConsent(tx, consentId);
  const possible = noticesOf(notice);
  const [only, other] = possible;
  if (noticeVersion === null) {
    if (only === undefined || other !== undefined) throw new Failure('NOTICE_TO_CHOOSE', 'noticeVersion');
    return only;
  }
  if (!possible.includes(noticeVersion)) throw new Failure('NOTICE_UNKNOWN', 'noticeVersion');
  return noticeVersion;
}

const MEGABYTES = LARGEST_SCAN / 1024 / 1024;

const protocol = (said: object) =>
  ({ kind: 'oral', mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(said), 'utf8') }) as const;

type Refused = Extract<ScanDecision, { outcome: 'refused' }>['code'];

const SCAN_CODES: Readonly<Record<Refused, string>> = {
  empty: 'SCAN_MISSING',
  'too-large': 'SCAN_TOO_LARGE',
  'unknown-type': 'SCAN_TYPE',
};

function oralFault({ field, code }: OralFault): FieldFault {
  if (code === 'too-long')
    return { field, code: 'TOO_LONG', values: { most: field === 'said' ? LONGEST_SAID : LONGEST_NAME } };
  return { field, code: code === 'in-future' ? 'SAID_IN_FUTURE' : field === 'how' ? 'CHOOSE_ONE' : 'REQUIRED' };
}
