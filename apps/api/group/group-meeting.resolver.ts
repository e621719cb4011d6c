import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { familyComesAfter, minutesOf, pointsOf } from '#domain/meeting/meeting-point.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ConveneMeeting } from '#use-cases/group/convene-meeting.js';
import type { CalledMember as Called } from '#use-cases/group/meeting-plan.js';
import { ProposeMeeting } from '#use-cases/group/propose-meeting.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { type CalledMember, ConveneGroupMeetingInput, MeetingProposal } from './group-meeting.model.js';

@Resolver(() => MeetingProposal)
export class GroupMeetingResolver {
  constructor(
    private readonly propose: ProposeMeeting,
    private readonly convene: ConveneMeeting,
  ) {}

  @Requires('manage-groups')
  @Query(() => MeetingProposal, { description: 'What a meeting of this group would be now, and who is called.' })
  async proposeGroupMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
  ): Promise<MeetingProposal> {
    const { group, form, kinds, proposed, by, called, hindrance, passed } = await this.propose.run(caller, groupId);
    return {
      groupId: group.id,
      version: group.version,
      formName: form.name,
      groundSource: form.ground.source,
      kinds: kinds.map((kind) => ({
        meeting: kind.meeting,
        name: kind.name,
        minutes: minutesOf(kind),
        online: kind.online,
        familyAfter: familyComesAfter(pointsOf(kind)),
        agenda: pointsOf(kind).map(({ name, minutes, audience }) => ({ name, minutes, audience })),
      })),
      proposed,
      by,
      called: called.map(calledShown),
      hindrance,
      passed: [...passed],
    };
  }

  @Requires('manage-groups')
  @Mutation(() => ID, { description: 'Calls a group to its meeting with the agenda of its form; answers the hub.' })
  async conveneGroupMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: ConveneGroupMeetingInput,
  ): Promise<string> {
    const { hubId } = await this.convene.run(caller, {
      groupId: input.groupId,
      version: input.version,
      startsAt: input.startsAt,
      meeting: input.meeting ?? null,
      videoUrl: input.videoUrl ?? null,
      reason: input.reason ?? null,
    });
    return hubId;
  }
}

const calledShown = ({ member, decision }: Called): CalledMember => ({
  staffId: member.staffId,
  name: member.name,
  unitName: member.unitName,
  branchName: member.branchName,
  houseKind: member.house.kind,
  mandate: member.mandate,
  isCalled: decision.outcome === 'member',
  terms: decision.outcome === 'member' ? decision.terms : decision.code,
  source: decision.outcome === 'refused' ? decision.source : null,
});
