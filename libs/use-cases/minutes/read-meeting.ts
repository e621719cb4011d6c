import { Injectable } from '@nestjs/common';
import { isInForce } from '#domain/consent/consent-states.js';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import { mandatesMissing } from '#domain/minutes/attendance-of-seats.js';
import { isUnfinished } from '#domain/minutes/decision-states.js';
import { linesOfVersion, minutesState } from '#domain/minutes/minutes-states.js';
import { EMPTY_BOARD, receiveEvents } from '#domain/meeting/board.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';
import { hasCapability } from '#domain/organisation/role.js';
import { ConsentStore } from '../consent/consent.port.js';
import { notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { GroupStore } from '../group/group.port.js';
import { noteGroup } from '../group/read-group.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { JointStore, type HubParty } from '../hub/joint.port.js';
import { BoardStore } from '../meeting/board.port.js';
import type { CopiedDecision, CopiedLine, CopiedParty, CopiedPoint, MeetingCopy } from './meeting-copy.js';
import { MinutesStore, type MeetingDecisionRow } from './minutes.port.js';
import { newsSince } from './news-of-meeting.js';
import { seatOf } from './note-attendance.js';
import { requireMeeting } from './require-meeting.js';

/** A consent that ends within this is spoken of at the meeting. */
const SOON = 60 * DAY;

export interface CopyAsked {
  readonly hubId: string;
  /** Of the minutes; null the newest. */
  readonly version: number | null;
}

/**
 * A group's meeting as this reader may have it: the agenda with what is open, who was there, what the minutes say and what
 * was decided. Each thing that somebody has said is asked of the gate for this reader alone (OSL 26:1; design: one gate).
 */
@Injectable()
export class ReadMeeting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, asked: CopyAsked, action: 'read' | 'export' = 'read'): Promise<MeetingCopy> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller, asked));
    const opening = { caller, asOf: found.asOf, purpose: found.hub.purpose, action } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const { released } = await this.gate.openItems(opening, found.sealed);
    return copyOf(caller, found, { person: people.released[0] ?? null, items: byVersion(released) });
  }

  /** What a copy would be made of, sealed: the same things that `run` opens. */
  async sealed(
    caller: StaffCaller,
    asked: CopyAsked,
  ): Promise<{ readonly sealed: readonly SealedItem[]; readonly caseId: string; readonly asOf: Date }> {
    const { sealed, hub, asOf } = await this.asCaller.run(caller, (tx) => this.find(tx, caller, asked));
    return { sealed, caseId: hub.caseId, asOf };
  }

  /** Whether somebody may be told that something is written in a group's meetings. */
  mayWatch(caller: StaffCaller, groupId: string): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(GroupStore).find(groupId))?.level === 'persons');
  }

  private async find(tx: CallerTransaction, caller: StaffCaller, asked: CopyAsked) {
    const hub = await requireMeeting(tx, asked.hubId);
    const [groups, store] = [tx.of(GroupStore), tx.of(MinutesStore)];
    const group = await groups.find(hub.groupId);
    if (!group) throw notFound();
    await noteGroup(tx, group, 'group-meeting');
    const own = hub.branchId === caller.branchId;
    const minutes = await store.find(hub.id);
    const newest = minutes?.newest ?? 1;
    const version = Math.min(asked.version ?? newest, newest);
    const lines = linesOfVersion(await store.findLines(hub.id), version);
    const decisions = (await store.findDecisions(hub.groupId)).filter(
      (one) => one.hubId === hub.id || (isUnfinished(one.state) && one.madeAt < hub.startsAt),
    );
    const points = await tx.of(GroupMeetingStore).findPoints(hub.id);
    const guests = (await groups.findGuests(hub.groupId)).filter(({ endedAt }) => endedAt === null);
    const versions = await store.findVersions(hub.id);
    const parties = (await tx.of(JointStore).findParties(hub.id)).filter(({ endedAt }) => endedAt === null);
    const news = await newsSince(tx, hub);
    const ids = [
      ...news.map(({ itemId }) => itemId),
      ...points.flatMap(({ itemId }) => itemId ?? []),
      ...decisions.map(({ itemId }) => itemId),
      ...guests.map(({ itemId }) => itemId),
      ...versions.map(({ reasonItemId }) => reasonItemId),
      ...(own || hub.nominationItemId === null ? [] : [hub.nominationItemId]),
    ];
    return {
      hub,
      group,
      own,
      form: await this.forms.get(tx, group.municipalityId, group.kind),
      minutes,
      newest,
      version,
      lines,
      decisions,
      points,
      news,
      pointOn: own && UNDER_WAY.has(hub.state) ? await pointOn(tx, hub.id) : null,
      guests,
      versions,
      parties,
      members: await groups.findMembers([hub.groupId]),
      attendance: await store.findAttendance(hub.id),
      record: (await store.findRecord(hub.id)) ?? null,
      due: own ? await tx.of(GroupMeetingStore).findDue(hub.caseId, new Date(hub.startsAt.getTime() + DAY)) : [],
      consents: own
        ? (await tx.of(ConsentStore).findOfCase(hub.caseId)).filter(
            ({ record }) =>
              isInForce(record.state) && record.validUntil < Math.max(hub.startsAt.getTime(), tx.now.getTime()) + SOON,
          )
        : [],
      staff: await tx.of(HubStore).findMembers(hub.caseId, [caller.staffId, ...(hub.leaderId ? [hub.leaderId] : [])]),
      houseName: (await groups.findHouseName()) ?? '',
      senderName: own ? null : ((await groups.findHouseName(hub.branchId)) ?? group.branchName),
      identities: await tx.of(IdentityStore).findSealed(own ? [hub.personId] : []),
      sealed: [
        ...(await tx.of(ItemStore).findSealed([...new Set(ids)])),
        // Minutes say what an item said when they were written.
        ...(await sealedOfLines(tx, lines)),
      ],
      asOf: tx.now,
    };
  }
}

