import { Query, Resolver } from '@nestjs/graphql';
import { ReadFamilyDraftKey } from '#use-cases/family/read-family-draft-key.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentFamily } from './current-family.js';

/** By which a family's own words lie sealed in their tab as long as their session lasts. */
@Resolver()
export class FamilyDraftKeyResolver {
  constructor(private readonly key: ReadFamilyDraftKey) {}

  @Requires('family')
  @Query(() => String, {
    description:
      'The key of what is being written in this session: 32 bytes for AES-256-GCM, as base64. It opens nothing that is kept here.',
  })
  familyDraftKey(@CurrentFamily() caller: FamilyCaller): string {
    return this.key.run(caller).toString('base64');
  }
}
