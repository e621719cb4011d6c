/** A town's sketch and its words for what is seen at places, as its file under config/towns has them. */
import { z } from 'zod';

const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const named = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });
const term = z.strictObject({ id: word, name: named });
const points = z
  .string()
  .regex(/^\d{1,4},\d{1,4}( \d{1,4},\d{1,4}){1,60}$/, 'must be corners written x,y with spaces between');

const sketch = z.strictObject({
  width: z.int().min(100).max(4000),
  height: z.int().min(100).max(4000),
  districts: z.array(z.strictObject({ slug: word, name: z.string().min(1), outline: points })).min(1),
  lines: z.array(z.strictObject({ kind: z.enum(['water', 'railway', 'road']), name: z.string().min(1), points })),
  places: z
    .array(
      z.strictObject({
        slug: word,
        name: z.string().min(1).max(40),
        district: word,
        x: z.int().min(0),
        y: z.int().min(0),
        also: z.array(z.string().min(1)).optional(),
      }),
    )
    .min(1)
    .max(80),
});

export const area = z.strictObject({
  sketch: sketch.optional(),
  terms: z
    .strictObject({
      phenomena: z.array(term).min(1).max(30).optional(),
      bands: z.array(term).min(1).max(12).optional(),
    })
    .optional(),
});

interface AreaFault {
  readonly path: (string | number)[];
  readonly fault: string;
}

/** What the parts of a sketch must have in common. */
export function areaFaults(read: z.infer<typeof area> | undefined): readonly AreaFault[] {
  const shown = read?.sketch;
  if (!shown) return [];
  const districts = new Set(shown.districts.map(({ slug }) => slug));
  return shown.places.flatMap((place, index): AreaFault[] => {
    const path = ['sketch', 'places', index];
    if (!districts.has(place.district))
      return [{ path: [...path, 'district'], fault: `no district ${place.district} is on the sketch` }];
    if (place.x > shown.width || place.y > shown.height) return [{ path, fault: 'lies outside the sketch' }];
    if (shown.places.findIndex(({ slug }) => slug === place.slug) !== index)
      return [{ path: [...path, 'slug'], fault: `two places are called ${place.slug}` }];
    return [];
  });
}