/** Where the meeting stands in its agenda, as its board has it. */
async function pointOn(tx: CallerTransaction, hubId: string): Promise<string | null> {
  const events = await tx.of(BoardStore).findEvents(hubId, 0);
  return receiveEvents({ board: EMPTY_BOARD, waiting: [] }, events).board.timing.point;
}

const UNDER_WAY: ReadonlySet<MeetingState> = new Set(['running', 'paused', 'closing']);

type Found = Awaited<ReturnType<ReadMeeting['find']>>;

interface Opened {
  readonly person: ReleasedIdentity | null;
  readonly items: (itemId: string, version?: number) => ReleasedItem | null;
}

async function sealedOfLines(
  tx: CallerTransaction,
  lines: readonly { readonly itemId: string; readonly itemVersion: number }[],
): Promise<readonly SealedItem[]> {
  const now = new Map((await tx.of(ItemStore).findSealed(lines.map(({ itemId }) => itemId))).map((s) => [s.itemId, s]));
  const found: SealedItem[] = [];
  for (const { itemId, itemVersion } of lines) {
    const current = now.get(itemId);
    const sealed =
      current?.version === itemVersion ? current : await tx.of(BoardStore).findSealedVersion(itemId, itemVersion);
    if (sealed) found.push(sealed);
  }
  return found;
}

const partyOf = ({ unitId, unitName, house, pointIds }: HubParty): CopiedParty => ({
  unitId,
  unitName,
  kind: house.kind,
  pointIds,
});

const admittedTo = ({ startsAt }: HubFacts, party: HubParty | undefined): MeetingCopy['admitted'] =>
  party?.pointIds && party.fromMinute !== null && party.partMinutes !== null
    ? { startsAt: new Date(startsAt.getTime() + party.fromMinute * MINUTE), minutes: party.partMinutes }
    : null;

function byVersion(released: readonly ReleasedItem[]): Opened['items'] {
  const known = new Map(released.map((item) => [`${item.itemId} ${item.version}`, item]));
  return (itemId, version) =>
    (version === undefined ? released.find((item) => item.itemId === itemId) : known.get(`${itemId} ${version}`)) ??
    null;
}

