import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { familyComesAfter, minutesOf, pointsOf } from '#domain/meeting/meeting-point.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ConveneMeeting } from '#use-cases/group/convene-meeting.js';
import type { CalledMember as Called } from '#use-cases/group/meeting-plan.js';
import { ProposeMeeting } from '#use-cases/group/propose-meeting.js';
import type { WeighedMeetingTime as Weighed } from '#use-cases/group/weigh-meeting-time.js';
import { reasonShown } from '../calendar/meeting-slots.model.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  type CalledMember,
  ConveneGroupMeetingInput,
  MeetingProposal,
  WeighedMeetingTime,
} from './group-meeting.model.js';

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
    const proposal = await this.propose.run(caller, groupId);
    const { group, form, kinds, proposed, skipped, by, called, hindrance, passed } = proposal;
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
      skipped: skipped.map(weighedShown),
      by,
      called: called.map(calledShown),
      hindrance,
      passed: [...passed],
    };
  }

  @Requires('manage-groups')
  @Query(() => WeighedMeetingTime, {
    description: 'Who could come to a meeting of this group at a time, and which mandate would be missing.',
  })
  async weighGroupMeetingTime(
    @CurrentCaller() caller: StaffCaller,
    @Args('groupId', { type: () => ID }, ParseUUIDPipe) groupId: string,
    @Args('startsAt') startsAt: Date,
    @Args('meeting', { type: () => String, nullable: true, description: 'Of the form’s kinds; absent: the first.' })
    meeting: string | null,
  ): Promise<WeighedMeetingTime> {
    return weighedShown(await this.propose.weigh(caller, { groupId, startsAt, meeting: meeting ?? null }));
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
      room: input.room ?? null,
      reason: input.reason ?? null,
    });
    return hubId;
  }
}

const weighedShown = ({ startsAt, hindrances, reasons, meetBy }: Weighed): WeighedMeetingTime => ({
  startsAt,
  hindrances: hindrances.map(({ what, kinds }) => ({ what, kinds: [...kinds] })),
  reasons: reasons.map(reasonShown),
  meetBy,
});

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
