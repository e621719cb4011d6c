import { Injectable } from '@nestjs/common';
import { HOUSE_KINDS } from '#domain/disclosure/vocabulary.js';
import { slugOfName } from '#domain/organisation/slug-of-name.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { FormFaults } from './form-faults.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore } from './organisation.port.js';
import type { PartyLevel } from './parties.port.js';
import { namesElsewhere } from './require-own-houses.js';
import { recordChange } from './record-change.js';

export interface NewParty {
  readonly level: PartyLevel;
  /** The authority of a branch, the branch of a unit; null for an authority. */
  readonly withinId: string | null;
  readonly name: string;
  /** What kind of authority or unit; a branch has none of its own. */
  readonly kind: string | null;
  readonly answersHub: boolean;
}

export const MOST_NAME = 120;

/** A new authority, independent branch or unit in the administrator's own municipality. */
@Injectable()
export class AddParty {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, input: NewParty): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const { authorities, branches, units } = await partiesOf(tx, caller.municipalityId);
      const faults = new FormFaults();
      const name = faults.words('name', input.name, MOST_NAME);
      const store = tx.of(OrganisationStore);
      const { municipalityId } = caller;
      const id = tx.newId();
      const kind = input.kind?.trim() ?? '';
      const slugBeside = (
        siblings: readonly { readonly slug: string; readonly name: string }[],
        elsewhere: readonly string[] = [],
      ): string => {
        if (siblings.some((one) => one.name.toLowerCase() === name.toLowerCase())) faults.add('name', 'NAME_TAKEN');
        return slugOfName(name, [...siblings.map((one) => one.slug), ...elsewhere]);
      };
      if (input.level === 'authority') {
        if (!(HOUSE_KINDS as readonly string[]).includes(kind)) faults.add('kind', 'CHOOSE_ONE');
        const slug = slugBeside(authorities);
        faults.tell();
        await store.addAuthority({ id, municipalityId, slug, kind, name });
      } else if (input.level === 'branch') {
        const within = authorities.find((one) => one.id === input.withinId && one.endedAt === null);
        if (!within) faults.add('withinId', 'CHOOSE_ONE');
        // Other towns’ houses too: what they are called is theirs.
        const slug = slugBeside(
          branches.filter((one) => one.authorityId === input.withinId),
          within ? await namesElsewhere(tx, municipalityId, within.slug) : [],
        );
        faults.tell();
        await store.addBranch({ id, municipalityId, authorityId: input.withinId ?? '', slug, name });
      } else {
        const within = branches.find((one) => one.id === input.withinId && one.endedAt === null);
        if (!within) faults.add('withinId', 'CHOOSE_ONE');
        if (kind === '') faults.add('kind', 'CHOOSE_ONE');
        const slug = slugBeside(units.filter((one) => one.branchId === input.withinId));
        faults.tell();
        const branchId = input.withinId ?? '';
        await store.addUnit({ id, municipalityId, branchId, slug, name, kind, answersHub: input.answersHub });
      }
      await recordChange(tx, { [`${input.level}Id`]: id, party: 'added' });
      return { id };
    });
  }
}
