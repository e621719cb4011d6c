import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { DecideInMeeting } from '#use-cases/minutes/decide-in-meeting.js';
import { FixMinutes } from '#use-cases/minutes/fix-minutes.js';
import { NoteAttendance } from '#use-cases/minutes/note-attendance.js';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { ReadMeeting } from '#use-cases/minutes/read-meeting.js';
import { WriteMinutes } from '#use-cases/minutes/write-minutes.js';
import { Requires } from '../guard/requires.js';
import { CirclePerson } from '../hub/hub.model.js';
import { circleShown } from '../hub/hub-shown.js';
import { CurrentCaller } from '../session/current-caller.js';
import {
  MakeMeetingDecisionInput,
  NoteAttendanceInput,
  SettleMeetingDecisionInput,
  WriteMinutesInput,
} from './minutes.inputs.js';
import { GroupMeetingPage } from './minutes.model.js';
import { meetingPage } from './minutes-shown.js';

@Resolver(() => GroupMeetingPage)
export class MinutesResolver {
  constructor(
    private readonly read: ReadMeeting,
    private readonly circle: ReadCircle,
    private readonly writing: WriteMinutes,
    private readonly fixing: FixMinutes,
    private readonly noting: NoteAttendance,
    private readonly deciding: DecideInMeeting,
  ) {}

  @Requires('take-part-in-meeting')
  @Query(() => GroupMeetingPage, { description: 'A group’s meeting: agenda, attendance, minutes and decisions.' })
  async groupMeeting(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
    @Args('version', { type: () => Int, nullable: true }) version?: number | null,
  ): Promise<GroupMeetingPage> {
    return meetingPage(await this.read.run(caller, { hubId, version: version ?? null }), caller);
  }

  @Requires('take-part-in-meeting')
  @Query(() => [CirclePerson], {
    description: 'The meeting’s own person and those close to them, whom what is said there may be about too.',
  })
  async meetingCircle(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<CirclePerson[]> {
    return circleShown(await this.circle.ofMeeting(caller, hubId));
  }

  @Requires('lead-meeting')
  @Mutation(() => Boolean, { description: 'Notes who was there, who came instead, and who was absent.' })
  async noteAttendance(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: NoteAttendanceInput,
  ): Promise<boolean> {
    await this.noting.run(caller, {
      hubId: input.hubId,
      memberId: input.memberId ?? null,
      guestId: input.guestId ?? null,
      state: input.state,
      deputyMemberId: input.deputyMemberId ?? null,
    });
    return true;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Int, { description: 'Writes lines of the minutes; after they are fixed, as a new version.' })
  async writeMinutes(@CurrentCaller() caller: StaffCaller, @Args('input') input: WriteMinutesInput): Promise<number> {
    const { version } = await this.writing.run(caller, {
      hubId: input.hubId,
      reason: input.reason ?? null,
      reasonMarks: { revealsPlace: input.reasonRevealsPlace, about: input.reasonAbout },
      lines: input.lines.map((line) => ({
        ...line,
        lineId: line.lineId ?? null,
        expectedVersion: line.expectedVersion ?? null,
      })),
    });
    return version;
  }

  @Requires('lead-meeting')
  @Mutation(() => Boolean, { description: 'Approves the minutes: a later change is a new version.' })
  async fixMinutes(
    @CurrentCaller() caller: StaffCaller,
    @Args('hubId', { type: () => ID }, ParseUUIDPipe) hubId: string,
  ): Promise<boolean> {
    await this.fixing.run(caller, hubId);
    return true;
  }

  @Requires('lead-meeting')
  @Mutation(() => ID, { description: 'Who does what by when; a deadline from now on.' })
  async makeMeetingDecision(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: MakeMeetingDecisionInput,
  ): Promise<string> {
    return (
      await this.deciding.make(caller, {
        ...input,
        pointId: input.pointId ?? null,
        needArea: input.needArea ?? null,
      })
    ).decisionId;
  }

  @Requires('take-part-in-meeting')
  @Mutation(() => Boolean, { description: 'Says how a decision went.' })
  async settleMeetingDecision(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: SettleMeetingDecisionInput,
  ): Promise<boolean> {
    await this.deciding.settle(caller, input);
    return true;
  }
}
