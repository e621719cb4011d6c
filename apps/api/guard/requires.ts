import { SetMetadata } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import type { FamilyRequirement } from './family-door.js';

export const REQUIRES = 'samnav:requires';
export const PUBLIC = 'samnav:public';

/**
 * What the caller's role must be able to do. `'signed-in'` asks only for a session with a membership in force; `'family'`
 * and `'family-door'` ask for a family's browser, which no member of staff has.
 */
export const Requires = (capability: Capability | 'signed-in' | FamilyRequirement) => SetMetadata(REQUIRES, capability);

/** Open to anyone, signed in or not. Say why beside every use. */
export const Public = () => SetMetadata(PUBLIC, true);
