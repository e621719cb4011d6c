import { Module } from '@nestjs/common';
import { DecideHub } from '#use-cases/meeting/decide-hub.js';
import { GivePicture } from '#use-cases/meeting/give-picture.js';
import { MapTogether } from '#use-cases/meeting/map-together.js';
import { MoveMeeting } from '#use-cases/meeting/move-meeting.js';
import { ReadBoard } from '#use-cases/meeting/read-board.js';
import { SaveText } from '#use-cases/meeting/save-text.js';
import { ShowToAll } from '#use-cases/meeting/show-to-all.js';
import { ShowPen } from '#use-cases/meeting/show-pen.js';
import { SteerMeeting } from '#use-cases/meeting/steer-meeting.js';
import { HoldMeeting } from '#use-cases/group/hold-meeting.js';
import { FormModule } from '../form/form.module.js';
import { HubModule } from '../hub/hub.module.js';
import { BoardTopic } from './board.topic.js';
import { JointWritingResolver } from './joint-writing.resolver.js';
import { SharedScreenResolver } from './shared-screen.resolver.js';
import { MeetingResolver } from './meeting.resolver.js';

@Module({
  imports: [HubModule, FormModule],
  providers: [
    ReadBoard,
    ShowToAll,
    SharedScreenResolver,
    HoldMeeting,
    MoveMeeting,
    SteerMeeting,
    GivePicture,
    ShowPen,
    MapTogether,
    SaveText,
    DecideHub,
    MeetingResolver,
    JointWritingResolver,
    BoardTopic,
  ],
})
export class MeetingModule {}
