import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseDeadlineRules } from '#domain/deadline/built-in-deadlines.js';
import { CONTACT_ROLES } from '#domain/family/contacts.js';
import { LONGEST_LINK_DAYS } from '#domain/family/family-link.js';
import { limitFaults } from '#domain/disclosure/town-limits.js';
import { FORMS, HOUSE_KINDS } from '#domain/disclosure/vocabulary.js';
import { WEEKDAYS } from '#domain/kernel/civil-day.js';
import { ownInstrumentFaults } from '#domain/report/own-instruments.js';
import { areaFaults, area } from './area-schema.js';
import { instrument } from './instrument-schema.js';
import { childSignsFrom, consentMonths, disclosure } from './limits-schema.js';
import { adjustForm } from '#domain/form/adjust-form.js';
import { adjustmentFaults } from '#domain/form/adjustment-faults.js';
import { formFaults } from '#domain/form/form-faults.js';
import { adjustmentFields } from '../forms/form-schema.js';
import { readForms } from '../forms/read-forms.js';
import type { TownDefinition } from '#use-cases/organisation/town-definition.js';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const day = z.iso.date('must be a date written YYYY-MM-DD');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time written HH:MM');
const weekday = z.int().min(1, 'weekdays count from 1 (Monday)').max(7, 'weekdays count to 7 (Sunday)');
const house = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be written authority/branch');

const unit = z.strictObject({
  slug,
  name: z.string().min(1),
  kind: z.string().min(1),
  answersHub: z.boolean().optional(),
});
const branch = z.strictObject({ slug, name: z.string().min(1), units: z.array(unit).min(1) });
const authority = z.strictObject({
  slug,
  kind: z.enum(HOUSE_KINDS),
  name: z.string().min(1),
  branches: z.array(branch).min(1),
});

const hubSlot = z.strictObject({
  branch: house,
  weekdays: z.array(weekday).min(1),
  startsLocal: time,
  minutes: z.int().min(5).max(240),
  videoUrl: z.url({ protocol: /^https$/ }).optional(),
});

const agreement = z.strictObject({
  form: z.enum(FORMS),
  startsOn: day,
  endsOn: day,
  signedBy: z.string().min(1),
  parties: z
    .array(z.strictObject({ branch: house, resources: z.string() }))
    .min(2, 'an agreement has at least two parties'),
});

/** How a collaboration form is run in this town: facts about the town, and what it sets otherwise than the form has it. */
const townForm = z.strictObject({
  form: z.enum(FORMS),
  ...adjustmentFields,
  organisation: z.enum(['permanent', 'project', 'social-services', 'municipality-and-police', 'youth-open-care']),
  since: z.array(z.int().min(1990).max(2100)).min(1),
  soFar: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }),
  staff: z.string().min(1),
  consentMonths: consentMonths.optional(),
  /** What this town's line in the sources rests on. */
  source: z.string().min(1),
});

/** What families meet: whom they can call, nights included, and how many days a link to them works. */
const family = z.strictObject({
  office: z.string().min(1).optional(),
  linkDays: z.int().min(1).max(LONGEST_LINK_DAYS).optional(),
  contacts: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        role: z.enum(CONTACT_ROLES),
        phone: z.string().regex(/^\+?[\d -]{3,20}$/, 'must be a telephone number'),
        hours: z.string().min(1),
        night: z.boolean(),
      }),
    )
    .min(1)
    .max(12)
    .refine((all) => all.some(({ night }) => night), 'somebody must answer at night'),
});

/** Whoever waits at one site waits together: buildings with one entrance have one name. */
const room = z.strictObject({
  slug,
  name: z.string().min(1).max(60),
  site: z.string().min(1).max(80),
  videoUrl: z.url({ protocol: /^https$/ }).optional(),
  house: house.optional(),
});

const daySpan = z.strictObject({ from: day, to: day });
/** When the municipality works and when its schools are closed: what the finder of meeting times goes by. */
const calendar = z
  .strictObject({
    hours: z.partialRecord(z.enum(WEEKDAYS), z.tuple([time, time])).optional(),
    closed: z.array(daySpan).optional(),
    rooms: z.array(room).max(40).optional(),
    schoolBreaks: z.array(daySpan.extend({ name: z.string().min(1) })).optional(),
  })
  .superRefine(({ hours = {}, closed = [], schoolBreaks = [], rooms = [] }, context) => {
    for (const double of doubles(rooms.map(({ slug }) => slug)))
      context.addIssue({ code: 'custom', path: ['rooms'], message: `two rooms are called ${double}` });
    for (const [weekday, [from, to]] of Object.entries(hours))
      if (to <= from)
        context.addIssue({ code: 'custom', path: ['hours', weekday], message: 'must end after it begins' });
    for (const [name, spans] of Object.entries({ closed, schoolBreaks }))
      for (const [at, { from, to }] of spans.entries())
        if (to < from) context.addIssue({ code: 'custom', path: [name, at, 'to'], message: 'must not be before from' });
  });

