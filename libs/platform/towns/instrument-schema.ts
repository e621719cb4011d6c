/** The shape of a town's own instrument in its file; what it means is judged by the domain. */
import { z } from 'zod';

const named = z.strictObject({ sv: z.string().max(300), en: z.string().max(300) });

export const instrument = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens')
    .max(100),
  version: z.int().min(1),
  label: named.refine(({ sv, en }) => sv.trim() !== '' && en.trim() !== '', 'must be written in both languages'),
  source: z.string().min(1),
  factors: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        kind: z.enum(['risk', 'protective', 'either']),
        about: z.enum(['child', 'family', 'surroundings']),
        label: named,
      }),
    )
    .max(100),
});
