import { Injectable } from '@nestjs/common';
import { readContacts, readFamilyOffice, type FamilyContact } from '#domain/family/contacts.js';
import { linkDays } from '#domain/family/family-link.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { partiesOf } from './list-parties.js';
import { PartyStore } from './parties.port.js';
import { recordChange } from './record-change.js';

/** What a municipality has settled about the page that families meet. */
export interface FamilyPage {
  /** Whether families see who in the staff has read something, or the house alone. */
  readonly namesStaff: boolean;
  readonly office: string | null;
  readonly linkDays: number;
  readonly contacts: readonly FamilyContact[];
}

/** The family's page as the municipality has set it; whom families call is written in the municipality's own file. */
@Injectable()
export class KeepFamilyPage {
  constructor(private readonly asCaller: AsCaller) {}

  read(caller: StaffCaller): Promise<FamilyPage> {
    return this.asCaller.run(caller, async (tx) => {
      const { settings } = (await partiesOf(tx, caller.municipalityId)).municipality;
      const family = settings['family'] as { linkDays?: unknown } | undefined;
      return {
        namesStaff: settings['extractNamesStaff'] === true,
        office: readFamilyOffice(settings),
        linkDays: linkDays(family?.linkDays),
        contacts: readContacts(settings),
      };
    });
  }

  async nameStaff(caller: StaffCaller, isNamed: boolean): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const { settings } = (await partiesOf(tx, caller.municipalityId)).municipality;
      if ((settings['extractNamesStaff'] === true) === isNamed) return;
      await tx.of(PartyStore).settleExtract(caller.municipalityId, isNamed);
      await recordChange(tx, { setting: 'extractNamesStaff', before: !isNamed, after: isNamed });
    });
  }
}
