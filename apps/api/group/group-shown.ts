/** A group as the gate lets it be shown: names where they were released, words where they may be read. */
import { findStep, leadsOthers, type CollaborationForm } from '#domain/form/form.js';
import { decidesOnNomination } from '#domain/group/preparatory-decision.js';
import { requirementsLacking } from '#domain/group/decide-step.js';
import { THREAT_LEVELS } from '#domain/group/step-terms.js';
import type { GroupMeetingFacts } from '#use-cases/group/group-meeting.port.js';
import type { GroupActRow, GroupMemberRow, GroupRow } from '#use-cases/group/group.port.js';
import type { GroupLine as Line } from '#use-cases/group/list-groups.js';
import { takenOf, type GroupPage, type SeatChoice as Choice } from '#use-cases/group/read-group.js';
import type { NominationLine } from '#use-cases/group/read-nominations.js';
import type { ReleasedIdentity, ReleasedItem } from '#use-cases/gate/released.js';
import type { Named } from '../form/form.model.js';
import { formShown, stepShown, timeShown } from '../form/form-shown.js';
import { personShown } from '../hub/hub-shown.js';
import type { GroupMeeting } from './group-meeting.model.js';
import { decidedShown } from './preparatory-shown.js';
import type {
  Group,
  GroupAbout,
  GroupAct,
  GroupLine,
  GroupMember,
  GroupStepState,
  Nomination,
  SeatChoice,
} from './group.model.js';

export function groupShown(page: GroupPage): Group {
  const { group, form, acts } = page;
  return {
    id: group.id,
    version: group.version,
    kind: group.kind,
    form: formShown(form),
    own: page.own,
    mayLead: page.mayLead,
    about: aboutShown(page),
    caseId: page.own ? group.caseId : null,
    standing: group.standing,
    standingReason: page.own ? group.standingReason : null,
    outsideAges: page.own ? group.outsideAges : null,
    asksAges: page.asksAges,
    overLength: page.overLength,
    coordinatorName: group.coordinatorName,
    leaderLeft: page.own && group.leaderLeft,
    agreement: page.agreement && (page.agreement.outcome === 'refused' ? page.agreement.code : page.agreement.outcome),
    consentId: page.own ? page.consentId : null,
    formedAt: group.formedAt,
    lastMetAt: group.lastMetAt,
    closedAt: group.closedAt,
    members: page.members.map((member) => memberShown(member, page)),
    agreementUntil: page.agreementUntil,
    guests: page.guests.map(({ id, kind, closeness, itemId, wished, silenceOn }) => ({
      id,
      kind,
      closeness: page.said.has(itemId) ? closeness : null,
      words: page.said.get(itemId)?.content.text ?? null,
      wished,
      silenceOn,
    })),
    missing: page.missing.map((kinds) => ({ kinds: [...kinds] })),
    lacksContact: page.lacksContact,
    readUntil: page.readUntil,
    steps: stepsShown(page),
    acts: acts.map((act) => ({
      ...actShown(act, form, page.own, page.said),
      decided: decidedShown(act, page.decisions),
    })),
    plan: page.plan,
    meeting: page.meeting,
    meetings: page.meetings.map((meeting) => meetingShown(meeting, form)),
    moves: page.mayLead ? [...page.moves] : [],
    monitoring: page.monitoring && { ...page.monitoring, every: timeShown(page.monitoring.every) },
    turns: page.mayLead ? page.turns.map(({ kind, name }) => ({ kind, name })) : [],
    turnedFrom: page.own ? group.turnedFrom : null,
  };
}

interface About {
  readonly group: GroupRow;
  readonly person: ReleasedIdentity | null;
  readonly nomination: ReleasedItem | null;
  readonly own: boolean;
}

const aboutShown = ({ group, person, nomination, own }: About): GroupAbout => ({
  person: person ? personShown(person) : null,
  told: own ? null : (nomination?.content.text ?? null),
  until: own ? null : (nomination?.ground.until ?? null),
  caseNumber: group.caseNumber,
  area: group.area,
  board: leadsOthers(group),
});

const memberShown = (member: GroupMemberRow, { group, own }: GroupPage): GroupMember => ({
  id: member.id,
  staffId: member.staffId,
  name: member.name,
  title: member.title,
  phone: member.phone,
  houseKind: member.house.kind,
  branchName: member.branchName,
  unitName: member.unitName,
  mandate: member.mandate,
  deputyFor: member.deputyFor,
  terms: member.terms,
  wished: member.wished,
  isContact: member.staffId === group.contactId && member.endsAt === null,
  hasLeft: member.hasLeft,
  endsAt: member.endsAt,
  endReason: own ? member.endReason : null,
});

