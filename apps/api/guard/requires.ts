import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Capability } from '#domain/organisation/capability.js';
import type { FamilyRequirement } from './family-door.js';

export const REQUIRES = 'samnav:requires';
/** Milliseconds. */
export const PROVED_WITHIN = 'samnav:proved-within';
/** A session alone is enough. */
export const EVEN_WITHOUT_POST = 'samnav:even-without-post';
export const PUBLIC = 'samnav:public';

/**
 * What the caller's role must be able to do. `'signed-in'` asks only for a session with a membership in force; `'family'`
 * and `'family-door'` ask for a family's browser, which no member of staff has. `provedWithin` is for an act that is hard to
 * undo: how many milliseconds ago the caller may at most have shown the identity provider who they are (ASVS 7.5.3).
 * `evenWithoutPost` lets whoever's post has ended choose another.
 */
export const Requires = (
  capability: Capability | 'signed-in' | FamilyRequirement,
  { provedWithin, evenWithoutPost }: { readonly provedWithin?: number; readonly evenWithoutPost?: boolean } = {},
) =>
  applyDecorators(
    SetMetadata(REQUIRES, capability),
    ...(provedWithin === undefined ? [] : [SetMetadata(PROVED_WITHIN, provedWithin)]),
    ...(evenWithoutPost ? [SetMetadata(EVEN_WITHOUT_POST, true)] : []),
  );

/** Open to anyone, signed in or not. Say why beside every use. */
export const Public = () => SetMetadata(PUBLIC, true);
