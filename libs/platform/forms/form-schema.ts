/** The shape of a form's file and of a town's own way of running it; what it means is judged by the domain. */
import { z } from 'zod';
import {
  FORM_DOCUMENTS,
  GROUND_KINDS,
  FORM_LEVELS,
  REQUIREMENTS,
  STEP_DEADLINES,
  STEP_DEEDS,
} from '#domain/form/form.js';
import { FORMS, HOUSE_KINDS, PERSON_KINDS, PHASES } from '#domain/disclosure/vocabulary.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const named = z.strictObject({ sv: z.string().min(1).max(300), en: z.string().min(1).max(300) });
const span = z.strictObject({ from: z.int().min(0).max(1_000), to: z.int().min(0).max(1_000) });
const count = z.int().min(1).max(1_000);
const houses = z.array(z.enum(HOUSE_KINDS));
const parties = z.array(z.enum([...HOUSE_KINDS, ...PERSON_KINDS]));

const rule = z
  .union([
    z.strictObject({
      elapsed: z.strictObject({ hours: z.number().positive().optional(), minutes: z.number().positive().optional() }),
    }),
    z.strictObject({ days: count }),
    z.strictObject({ workdays: count }),
    z.strictObject({ weeks: count }),
    z.strictObject({ months: count }),
    z.strictObject({ years: count }),
  ])
  .transform((written, context) => {
    const read = parseDeadlineRule(written);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: read.error.sentence });
    return z.NEVER;
  });

export const slotSchema = z.strictObject({
  weekday: z.int().min(1, 'weekdays count from 1 (Monday)').max(7, 'weekdays count to 7 (Sunday)'),
  startsLocal: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time written HH:MM')
    .optional(),
  everyWeeks: z.int().min(1).max(52),
  firstOn: z.iso.date('must be a date written YYYY-MM-DD').optional(),
});

const document = z.enum(FORM_DOCUMENTS);
const documents = z.array(z.strictObject({ document, name: named }));

const step = z.strictObject({
  step: slug,
  name: named,
  does: z.enum(STEP_DEEDS),
  requires: z.array(z.enum(REQUIREMENTS)),
  confirms: z
    .array(z.strictObject({ condition: slug, name: named }))
    .min(1)
    .optional(),
  signers: parties.min(1).optional(),
  within: rule.optional(),
  owed: z.enum(STEP_DEADLINES).optional(),
  document: document.optional(),
  optional: z.boolean().optional(),
  repeats: z.boolean().optional(),
});

const meeting = z.strictObject({
  meeting: slug,
  name: named,
  online: z.boolean(),
  agenda: z.array(
    z.strictObject({
      point: named,
      minutes: z.int().min(1).max(480),
      with: z.enum(['professionals', 'everyone']),
    }),
  ),
});

/** One file under config/forms. */
export const formSchema = z.strictObject({
  $schema: z.string().optional(),
  kind: slug,
  name: named,
  about: named,
  form: z.enum(FORMS),
  level: z.enum(FORM_LEVELS),
  ages: span.nullable(),
  ground: z.strictObject({ kind: z.enum(GROUND_KINDS), source: z.string().min(1) }),
  phase: z.enum(PHASES),
  variant: z.boolean().optional(),
  guarded: z.boolean().optional(),
  agreement: z.boolean(),
  parties: z.strictObject({ must: z.array(houses), may: parties }),
  size: span.nullable(),
  capacity: z.int().nullable(),
  cadence: z.strictObject({ every: rule, limit: rule, slot: slotSchema.optional() }).nullable(),
  monitoring: rule.optional(),
  becomes: z.array(slug).min(1).optional(),
  months: span.nullable(),
  meetings: z.array(meeting),
  steps: z.array(step).min(1),
  documents,
  source: z.string().min(1),
});

/** What a town may set otherwise, in its own file or by an administrator. */
export const adjustmentFields = {
  kind: slug.optional(),
  name: named.optional(),
  ages: span.refine((a) => a.to >= a.from, 'to must not be below from').optional(),
  atOnce: span.optional(),
  months: span.optional(),
  meetings: z
    .strictObject({
      every: rule.optional(),
      limit: rule.optional(),
      atMostWeeksApart: z.int().min(1).max(52).optional(),
      slot: slotSchema.optional(),
      preMeetingMinutes: z.int().min(0).max(240).optional(),
      kinds: z.array(meeting).max(12).optional(),
    })
    .optional(),
  parties: z.strictObject({ must: z.array(houses).min(1).optional(), may: parties.optional() }).optional(),
  steps: z
    .strictObject({
      names: z.record(slug, named).optional(),
      without: z.array(slug).optional(),
      changed: z
        .record(
          slug,
          z.strictObject({
            requires: z.array(z.enum(REQUIREMENTS)).optional(),
            within: rule.nullable().optional(),
            document: document.nullable().optional(),
            optional: z.boolean().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  documents: documents.optional(),
};

/** For editors, as `config/schemas/form.schema.json` keeps it. */
export const formJsonSchema = (): unknown =>
  JSON.parse(JSON.stringify(z.toJSONSchema(formSchema, { io: 'input', unrepresentable: 'any' })));
