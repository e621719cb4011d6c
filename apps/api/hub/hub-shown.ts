/** From what the use cases release to what GraphQL answers: names leave as the gate gave them, staff by their posts. */
import { hasCapability } from '#domain/organisation/role.js';
import { ADJUST_WINDOW } from '#domain/meeting/meeting-states.js';
import type { HubProposal as ProposedHub } from '#use-cases/hub/propose-hub.js';
import type { CallAnswer as AnsweredCall } from '#use-cases/hub/may-call-unit.js';
import type { HubFacts, HousePost, MemberFacts } from '#use-cases/hub/hub.port.js';
import type { HubPlan } from '#use-cases/hub/plan-hub.js';
import type { MeetingPointRow } from '#use-cases/group/group-meeting.port.js';
import type { HubLobby } from '#use-cases/hub/read-hub.js';
import { isAskedOf } from '#use-cases/hub/read-question.js';
import type { CloseTo } from '#use-cases/group/read-circle.js';
import type { ReleasedIdentity } from '#use-cases/gate/released.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type {
  CallAnswer,
  CirclePerson,
  Hub,
  HubLine,
  HubMember,
  HubPerson,
  HubPoint,
  HubProposal,
  HubSlotChoice,
} from './hub.model.js';

export const initialsOf = (person: ReleasedIdentity): string =>
  [person.givenName, person.familyName].map((name) => [...name.trim()][0]?.toUpperCase() ?? '').join('');

export const personShown = (person: ReleasedIdentity): HubPerson => ({
  personId: person.personId,
  initials: initialsOf(person),
  name: `${person.givenName} ${person.familyName}`,
  born: person.born,
  protection: person.protection,
  ground: person.ground.id,
});

export const circleShown = (circle: readonly CloseTo[]): CirclePerson[] =>
  circle.map(({ kind, person }) => ({ kind, person: personShown(person) }));

export const memberOfPost = (post: HousePost): HubMember => ({ ...post, unitName: null });

/** Who holds two posts is one person to choose. */
const onePerPerson = (posts: readonly HousePost[]): HubMember[] =>
  posts.filter((post, at) => posts.findIndex(({ staffId }) => staffId === post.staffId) === at).map(memberOfPost);

export const hubLine = (hub: HubFacts, person: ReleasedIdentity | null): HubLine => ({
  id: hub.id,
  kind: hub.kind,
  caseId: hub.caseId,
  caseNumber: hub.caseNumber,
  initials: person ? initialsOf(person) : null,
  grade: hub.grade,
  state: hub.state,
  startsAt: hub.startsAt,
});

export const callShown = ({ unit, decision }: AnsweredCall): CallAnswer => ({
  unitId: unit.id,
  name: unit.name,
  branchName: unit.branchName,
  kind: unit.house.kind,
  mayCall: decision.outcome === 'may-call',
  terms: decision.outcome === 'may-call' ? decision.terms : decision.code,
  source: decision.outcome === 'refused' ? decision.source : null,
});

export const slotShown = ({ slot, minutes }: HubPlan): HubSlotChoice => ({
  startsAt: new Date(slot.starts),
  minutes,
  extra: slot.kind === 'extra',
  keepsDeadline: slot.keepsDeadline,
  leavesUnitsTheirTime: slot.leavesUnitsTheirTime,
});

export function proposalShown(proposal: ProposedHub, posts: ReadonlyMap<string, HousePost>): HubProposal {
  const { file, plan } = proposal;
  const member = (id: string | null): HubMember | null => {
    const post = id === null ? undefined : posts.get(id);
    return post ? memberOfPost(post) : null;
  };
  return {
    caseId: file.id,
    caseNumber: file.number,
    person: proposal.person ? personShown(proposal.person) : null,
    grade: file.grade,
    dueAt: file.dueAt,
    openHubId: file.openHubId,
    slot: slotShown(plan),
    videoUrl: plan.videoUrl,
    units: plan.units.map(({ unit, answers }) => ({
      unitId: unit.id,
      name: unit.name,
      kind: unit.kind,
      representative: member(answers.representative),
      deputy: member(answers.deputy),
      onRoster: answers.onRoster,
      together: answers.together,
    })),
    others: proposal.others.map(callShown),
    leaders: plan.leaders.map(memberOfPost),
    deciders: plan.deciders.map(memberOfPost),
    agenda: [...proposal.agenda],
  };
}

/** A point whose words are not for this reader is not there. */
function pointShown(point: MeetingPointRow, said: HubLobby['said']): HubPoint[] {
  const { id, kind, name, itemId, minutes, audience } = point;
  const item = itemId === null ? undefined : said.get(itemId);
  if (itemId !== null && !item) return [];
  return [{ id, kind, name, text: item?.content.text ?? null, minutes, audience }];
}

export function hubShown(read: HubLobby, caller: StaffCaller): Hub {
  const { hub, person, questions, lobby, members, present, parties, nomination } = read;
  const partyOf = new Map(parties.map((party) => [party.unitId, party]));
  const byId = new Map(members.map((member) => [member.staffId, member]));
  const ofQuestion = new Map(questions.map((question) => [question.id, question]));
  const memberShown = (id: string | null): MemberFacts | null => (id === null ? null : (byId.get(id) ?? null));
  return {
    ...hubLine(hub, person),
    person: person ? personShown(person) : null,
    named: nomination
      ? { text: nomination.content.text, ground: nomination.ground.id, until: nomination.ground.until }
      : null,
    purpose: hub.purpose,
    groupId: hub.groupId,
    points: read.points.flatMap((point) => pointShown(point, read.said)),
    parties: parties.map(({ house, endedAt, ...party }) => ({ ...party, kind: house.kind, ended: endedAt !== null })),
    dueAt: hub.dueAt,
    minutes: hub.minutes,
    extra: hub.extra,
    videoUrl: hub.videoUrl,
    room: hub.room,
    roomName: hub.roomName,
    leaderId: hub.leaderId,
    answered: lobby.answered,
    asked: lobby.asked,
    rows: lobby.rows.flatMap((row) => {
      const question = ofQuestion.get(row.question);
      return question
        ? [
            {
              questionId: question.id,
              unitId: question.unitId,
              unitName: question.unitName,
              unitKind: question.unitKind,
              branchId: partyOf.get(question.unitId)?.branchId ?? hub.branchId,
              houseName: partyOf.get(question.unitId)?.branchName ?? null,
              houseKind: partyOf.get(question.unitId)?.house.kind ?? null,
              state: row.state,
              awaits: memberShown(row.awaits),
              answeredAt: question.answeredAt,
              dueAt: question.dueAt,
              nextAt: row.nextAt === null ? null : new Date(row.nextAt),
              mine: isAskedOf(caller, question),
              given: question.givenAt !== null,
            },
          ]
        : [];
    }),
    members: [...members],
    decided: read.decided,
    next: read.next,
    present: [...present],
    you: {
      staffId: caller.staffId,
      unitId: caller.unitId,
      branchId: caller.branchId,
      ownHouse: caller.branchId === hub.branchId,
      mayConvene: caller.branchId === hub.branchId && hasCapability(caller.role, 'convene-hub'),
      mayLead: caller.branchId === hub.branchId && hasCapability(caller.role, 'lead-meeting'),
      decisions: [...read.mandate],
    },
    deciders: onePerPerson(read.deciders),
    receivers: onePerPerson(read.receivers),
    adjustableUntil: hub.state === 'closed' && hub.closedAt ? new Date(hub.closedAt.getTime() + ADJUST_WINDOW) : null,
  };
}
