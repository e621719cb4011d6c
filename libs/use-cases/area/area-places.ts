import { Injectable } from '@nestjs/common';
import { placeNames } from '#domain/area/sketch.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { AreaStore } from './area.port.js';

/** The names of places here, so that a page that looks for people while one types does not take a place for one. */
@Injectable()
export class AreaPlaces {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller): Promise<readonly string[]> {
    return this.asCaller.read(caller, async (tx) => {
      const { sketch } = await tx.of(AreaStore).getSettings(caller.municipalityId);
      return sketch ? placeNames(sketch) : [];
    });
  }
}
