/**
 * A group's plan in a form that another system reads, as one reader may have it: by the schema
 * `config/schemas/plan-record.schema.json`. It holds what the gate released to the one who takes it out.
 */
import { DRAWING_COLOURS, PENS, SHEET, type Drawing } from '#domain/plan/drawing.js';
import type { CopiedAnswer, CopiedEntry, CopiedVersion, PlanCopy } from '#use-cases/plan/plan-copy.js';
import { said } from '../minutes/meeting-record.js';

export const PLAN_SCHEMA = 'samnav/plan-record/1';

/** Instants in ISO 8601, days as `2026-12-08`; people of the agencies by name and unit, the family's by what was released. */
export function planRecord(copy: PlanCopy): Readonly<Record<string, unknown>> {
  return {
    schema: PLAN_SCHEMA,
    plan: {
      id: copy.groupId,
      form: copy.formName.sv,
      case_number: copy.caseNumber,
      about: copy.about,
      personal_number: copy.person?.personalNumber ?? null,
      ended: copy.ended,
      secrecy: true,
    },
    entries: copy.entries.map(entryOf),
    version: copy.newest && versionOf(copy.newest),
    taken_out: {
      agency: copy.houseName,
      by: copy.readerName,
      title: copy.readerTitle,
      at: copy.readAt.toISOString(),
    },
  };
}

const entryOf = (entry: CopiedEntry) => ({
  id: entry.id,
  kind: entry.kind,
  ...said(entry.item),
  aim: entry.aim,
  help: entry.help,
  watched_by: entry.watch,
  drawing: entry.drawing && drawingOf(entry.drawing),
  need_area: entry.needArea,
  goal: entry.goalId,
  owner: entry.ownerName,
  owner_unit: entry.ownerUnitName,
  owner_agency: entry.ownerHouse,
  promised_by: entry.promisedBy && { family: entry.promisedBy.family, name: entry.promisedBy.personName },
  starts_on: entry.startsOn,
  follow_up_on: entry.followUpOn,
  state: entry.state,
  written_by: entry.byName,
  written_at: entry.madeAt.toISOString(),
  acts: entry.acts.map(({ act, result, said: words, byName, at }) => ({
    act,
    result,
    text: words?.content.text ?? null,
    by: byName,
    at: at.toISOString(),
  })),
});

/** Lines on a sheet, which whoever reads them draws for themselves; what it shows is told beside them. */
const drawingOf = ({ alt, strokes }: Drawing) => ({
  alt,
  ...SHEET,
  strokes: strokes.map(({ colour, pen, points }) => ({ colour: DRAWING_COLOURS[colour], width: PENS[pen], points })),
});

const versionOf = ({ number, state, putByName, putAt, changedSince, answers }: CopiedVersion) => ({
  number,
  state,
  put_forward_by: putByName,
  put_forward_at: putAt.toISOString(),
  changed_since: changedSince,
  answers: answers.map(answerOf),
});

const answerOf = ({
  house,
  family,
  personName,
  answer,
  how,
  said: words,
  answeredByName,
  answeredAt,
}: CopiedAnswer) => ({
  agency: house,
  family,
  name: personName,
  answer,
  how,
  text: words?.content.text ?? null,
  answered_by: answeredByName,
  answered_at: answeredAt?.toISOString() ?? null,
});