function stepsShown({ form, acts, next, met }: GroupPage): GroupStepState[] {
  const taken = takenOf(acts);
  return form.steps.map((step) => ({
    step: stepShown(form, step),
    times: taken.filter((word) => word === step.step).length,
    isNext: next?.step === step.step,
    lacks: met ? requirementsLacking(step, met) : [],
  }));
}

export const meetingShown = (meeting: GroupMeetingFacts, form: CollaborationForm): GroupMeeting => ({
  hubId: meeting.id,
  name: form.meetings.find((kind) => kind.meeting === meeting.meetingKind)?.name ?? form.name,
  startsAt: meeting.startsAt,
  minutes: meeting.minutes,
  state: meeting.state,
  startedAt: meeting.startedAt,
  closedAt: meeting.closedAt,
});

const nameOf = (form: CollaborationForm, step: string): Named | null =>
  form.steps.find((one) => one.step === step)?.name ?? null;

const conditionsOf = ({ word, confirmed }: GroupActRow, form: CollaborationForm): Named[] =>
  (findStep(form, word)?.confirms ?? []).flatMap(({ condition, name }) =>
    confirmed.includes(condition) ? [name] : [],
  );

/** Why the own house lets a group rest is its own matter. */
function actShown(
  act: GroupActRow,
  form: CollaborationForm,
  own: boolean,
  said: ReadonlyMap<string, ReleasedItem>,
): Omit<GroupAct, 'decided'> {
  const item = act.itemId === null ? undefined : said.get(act.itemId);
  return {
    id: act.id,
    act: act.act,
    word: act.word,
    name: act.act === 'step' ? nameOf(form, act.word) : null,
    standing: act.standing,
    reason: own ? act.reason : null,
    passed: act.passed.flatMap((step) => nameOf(form, step) ?? []),
    words: item?.content.text ?? null,
    threat: THREAT_LEVELS.find((level) => level === item?.content.data?.['threat']) ?? null,
    ground: item?.ground.id ?? null,
    confirmed: own ? conditionsOf(act, form) : [],
    signedBy: own ? [...act.signedBy] : [],
    signedOn: own ? act.signedOn : null,
    byName: act.byName,
    at: act.at,
  };
}

export const lineShown = (line: Line): GroupLine => ({
  id: line.group.id,
  kind: line.group.kind,
  formName: line.form.name,
  own: line.own,
  about: aboutShown(line),
  standing: line.group.standing,
  standingReason: line.own ? line.group.standingReason : null,
  since: line.since,
  queuePlace: line.queuePlace,
  coordinatorName: line.group.coordinatorName,
  leaderLeft: line.leaderLeft,
  next: line.next?.name ?? null,
  meeting: line.meeting,
  missing: line.missing.map((kinds) => ({ kinds: [...kinds] })),
  lacksContact: line.lacksContact,
  left: [...line.left],
  silent: [...line.silent],
  news: line.news,
  members: line.members,
});

export const seatShown = ({ candidate, decision }: Choice): SeatChoice => ({
  staffId: candidate.staffId,
  name: candidate.name,
  title: candidate.title,
  unitId: candidate.unitId,
  unitName: candidate.unitName,
  branchName: candidate.branchName,
  houseKind: candidate.house.kind,
  maySit: decision.outcome === 'member',
  terms: decision.outcome === 'member' ? decision.terms : decision.code,
  source: decision.outcome === 'refused' ? decision.source : null,
});

export const nominationShown = ({ nomination, form, toMe, person, why }: NominationLine): Nomination => ({
  id: nomination.id,
  kind: nomination.kind,
  formName: form.name,
  toMe,
  toName: nomination.toName,
  branchName: nomination.branchName,
  fromHouseKind: nomination.fromKind,
  fromBranchName: nomination.fromBranchName,
  fromUnitName: nomination.fromUnitName,
  byName: nomination.byName,
  byPhone: nomination.byPhone,
  ground: nomination.ground,
  person: person ? personShown(person) : null,
  caseNumber: nomination.caseNumber,
  caseId: nomination.caseId,
  why: why?.content.text ?? null,
  madeAt: nomination.madeAt,
  readAt: nomination.readAt,
  withdrawnAt: nomination.withdrawnAt,
  decision: nomination.decision,
  byPreparatoryGroup: decidesOnNomination(form),
  groupId: nomination.groupId,
});
