import { Global, Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.js';
import { LiveRelay } from './live-relay.js';
import { LiveTopics } from './live-topic.js';
import { Watchers } from './watchers.js';

@Global()
@Module({ providers: [LiveTopics, Watchers, LiveGateway, LiveRelay], exports: [LiveTopics, Watchers] })
export class LiveModule {}
