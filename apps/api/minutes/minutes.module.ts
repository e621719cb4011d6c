import { Module } from '@nestjs/common';
import { DecideInMeeting } from '#use-cases/minutes/decide-in-meeting.js';
import { FixMinutes } from '#use-cases/minutes/fix-minutes.js';
import { AdmitParty } from '#use-cases/minutes/admit-party.js';
import { KeepAgenda } from '#use-cases/minutes/keep-agenda.js';
import { KeepRecord } from '#use-cases/minutes/keep-record.js';
import { NewsOfMeeting } from '#use-cases/minutes/news-of-meeting.js';
import { NoteAttendance } from '#use-cases/minutes/note-attendance.js';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { ReadMeeting } from '#use-cases/minutes/read-meeting.js';
import { ShowMinutesPen } from '#use-cases/minutes/show-minutes-pen.js';
import { TakeOutRecord } from '#use-cases/minutes/take-out-record.js';
import { WriteMinutes } from '#use-cases/minutes/write-minutes.js';
import { HubModule } from '../hub/hub.module.js';
import { FormModule } from '../form/form.module.js';
import { AgendaResolver } from './agenda.resolver.js';
import { MeetingRecordController } from './meeting-record.controller.js';
import { MinutesPenResolver } from './minutes-pen.resolver.js';
import { MeetingsTopic } from './meetings.topic.js';
import { MinutesTopic } from './minutes.topic.js';
import { MinutesResolver } from './minutes.resolver.js';

@Module({
  imports: [FormModule, HubModule],
  controllers: [MeetingRecordController],
  providers: [
    ReadMeeting,
    ReadCircle,
    KeepAgenda,
    NewsOfMeeting,
    AdmitParty,
    NoteAttendance,
    WriteMinutes,
    FixMinutes,
    DecideInMeeting,
    KeepRecord,
    TakeOutRecord,
    ShowMinutesPen,
    MinutesTopic,
    MeetingsTopic,
    MinutesPenResolver,
    MinutesResolver,
    AgendaResolver,
  ],
})
export class MinutesModule {}
