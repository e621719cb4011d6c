import { Injectable } from '@nestjs/common';
import { decideAreaSettings, type AreaSettingsDecision, type AreaSettingsWritten } from '#domain/area/area-settings.js';
import { BUILT_IN_TERMS, type Phenomenon } from '#domain/area/area-terms.js';
import { placeNames, type Sketch } from '#domain/area/sketch.js';
import { findPersons } from '#domain/finding/find-persons.js';
import { calendarDate } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { recordChange } from '../organisation/record-change.js';
import { AreaStore } from './area.port.js';

export interface KeptAreaSettings {
  readonly phenomena: readonly Phenomenon[];
  /** Null where the town has drawn none. */
  readonly sketch: Sketch | null;
  /** 0: as the town's file has it. */
  readonly version: number;
}

/**
 * A municipality's own words and places for its groups about places, kept by its administrators beside the town's file and before
 * it. Whoever writes sees the map as it would be before anything is kept; a place is named as nobody is.
 */
@Injectable()
export class KeepAreaSettings {
  constructor(private readonly asCaller: AsCaller) {}

  read(caller: StaffCaller): Promise<KeptAreaSettings> {
    return this.asCaller.read(caller, (tx) => kept(tx, caller));
  }

  /** As it would be. Fails by the field, as PHENOMENON_MISSING, NAMED_TWICE, OUTSIDE_SKETCH, POINTS_AT_A_PERSON … */
  preview(caller: StaffCaller, written: AreaSettingsWritten): Promise<KeptAreaSettings> {
    return this.asCaller.read(caller, async (tx) => {
      const now = await kept(tx, caller);
      const { phenomena, places } = settle(tx, now, written);
      return { ...now, phenomena, sketch: now.sketch && { ...now.sketch, places } };
    });
  }

  /** Fails as CHANGED_MEANWHILE when somebody else was first. */
  save(caller: StaffCaller, written: AreaSettingsWritten, version: number): Promise<KeptAreaSettings> {
    return this.asCaller.run(caller, async (tx) => {
      const { phenomena, places } = settle(tx, await kept(tx, caller), written);
      if (!(await tx.of(AreaStore).putOwn({ phenomena, places, version: version + 1 }, version)))
        throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { setting: 'area', phenomena: phenomena.length, places: places.length });
      return kept(tx, caller);
    });
  }
}

async function kept(tx: CallerTransaction, caller: StaffCaller): Promise<KeptAreaSettings> {
  const { terms, sketch, version } = await tx.of(AreaStore).getSettings(caller.municipalityId);
  return { phenomena: terms?.phenomena ?? BUILT_IN_TERMS.phenomena, sketch, version };
}

type Settled = Extract<AreaSettingsDecision, { outcome: 'settled' }>;

function settle(tx: CallerTransaction, now: KeptAreaSettings, written: AreaSettingsWritten): Settled {
  const decision = decideAreaSettings(written, now);
  if (decision.outcome === 'refused') throw new InvalidInput(decision.faults);
  const pointing = personFaults(tx, now, written);
  if (pointing.length > 0) throw new InvalidInput(pointing);
  return decision;
}

/** “Hos Sara Lindgren” is a home and no place of the town's (OSL 26:1). */
function personFaults(
  tx: CallerTransaction,
  { sketch }: KeptAreaSettings,
  { phenomena, places }: AreaSettingsWritten,
): FieldFault[] {
  const context = {
    today: { year: calendarDate(civilDayOf(tx.now.getTime())).year },
    places: sketch ? placeNames(sketch) : [],
  };
  const fault = (field: string, text: string): FieldFault[] => {
    const found = findPersons(text, context).find(({ severity }) => severity === 'points');
    return found ? [{ field, code: 'POINTS_AT_A_PERSON', values: { words: found.text } }] : [];
  };
  return [
    ...phenomena.flatMap(({ sv }, at) => fault(`phenomena.${at}.sv`, sv)),
    ...places.flatMap(({ name }, at) => fault(`places.${at}.name`, name)),
  ];
}