const deadlines = z.record(z.string(), z.unknown()).superRefine((value, context) => {
  const read = parseDeadlineRules(value, 'deadlines');
  if (!read.ok) context.addIssue({ code: 'custom', message: `${read.error.path}: ${read.error.sentence}` });
});

const townFile = z
  .strictObject({
    slug,
    name: z.string().min(1),
    population: z.int().positive().optional(),
    authorities: z.array(authority).min(1),
    hubSlots: z.array(hubSlot).optional(),
    agreements: z.array(agreement).optional(),
    forms: z.array(townForm).optional(),
    deadlines: deadlines.optional(),
    family: family.optional(),
    calendar: calendar.optional(),
    area: area.optional(),
    instruments: z.array(instrument).max(20).optional(),
    disclosure: disclosure.optional(),
    childSignsFrom: childSignsFrom.optional(),
    consentMonths: consentMonths.optional(),
  })
  .superRefine((town, context) => {
    const houses = new Set(town.authorities.flatMap((a) => a.branches.map((b) => `${a.slug}/${b.slug}`)));
    const fault = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    doubles(town.authorities.map((a) => a.slug)).forEach((d) =>
      fault(['authorities'], `two authorities are called ${d}`),
    );
    town.authorities.forEach((a, i) => {
      doubles(a.branches.map((b) => b.slug)).forEach((d) =>
        fault(['authorities', i, 'branches'], `two branches are called ${d}`),
      );
      a.branches.forEach((b, j) =>
        doubles(b.units.map((u) => u.slug)).forEach((d) =>
          fault(['authorities', i, 'branches', j, 'units'], `two units are called ${d}`),
        ),
      );
    });
    town.hubSlots?.forEach((s, i) => {
      if (!houses.has(s.branch)) fault(['hubSlots', i, 'branch'], `no branch ${s.branch} is defined in this file`);
    });
    town.forms?.forEach((line, i) => {
      const kind = line.kind ?? line.form;
      const plain = readForms().find((form) => form.kind === kind);
      if (!plain) return fault(['forms', i, 'kind'], `no form ${kind} is defined under config/forms`);
      if (plain.form !== line.form) fault(['forms', i, 'form'], `the form ${kind} is known as ${plain.form}`);
      const adjustment = { ...line, kind };
      for (const wrong of [...adjustmentFaults(plain, adjustment), ...formFaults(adjustForm(plain, adjustment))])
        fault(['forms', i, wrong.path], wrong.fault);
    });
    for (const wrong of ownInstrumentFaults(town.instruments ?? [])) fault(['instruments', wrong.path], wrong.fault);
    for (const wrong of areaFaults(town.area)) fault(['area', ...wrong.path], wrong.fault);
    for (const wrong of limitFaults(town)) fault([...wrong.path], wrong.fault);
    town.agreements?.forEach((a, i) => {
      if (a.endsOn <= a.startsOn) fault(['agreements', i, 'endsOn'], 'must be after startsOn');
      a.parties.forEach((p, j) => {
        if (!houses.has(p.branch))
          fault(['agreements', i, 'parties', j, 'branch'], `no branch ${p.branch} is defined in this file`);
      });
    });
  });

const doubles = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];

/** A town's file cannot be used; `faults` names each place and what is wrong there. */
export class TownFileError extends Error {
  constructor(
    readonly file: string,
    readonly faults: readonly { readonly path: string; readonly fault: string }[],
  ) {
    super(faults.map((f) => `${file}: ${f.path === '' ? '' : `${f.path}: `}${f.fault}`).join('\n'));
  }
}

/** Reads a town from JSON text. Throws TownFileError naming file, path and fault of everything that is wrong. */
export function parseTown(text: string, file: string): TownDefinition {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TownFileError(file, [
      { path: '', fault: `is not JSON (${error instanceof Error ? error.message : String(error)})` },
    ]);
  }
  const read = townFile.safeParse(value);
  if (read.success) return read.data;
  throw new TownFileError(
    file,
    read.error.issues.map((issue) => ({ path: issue.path.join('.'), fault: issue.message })),
  );
}

/** Reads a town's file under config/towns. Throws TownFileError, also when the file cannot be read. */
export function readTown(file: string): TownDefinition {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new TownFileError(file, [{ path: '', fault: 'cannot be read; is the path right?' }]);
  }
  return parseTown(text, file);
}
