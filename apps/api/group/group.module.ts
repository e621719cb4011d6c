import { Module } from '@nestjs/common';
import { TryTimes } from '#use-cases/calendar/try-times.js';
import { AnswerNomination } from '#use-cases/group/answer-nomination.js';
import { ConveneMeeting } from '#use-cases/group/convene-meeting.js';
import { FormGroup } from '#use-cases/group/form-group.js';
import { HandLead } from '#use-cases/group/hand-lead.js';
import { NameContact } from '#use-cases/group/name-contact.js';
import { KeepGuests } from '#use-cases/group/keep-guests.js';
import { KeepMembers } from '#use-cases/group/keep-members.js';
import { ListGroups } from '#use-cases/group/list-groups.js';
import { LookAtGroup } from '#use-cases/group/look-at-group.js';
import { MoveGroup } from '#use-cases/group/move-group.js';
import { NameLeader } from '#use-cases/group/name-leader.js';
import { Nominate } from '#use-cases/group/nominate.js';
import { ProposeMeeting } from '#use-cases/group/propose-meeting.js';
import { ReadGroup } from '#use-cases/group/read-group.js';
import { ReadNominations } from '#use-cases/group/read-nominations.js';
import { StartGroup } from '#use-cases/group/start-group.js';
import { ReadArea } from '#use-cases/area/read-area.js';
import { KeepAssessments } from '#use-cases/group-assessment/keep-assessments.js';
import { TakeOutGroupDocument } from '#use-cases/group/take-out-group-document.js';
import { TakeStep } from '#use-cases/group/take-step.js';
import { TurnGroup } from '#use-cases/group/turn-group.js';
import { AreaModule } from '../area/area.module.js';
import { FormModule } from '../form/form.module.js';
import { GroupDocumentController } from './group-document.controller.js';
import { GroupMeetingResolver } from './group-meeting.resolver.js';
import { GroupResolver } from './group.resolver.js';
import { GuestResolver } from './guest.resolver.js';
import { LeadResolver } from './lead.resolver.js';
import { NominationResolver } from './nomination.resolver.js';
import { TurnResolver } from './turn.resolver.js';

@Module({
  imports: [FormModule, AreaModule],
  controllers: [GroupDocumentController],
  providers: [
    TakeOutGroupDocument,
    ReadArea,
    KeepAssessments,
    Nominate,
    AnswerNomination,
    ReadNominations,
    StartGroup,
    FormGroup,
    TakeStep,
    ProposeMeeting,
    ConveneMeeting,
    TryTimes,
    MoveGroup,
    TurnGroup,
    LookAtGroup,
    HandLead,
    NameContact,
    NameLeader,
    KeepMembers,
    KeepGuests,
    ReadGroup,
    ListGroups,
    GroupResolver,
    GroupMeetingResolver,
    GuestResolver,
    LeadResolver,
    NominationResolver,
    TurnResolver,
  ],
})
export class GroupModule {}
