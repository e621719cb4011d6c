import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ConveneJoint } from '#use-cases/hub/convene-joint.js';
import type { Invitation as Called } from '#use-cases/hub/joint-facts.js';
import { ProposeJoint } from '#use-cases/hub/propose-joint.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { ReadLapsed } from '#use-cases/hub/read-lapsed.js';
import { ShowReaders, type KindAtTable as ReadKind } from '#use-cases/meeting/show-readers.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { Hub } from './hub.model.js';
import { hubShown, memberOfPost, personShown, slotShown } from './hub-shown.js';
import { ConveneJointInput, Invitation, JointProposal, KindAtTable, LapsedPage } from './joint.model.js';

@Resolver(() => JointProposal)
export class JointResolver {
  constructor(
    private readonly propose: ProposeJoint,
    private readonly convene: ConveneJoint,
    private readonly read: ReadHub,
    private readonly readers: ShowReaders,
    private readonly left: ReadLapsed,
  ) {}

  @Requires('convene-hub')
  @Query(() => JointProposal, { description: 'What a joint meeting on consent for this case would be now.' })
  async proposeJoint(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<JointProposal> {
    const { file, person, plan, facts, invitations, agenda } = await this.propose.run(caller, caseId);
    return {
      caseId: file.id,
      caseNumber: file.number,
      phase: file.phase,
      person: person ? personShown(person) : null,
      openHubId: file.openHubId,
      ownUnitId: caller.unitId,
      purpose: facts.purpose,
      slot: slotShown(plan),
      videoUrl: plan.videoUrl,
      invitations: invitations.map(invitationShown),
      leaders: plan.leaders.map(memberOfPost),
      agenda: [...agenda],
    };
  }

  @Requires('convene-hub')
  @Mutation(() => Hub, { description: 'Calls a joint meeting: only houses that the family’s consent reaches.' })
  async conveneJoint(@CurrentCaller() caller: StaffCaller, @Args('input') input: ConveneJointInput): Promise<Hub> {
    const { hubId } = await this.convene.run(caller, {
      caseId: input.caseId,
      unitIds: input.unitIds,
      startsAt: input.startsAt ?? null,
      leaderId: input.leaderId ?? null,
      room: input.room ?? null,
    });
    return hubShown(await this.read.run(caller, hubId), caller);
  }

  @Requires('take-part-in-meeting')
  @Query(() => KindAtTable, { description: 'Who at the table would get something of this kind, before it is said.' })
  boardReaders(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
    @Args('category', { type: () => String }) category: string,
    @Args('revealsPlace', { type: () => Boolean, defaultValue: false }) revealsPlace: boolean,
    @Args('about', { type: () => [ID], defaultValue: [] }) about: string[],
    @Args('pointId', { type: () => ID, nullable: true }) pointId: string | null,
    @Args('ownerMemberId', { type: () => ID, nullable: true }) ownerMemberId: string | null,
    @Args('itemId', { type: () => ID, nullable: true, description: 'What is written anew; null for something new.' })
    itemId: string | null,
  ): Promise<KindAtTable> {
    const at = { pointId: pointId ?? null, ownerMemberId: ownerMemberId ?? null, itemId: itemId ?? null };
    return this.readers.ofKind(caller, { hubId, category, revealsPlace, about, ...at }).then(kindShown);
  }

  @Requires('read-content')
  @Query(() => LapsedPage, { description: 'What the reader’s house may no longer use in a case, in kinds and times.' })
  async lapsed(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<LapsedPage> {
    const { lapsed, ...page } = await this.left.run(caller, caseId);
    return { ...page, lapsed: [...lapsed] };
  }

  @Requires('take-part-in-meeting')
  @Query(() => ID, { description: 'The joint meeting of a case, for who sits in it.' })
  jointMeetingOf(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }, ParseUUIDPipe) caseId: string,
  ): Promise<string> {
    return this.left.meetingOf(caller, caseId);
  }

  @Requires('answer-question')
  @Query(() => [KindAtTable], { description: 'Who at the table would get each part of the own unit’s picture.' })
  async pictureReaders(
    @CurrentCaller() caller: StaffCaller,
    @Args('questionId', { type: () => ID }, ParseUUIDPipe) questionId: string,
  ): Promise<KindAtTable[]> {
    return (await this.readers.ofPicture(caller, questionId)).map(kindShown);
  }
}

const kindShown = ({ category, houses }: ReadKind): KindAtTable => ({ category, houses: [...houses] });

function invitationShown({ unit, decision }: Called): Invitation {
  const reach = decision.outcome === 'invited' && decision.terms === 'with-consent' ? decision.reach : null;
  return {
    unitId: unit.id,
    name: unit.name,
    branchId: unit.branchId,
    branchName: unit.branchName,
    kind: unit.house.kind,
    mayCall: decision.outcome === 'invited',
    terms: decision.outcome === 'invited' ? decision.terms : decision.code,
    source: decision.outcome === 'refused' ? decision.source : null,
    told: [...(reach?.told ?? [])],
    tells: [...(reach?.tells ?? [])],
  };
}
