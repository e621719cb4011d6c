import { Injectable } from '@nestjs/common';
import { type Lobby, lobbyOf } from '#domain/hub/lobby.js';
import type { Question } from '#domain/hub/question.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';
import { hasCapability } from '#domain/organisation/role.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { notFound } from '../failure.js';
import { GroupMeetingStore, type MeetingPointRow } from '../group/group-meeting.port.js';
import { getBoard } from '../meeting/write-on-board.js';
import { mandateIn, mandateOfPost } from './plan-hub.js';
import { JointStore, type HubParty } from './joint.port.js';
import {
  HubStore,
  type HousePost,
  type HubFacts,
  type MemberFacts,
  type NextHub,
  type QuestionFacts,
} from './hub.port.js';

export interface HubLobby {
  readonly hub: HubFacts;
  readonly person: ReleasedIdentity | null;
  readonly questions: readonly QuestionFacts[];
  /** Who has answered, not what. */
  readonly lobby: Lobby;
  readonly members: readonly MemberFacts[];
  /** Posts of the house that can decide, and that can take over an investigation. */
  readonly deciders: readonly HousePost[];
  readonly receivers: readonly HousePost[];
  /** What the reader may decide here now. */
  readonly mandate: readonly DecisionKind[];
  /** Who sits at the table of a joint meeting; empty for an internal hub. */
  readonly parties: readonly HubParty[];
  /** What a group's meeting goes through; empty for every other. */
  readonly points: readonly MeetingPointRow[];
  /** What points say in somebody's own words, by item. */
  readonly said: ReadonlyMap<string, ReleasedItem>;
  /** Whom a joint meeting is about, for who sits there for another house, as far as it may be said. */
  readonly nomination: ReleasedItem | null;
  /** What the meeting decided; null while it has not closed, and for a table that decides nothing. */
  readonly decided: DecisionKind | null;
  /** Where the case goes on when more was needed. */
  readonly next: NextHub | null;
  /** Staff ids of those who show the lobby or the board now. */
  readonly present: readonly string[];
}

/** The lobby of a hub: who has answered and who is awaited, never what was said (OSL 26:1). */
@Injectable()
export class ReadHub {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, hubId: string): Promise<HubLobby> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const hub = await store.findHub(hubId);
      if (!hub) throw notFound();
      const questions = await store.findQuestions(hubId);
      const isGuest = hub.branchId !== caller.branchId;
      const parties = hub.kind === 'joint' ? await tx.of(JointStore).findParties(hubId) : [];
      const board = await getBoard(tx, hubId);
      const points = hub.groupId === null ? [] : await tx.of(GroupMeetingStore).findPoints(hubId);
      const named = questions
        .flatMap((q) => [q.representativeId, q.deputyId, q.answeredBy])
        .concat(hub.leaderId, hub.convenedBy)
        .concat(
          parties.map(({ staffId }) => staffId),
          Object.keys(board.attended),
        );
      const decided = hub.state === 'closed' ? (board.decision?.kind ?? null) : null;
      return {
        hub,
        decided,
        next: decided === 'more-now' ? ((await store.findNextHub(hub)) ?? null) : null,
        questions,
        members: await store.findMembers(
          hub.caseId,
          named.filter((id) => id !== null),
        ),
        parties,
        points,
        written: await tx.of(ItemStore).findSealed(points.flatMap(({ itemId }) => itemId ?? [])),
        nomination:
          isGuest && hub.nominationItemId !== null ? await tx.of(ItemStore).findSealed([hub.nominationItemId]) : [],
        // Who decides and who takes over is the house's own matter.
        house: isGuest ? null : await store.getHouse(hub.branchId),
        present: Object.keys(board.present),
        identities: await tx.of(IdentityStore).findSealed([hub.personId]),
        asOf: tx.now,
      };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need' },
      found.identities,
    );
    const nomination = await this.gate.openItems(
      { caller, asOf: found.asOf, purpose: found.hub.purpose },
      found.nomination,
    );
    const written = await this.gate.openItems({ caller, asOf: found.asOf, purpose: found.hub.purpose }, found.written);
    const { house } = found;
    const posts = house?.posts ?? [];
    return {
      hub: found.hub,
      person: released[0] ?? null,
      parties: found.parties,
      points: found.points,
      said: new Map(written.released.map((item) => [item.itemId, item])),
      nomination: nomination.released[0] ?? null,
      questions: found.questions,
      lobby: lobbyOf(found.questions.map(questionOf), found.asOf.getTime()),
      members: found.members,
      deciders: posts.filter((post) => house !== null && mandateOfPost(house, post, found.asOf).length > 0),
      mandate: house !== null && found.hub.kind === 'internal' ? mandateIn(house, caller, found.asOf) : [],
      receivers: posts.filter(({ role }) => hasCapability(role, 'receive-hand-over')),
      decided: found.decided,
      next: found.next,
      present: found.present,
    };
  }

  /** Where a question belongs: a deadline leads to its question, and whoever may not answer it to the lobby. */
  hubOf(caller: StaffCaller, questionId: string): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const question = await tx.of(HubStore).findQuestion(questionId);
      if (!question) throw notFound();
      return question.hubId;
    });
  }

  /** Whether this caller works on the hub's case now; asked before every word to a screen. */
  mayWatch(caller: StaffCaller, hubId: string): Promise<boolean> {
    return this.asCaller.read(caller, async (tx) => (await tx.of(HubStore).findHub(hubId)) !== undefined);
  }
}

export const questionOf = (q: QuestionFacts): Question => ({
  id: q.id,
  unit: q.unitId,
  representative: q.representativeId,
  deputy: q.deputyId,
  // A deputy who is asked in the place of the other is asked at half the time.
  together: q.representativeId !== null && q.deputyAskedAt?.getTime() === q.askedAt.getTime(),
  state: q.answeredAt !== null ? 'answered' : q.deputyAskedAt !== null ? 'deputy-asked' : 'asked',
  askedAt: q.askedAt.getTime(),
  due: q.dueAt.getTime(),
  answeredAt: q.answeredAt?.getTime() ?? null,
  answeredBy: q.answeredBy,
  knowledge: q.answer,
});
