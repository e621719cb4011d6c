import { Module } from '@nestjs/common';
import { AnswerNomination } from '#use-cases/group/answer-nomination.js';
import { ConveneMeeting } from '#use-cases/group/convene-meeting.js';
import { FormGroup } from '#use-cases/group/form-group.js';
import { KeepGuests } from '#use-cases/group/keep-guests.js';
import { KeepMembers } from '#use-cases/group/keep-members.js';
import { ListGroups } from '#use-cases/group/list-groups.js';
import { MoveGroup } from '#use-cases/group/move-group.js';
import { Nominate } from '#use-cases/group/nominate.js';
import { ProposeMeeting } from '#use-cases/group/propose-meeting.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { ReadNominations } from '#use-cases/group/read-nominations.js';
import { StartGroup } from '#use-cases/group/start-group.js';
import { TakeStep } from '#use-cases/group/take-step.js';
import { AreaModule } from '../area/area.module.js';
import { FormModule } from '../form/form.module.js';
import { GroupMeetingResolver } from './group-meeting.resolver.js';
import { GroupResolver } from './group.resolver.js';
import { GuestResolver } from './guest.resolver.js';
import { NominationResolver } from './nomination.resolver.js';

@Module({
  imports: [FormModule, AreaModule],
  providers: [
    Nominate,
    AnswerNomination,
    ReadNominations,
    StartGroup,
    FormGroup,
    TakeStep,
    ProposeMeeting,
    ConveneMeeting,
    MoveGroup,
    KeepMembers,
    KeepGuests,
    ReadGroup,
    ListGroups,
    GroupResolver,
    GroupMeetingResolver,
    GuestResolver,
    NominationResolver,
  ],
})
export class GroupModule {}
