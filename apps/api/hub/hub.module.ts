import { Module } from '@nestjs/common';
import { TryTimes } from '#use-cases/calendar/try-times.js';
import { AnswerQuestion } from '#use-cases/hub/answer-question.js';
import { ConveneHub } from '#use-cases/hub/convene-hub.js';
import { ConveneJoint } from '#use-cases/hub/convene-joint.js';
import { ListHubs } from '#use-cases/hub/list-hubs.js';
import { MayCallUnit } from '#use-cases/hub/may-call-unit.js';
import { ProposeHub } from '#use-cases/hub/propose-hub.js';
import { ProposeJoint } from '#use-cases/hub/propose-joint.js';
import { ReadCalendar } from '#use-cases/hub/read-calendar.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { ReadLapsed } from '#use-cases/hub/read-lapsed.js';
import { ReadQuestion } from '#use-cases/hub/read-question.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import { ShowReaders } from '#use-cases/meeting/show-readers.js';
import { JointResolver } from './joint.resolver.js';
import { HubListsResolver } from './hub-lists.resolver.js';
import { HubResolver } from './hub.resolver.js';
import { HubsTopic, HubTopic } from './hub.topic.js';
import { PresenceKeeper } from './presence-keeper.js';

@Module({
  providers: [
    ProposeHub,
    ProposeJoint,
    ConveneJoint,
    TryTimes,
    ShowReaders,
    ReadLapsed,
    MayCallUnit,
    ConveneHub,
    ReadHub,
    ReadQuestion,
    AnswerQuestion,
    ListHubs,
    ReadCalendar,
    NotePresence,
    PresenceKeeper,
    HubResolver,
    HubListsResolver,
    JointResolver,
    HubTopic,
    HubsTopic,
  ],
  // One record of who is here, whichever screen they show.
  exports: [ReadHub, NotePresence],
})
export class HubModule {}
