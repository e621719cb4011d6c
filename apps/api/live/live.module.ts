import { Global, Module } from '@nestjs/common';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { WhatLeft } from '#use-cases/live/what-left.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { LiveGateway } from './live.gateway.js';
import { HeldPens } from './held-pens.js';
import { LastHeard } from './last-heard.js';
import { LiveRelay } from './live-relay.js';
import { LiveTopics } from './live-topic.js';
import { PenGateway } from './pen.gateway.js';
import { SlowSockets } from './slow-sockets.js';
import { SocketCallers } from './socket-callers.js';
import { Watchers } from './watchers.js';

@Global()
@Module({
  providers: [
    ...[LiveTopics, Watchers, LastHeard, ReadRoom, WhatLeft, WhoSees],
    ...[SocketCallers, SlowSockets, HeldPens, LiveGateway, PenGateway, LiveRelay],
  ],
  exports: [LiveTopics, Watchers, ReadRoom, WhatLeft, WhoSees],
})
export class LiveModule {}
