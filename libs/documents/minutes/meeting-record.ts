/**
 * An agency's own record of a meeting in a form that its own system reads, so that nobody types it twice: by the schema
 * `config/schemas/meeting-record.schema.json`. It holds what the gate released to the one who takes it out.
 */
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { CopiedDecision, MeetingCopy } from '#use-cases/minutes/meeting-copy.js';

export const RECORD_SCHEMA = 'samnav/meeting-record/1';

/** Instants in ISO 8601, days as `2026-11-28`; people of the agencies by name and unit, the families' by what was released. */
export function meetingRecord(copy: MeetingCopy): Readonly<Record<string, unknown>> {
  const { record } = copy;
  return {
    schema: RECORD_SCHEMA,
    meeting: {
      id: copy.hubId,
      form: copy.formName.sv,
      kind: copy.meetingName.sv,
      case_number: copy.caseNumber,
      about: copy.about,
      planned: copy.startsAt.toISOString(),
      started: copy.startedAt?.toISOString() ?? null,
      ended: copy.closedAt?.toISOString() ?? null,
      led_by: copy.leaderName,
    },
    register: {
      agency: copy.houseName,
      diary_number: record?.diaryNumber ?? null,
      registered_on: record?.registeredOn ?? null,
      keep_years: record?.keepYears ?? null,
      sender: copy.senderName,
      receivers: [...copy.receiverNames],
      concerns: 'samverkansmöte om en enskild',
      secrecy: true,
    },
    attendance: [
      ...copy.seats.map((seat) => ({
        name: seat.name,
        unit: seat.unitName,
        agency: seat.branchName,
        kind: seat.kind,
        mandate: seat.mandate,
        state: seat.state,
        deputy: copy.seats.find(({ memberId }) => memberId === seat.deputyMemberId)?.name ?? null,
      })),
      ...copy.guests.map(({ kind, item, state }) => ({
        name: item?.content.text ?? null,
        unit: null,
        agency: null,
        kind,
        mandate: null,
        state,
        deputy: null,
      })),
    ],
    news: copy.news.map(({ id, kind, item, byName, madeAt }) => ({
      ...{ id, kind, ...said(item), told_by: byName, told_at: madeAt.toISOString() },
    })),
    points: copy.points.map((point) => ({
      id: point.id,
      kind: point.kind,
      title: point.name?.sv ?? point.item?.content.text ?? null,
      minutes: point.minutes,
      audience: point.audience,
      lines: copy.lines
        .filter(({ pointId }) => pointId === point.id)
        .map(({ item, byName }) => ({ ...said(item), written_by: byName })),
    })),
    decisions: copy.decisions.map(decided),
    unfinished: copy.unfinished.map(decided),
    version: {
      number: copy.version,
      state: copy.minutesState,
      fixed: copy.fixesAt?.toISOString() ?? null,
      amendments: copy.versions.map(({ version, byName, at, reason }) => ({
        number: version,
        by: byName,
        at: at.toISOString(),
        reason: reason?.content.text ?? null,
      })),
    },
    taken_out: { by: copy.readerName, title: copy.readerTitle, at: copy.readAt.toISOString() },
  };
}

/** One thing that somebody has said, with its ground, as every file of this program writes it. */
export const said = (item: ReleasedItem) => ({
  item: item.itemId,
  item_version: item.version,
  category: item.category,
  giver: item.giverHouse.kind,
  text: item.content.text,
  ground: item.ground.id,
  until: item.ground.until?.toISOString() ?? null,
});

const decided = ({ id, item, aim, ownerName, ownerUnitName, dueOn, state }: CopiedDecision) => ({
  id,
  ...said(item),
  aim,
  owner: ownerName,
  owner_unit: ownerUnitName,
  due_on: dueOn,
  state,
});
