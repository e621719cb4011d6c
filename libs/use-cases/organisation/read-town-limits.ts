import { Injectable } from '@nestjs/common';
import { consentTermOf, type ConsentTerm, type TermSettings } from '#domain/consent/consent-term.js';
import { childSignsFromOf, limitsOf, type KeptLimits, type Limit } from '#domain/disclosure/town-limits.js';
import { FORMS, type Form } from '#domain/disclosure/vocabulary.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { partiesOf } from './list-parties.js';

export interface ConsentTermShown extends ConsentTerm {
  /** Null for every form that has none of its own. */
  readonly form: Form | null;
}

export interface TownLimitsShown {
  readonly grounds: readonly Limit[];
  readonly childSigns: ReturnType<typeof childSignsFromOf>;
  readonly consents: readonly ConsentTermShown[];
}

/** What is switched off or narrowed in the caller's municipality, why and since when; it is changed by the town's file. */
@Injectable()
export class ReadTownLimits {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller): Promise<TownLimitsShown> {
    return this.asCaller.run(caller, async (tx) => {
      const { settings } = (await partiesOf(tx, caller.municipalityId)).municipality;
      return {
        grounds: limitsOf(settings as KeptLimits),
        childSigns: childSignsFromOf(settings as KeptLimits),
        consents: termsOf(settings as TermSettings),
      };
    });
  }
}

function termsOf(settings: TermSettings): readonly ConsentTermShown[] {
  const town = consentTermOf(settings, 'none');
  const own = FORMS.flatMap((form): ConsentTermShown[] => {
    const term = consentTermOf(settings, form);
    return term.months === town.months && term.reason === town.reason ? [] : [{ form, ...term }];
  });
  return [{ form: null, ...town }, ...own];
}
