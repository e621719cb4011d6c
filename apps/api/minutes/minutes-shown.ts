/** A meeting as the gate lets it be shown. */
import { familyComesAfter } from '#domain/meeting/meeting-point.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { CopiedDecision, MeetingCopy } from '#use-cases/minutes/meeting-copy.js';
import type { ThingInRecord } from '#use-cases/minutes/take-out-record.js';
import { aboutIn } from '#use-cases/share/what-it-says.js';
import type { GroupMeetingPage, MeetingDecision, RecordPreview, SaidInMeeting } from './minutes.model.js';

export function meetingPage(copy: MeetingCopy, caller: StaffCaller): GroupMeetingPage {
  const { points, seats, guests, missing, versions, lines, decisions, unfinished } = copy;
  return {
    hubId: copy.hubId,
    groupId: copy.groupId,
    caseNumber: copy.caseNumber,
    formName: copy.formName,
    meetingName: copy.meetingName,
    state: copy.state,
    startsAt: copy.startsAt,
    minutes: copy.minutes,
    familyAfter: familyComesAfter(points),
    startedAt: copy.startedAt,
    closedAt: copy.closedAt,
    leaderName: copy.leaderName,
    parties: copy.parties.map(({ pointIds, ...party }) => ({ ...party, pointIds: pointIds && [...pointIds] })),
    admitted: copy.admitted,
    own: copy.own,
    mayWrite: copy.mayWrite,
    mayLead: copy.mayLead,
    about: copy.about,
    pointOn: copy.pointOn,
    points: points.map(({ item, ...point }) => ({ ...point, said: item && saidShown(item) })),
    news: copy.news.map(({ item, ...news }) => ({ ...news, said: saidShown(item) })),
    seats: seats.map(({ kind, ...seat }) => ({ ...seat, houseKind: kind })),
    guests: guests.map(({ item, ...guest }) => ({ ...guest, words: item?.content.text ?? null })),
    missing: missing.map((kinds) => ({ kinds: [...kinds] })),
    minutesState: copy.minutesState,
    fixesAt: copy.fixesAt,
    version: copy.version,
    newest: copy.newest,
    versions: versions.map(({ reason, ...version }) => ({ ...version, reason: reason?.content.text ?? null })),
    lines: lines.map(({ item, ...line }) => ({ ...line, said: saidShown(item) })),
    decisions: decisions.map((one) => decisionShown(one, copy, caller)),
    unfinished: unfinished.map((one) => decisionShown(one, copy, caller)),
    due: [...copy.due],
    consents: [...copy.consents],
    record: copy.record,
    houseName: copy.houseName,
  };
}

export function saidShown(item: ReleasedItem): SaidInMeeting {
  return {
    itemId: item.itemId,
    text: item.content.text,
    category: item.category,
    about: aboutIn(item),
    revealsPlace: item.revealsPlace,
    giverKind: item.giverHouse.kind,
    ground: item.ground.id,
    until: item.ground.until,
  };
}

const decisionShown = (
  { item, ownerStaffId, ...decision }: CopiedDecision,
  copy: MeetingCopy,
  caller: StaffCaller,
): MeetingDecision => ({
  ...decision,
  said: saidShown(item),
  maySettle: copy.own || ownerStaffId === caller.staffId,
});

/** By kind and ground; what the gate refuses is not in the file and not in the count. */
export function previewShown(decided: readonly ThingInRecord[]): RecordPreview {
  const released = decided.filter(({ decision }) => decision.outcome === 'release');
  const kinds = new Map<string, { category: string; ground: string; count: number }>();
  for (const { category, decision } of released) {
    const key = `${category} ${decision.ground}`;
    const known = kinds.get(key) ?? { category, ground: decision.ground, count: 0 };
    kinds.set(key, { ...known, count: known.count + 1 });
  }
  return { holds: [...kinds.values()], things: released.length };
}
