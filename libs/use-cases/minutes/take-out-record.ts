import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import { Failure } from '../failure.js';
import type { StaffCaller } from '../gate/caller.js';
import { ExportGate, type ItemDecided } from '../gate/open-export.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { MeetingCopy } from './meeting-copy.js';
import { MinutesStore } from './minutes.port.js';
import { ReadMeeting } from './read-meeting.js';
import { groundOfSeat, requireMeeting } from './require-meeting.js';

type RecordForm = 'pdf' | 'json';

/** A thing that the file would hold, and what the rule says of it. */
export type ThingInRecord = ItemDecided;

/**
 * An agency's own record of a meeting, taken out to its own files: no one types it twice. It holds what the gate lets this
 * reader have and nothing else, is looked at before it leaves, and stands in the ledger when it has (OSL 5:1, 26:1).
 */
@Injectable()
export class TakeOutRecord {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly read: ReadMeeting,
    private readonly gate: ExportGate,
  ) {}

  /** What the file would hold, thing by thing, without opening any. */
  async preview(caller: StaffCaller, hubId: string): Promise<readonly ThingInRecord[]> {
    const { sealed, caseId, asOf } = await this.read.sealed(caller, { hubId, version: null });
    return this.gate.decideItems({ caller, asOf, caseId, hubId, form: 'preview' }, sealed);
  }

  async run(caller: StaffCaller, hubId: string, form: RecordForm): Promise<MeetingCopy> {
    // Asked before anything is opened: the ledger says of nothing that it left which did not.
    await this.asCaller.run(caller, (tx) => requireRecord(tx, hubId));
    const copy = await this.read.run(caller, { hubId, version: null }, 'export');
    await this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, hubId);
      await tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'release',
          ground: copy.own ? 'internal' : await groundOfSeat(tx, hubId, caller),
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId, form, version: copy.version, lines: copy.lines.length, decisions: copy.decisions.length },
        },
      ]);
    });
    return copy;
  }
}

async function requireRecord(tx: CallerTransaction, hubId: string): Promise<void> {
  const hub = await requireMeeting(tx, hubId);
  if (hub.state !== 'closed') throw new Failure('MEETING_NOT_HELD');
  if (!(await tx.of(MinutesStore).findRecord(hubId))) throw new Failure('DIARY_NUMBER_FIRST');
}