function copyOf(caller: StaffCaller, found: Found, opened: Opened): MeetingCopy {
  const { hub, form, minutes, own } = found;
  const seats = found.members.filter(({ endsAt, startsAt }) => inTheMeeting(hub, startsAt, endsAt));
  const state = minutesState(
    { meeting: hub.state, fixesAt: minutes?.fixesAt?.getTime() ?? null },
    found.asOf.getTime(),
  );
  const nameOf = (id: string | null) => found.staff.find(({ staffId }) => staffId === id);
  const decisions = found.decisions.flatMap((one) => decisionOf(one, opened));
  const noted = found.attendance.flatMap(({ memberId, state: at, deputyMemberId }) =>
    memberId === null ? [] : [{ seat: memberId, state: at, deputy: deputyMemberId }],
  );
  return {
    hubId: hub.id,
    groupId: hub.groupId,
    caseNumber: hub.caseNumber,
    formName: form.name,
    meetingName: form.meetings.find(({ meeting }) => meeting === hub.meetingKind)?.name ?? form.name,
    groundSource: form.ground.source,
    state: hub.state,
    startsAt: hub.startsAt,
    minutes: hub.minutes,
    startedAt: hub.startedAt,
    closedAt: hub.closedAt,
    leaderName: nameOf(hub.leaderId)?.name ?? null,
    parties: own ? found.parties.filter(({ branchId }) => branchId !== hub.branchId).map(partyOf) : [],
    admitted: own
      ? null
      : admittedTo(
          hub,
          found.parties.find(({ unitId }) => unitId === caller.unitId),
        ),
    own,
    mayWrite: hasCapability(caller.role, 'take-part-in-meeting'),
    mayLead: own && hasCapability(caller.role, 'lead-meeting'),
    about: aboutOf(found, opened),
    pointOn: found.pointOn,
    points: found.points.flatMap((point) => pointOf(caller, point, opened)),
    news: found.news.flatMap(({ id, kind, itemId, byName, madeAt }) => {
      const item = opened.items(itemId);
      return item ? [{ id, kind, item, byName, madeAt }] : [];
    }),
    seats: seats.map((member) => {
      const at = found.attendance.find(({ memberId }) => memberId === member.id);
      const { id, staffId, name, unitName, branchName, house, mandate, deputyFor } = member;
      return {
        memberId: id,
        staffId,
        name,
        unitName,
        branchName,
        kind: house.kind,
        mandate,
        deputyFor,
        state: at?.state ?? null,
        deputyMemberId: at?.deputyMemberId ?? null,
      };
    }),
    guests: found.guests.map(({ id, kind, itemId }) => ({
      guestId: id,
      kind,
      item: opened.items(itemId),
      state: found.attendance.find(({ guestId }) => guestId === id)?.state ?? null,
    })),
    missing: noted.length === 0 ? [] : mandatesMissing(form.parties, seats.map(seatOf), noted),
    minutesState: state,
    fixesAt: minutes?.fixesAt ?? null,
    version: found.version,
    newest: found.newest,
    versions: found.versions.map(({ version, byName, at, reasonItemId }) => ({
      version,
      byName,
      at,
      reason: opened.items(reasonItemId),
    })),
    lines: found.lines.flatMap((line) => lineOf(caller, line, opened)),
    decisions: decisions.filter(({ hubId }) => hubId === hub.id),
    unfinished: decisions.filter(({ hubId }) => hubId !== hub.id),
    due: found.due,
    consents: found.consents.map(({ record }) => ({ consentId: record.id, until: new Date(record.validUntil) })),
    record: found.record,
    houseName: found.houseName,
    senderName: found.senderName,
    receiverNames: own
      ? [...new Set(seats.flatMap((one) => (one.branchId === hub.branchId ? [] : [one.branchName])))]
      : [],
    readerName: nameOf(caller.staffId)?.name ?? '',
    readerTitle: nameOf(caller.staffId)?.title ?? '',
    readAt: found.asOf,
  };
}

/** Who sat in the group at some time until the meeting ended. */
function inTheMeeting(
  hub: { readonly startsAt: Date; readonly startedAt: Date | null; readonly closedAt: Date | null },
  startsAt: Date,
  endsAt: Date | null,
): boolean {
  // One that is held before its time has begun when it did.
  const begun = hub.startedAt !== null && hub.startedAt < hub.startsAt ? hub.startedAt : hub.startsAt;
  return (hub.closedAt === null || startsAt <= hub.closedAt) && (endsAt === null || endsAt > begun);
}

const aboutOf = ({ hub, own }: Found, { person, items }: Opened): string | null => {
  if (own) return person ? `${person.givenName} ${person.familyName}` : null;
  return hub.nominationItemId === null ? null : (items(hub.nominationItemId)?.content.text ?? null);
};

function pointOf(caller: StaffCaller, point: Found['points'][number], { items }: Opened): CopiedPoint[] {
  const item = point.itemId === null ? null : items(point.itemId);
  if (point.itemId !== null && item === null) return [];
  const { id, kind, name, minutes, audience } = point;
  return [{ id, kind, name, item, minutes, audience, own: point.byBranch === caller.branchId }];
}

function lineOf(caller: StaffCaller, line: Found['lines'][number], { items }: Opened): CopiedLine[] {
  const item = items(line.itemId, line.itemVersion);
  if (!item) return [];
  const { id, pointId, byName, itemVersion, wordsByName, wordsAt } = line;
  const own = line.byBranch === caller.branchId;
  return [{ id, pointId, item, byName, own, itemVersion, wordsByName, wordsAt }];
}

function decisionOf(decision: MeetingDecisionRow, { items }: Opened): CopiedDecision[] {
  const item = items(decision.itemId);
  if (!item) return [];
  const { id, hubId, pointId, ownerName, ownerUnitName, ownerStaffId, dueOn, state, version } = decision;
  const aim = item.content.data?.['aim'];
  return [
    {
      id,
      hubId,
      pointId,
      item,
      aim: typeof aim === 'string' ? aim : null,
      ownerName,
      ownerUnitName,
      ownerStaffId,
      dueOn,
      state,
      version,
    },
  ];
}
