import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { FormFaults } from './form-faults.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore } from './organisation.port.js';
import { recordChange } from './record-change.js';
import { StandingArrangements, type HubSlotFacts } from './standing-arrangements.port.js';

export interface NewHubSlots {
  readonly branchId: string;
  readonly weekdays: readonly number[];
  readonly startsLocal: string;
  readonly minutes: number;
  readonly videoUrl: string | null;
}

/** The times at which a house's hub stands ready every week [S0]; a hub that is convened already keeps its own time. */
@Injectable()
export class KeepHubSlots {
  constructor(private readonly asCaller: AsCaller) {}

  list(caller: StaffCaller): Promise<HubSlotFacts[]> {
    return this.asCaller.run(caller, async (tx) => {
      const slots = await tx.of(StandingArrangements).findSlots(caller.municipalityId);
      return slots.filter((slot) => mayKeep(caller, slot.branchId));
    });
  }

  add(caller: StaffCaller, input: NewHubSlots): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      const { branches } = await partiesOf(tx, caller.municipalityId);
      const faults = new FormFaults();
      if (!branches.some((one) => one.id === input.branchId && one.endedAt === null))
        faults.add('branchId', 'CHOOSE_ONE');
      const weekdays = [...new Set(input.weekdays)];
      if (weekdays.length === 0 || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
        faults.add('weekdays', 'CHOOSE_DAYS');
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(input.startsLocal)) faults.add('startsLocal', 'CLOCK_FORM');
      const videoUrl = checkLengthAndVideo(faults, input);
      faults.tell();
      if (!mayKeep(caller, input.branchId)) throw new Failure('NOT_YOUR_HOUSE', 'branchId');
      const there = await tx.of(StandingArrangements).findSlots(caller.municipalityId);
      const clash = there.find(
        (slot) =>
          slot.branchId === input.branchId && weekdays.includes(slot.weekday) && slot.startsLocal === input.startsLocal,
      );
      if (clash) throw new Failure('SLOT_TAKEN', 'startsLocal');
      for (const weekday of weekdays) {
        const id = tx.newId();
        await tx.of(OrganisationStore).addHubSlot({
          id,
          municipalityId: caller.municipalityId,
          branchId: input.branchId,
          weekday,
          startsLocal: input.startsLocal,
          minutes: input.minutes,
          videoUrl,
        });
        await recordChange(tx, { slotId: id, branchId: input.branchId, slot: 'added' });
      }
      return weekdays.length;
    });
  }

  /** Fails as CONFLICT when somebody else has changed it since that version. */
  change(
    caller: StaffCaller,
    { id, version }: Pick<HubSlotFacts, 'id' | 'version'>,
    input: { readonly minutes: number; readonly videoUrl: string | null },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const slot = await own(tx, caller, id);
      const faults = new FormFaults();
      const videoUrl = checkLengthAndVideo(faults, input);
      faults.tell();
      const to = { minutes: input.minutes, videoUrl };
      if (!(await tx.of(StandingArrangements).changeSlot(id, version, to))) throw new Failure('CONFLICT');
      await recordChange(tx, { slotId: id, branchId: slot.branchId, slot: 'changed' });
    });
  }

  remove(caller: StaffCaller, id: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const slot = await own(tx, caller, id);
      await tx.of(StandingArrangements).removeSlot(id);
      await recordChange(tx, { slotId: id, branchId: slot.branchId, slot: 'removed' });
    });
  }
}

const mayKeep = (caller: StaffCaller, branchId: string): boolean =>
  caller.role === 'administrator' || caller.branchId === branchId;

async function own(tx: CallerTransaction, caller: StaffCaller, id: string): Promise<HubSlotFacts> {
  const slots = await tx.of(StandingArrangements).findSlots(caller.municipalityId);
  const slot = slots.find((one) => one.id === id && mayKeep(caller, one.branchId));
  if (!slot) throw notFound();
  return slot;
}

function checkLengthAndVideo(
  faults: FormFaults,
  input: { readonly minutes: number; readonly videoUrl: string | null },
): string | null {
  if (!Number.isInteger(input.minutes) || input.minutes < 5 || input.minutes > 240)
    faults.add('minutes', 'BETWEEN', { least: 5, most: 240 });
  const videoUrl = faults.optionalWords('videoUrl', input.videoUrl, 500);
  if (videoUrl !== null && !/^https:\/\/[^\s/]+\.[^\s]+$/.test(videoUrl)) faults.add('videoUrl', 'HTTPS_FORM');
  return videoUrl;
}
